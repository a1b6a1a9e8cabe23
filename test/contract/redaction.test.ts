/**
 * After an account is deleted, no row of any table and no object holds a word of the person. Tables come from the database's own list,
 * so a new one is looked into without anybody thinking of it.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {sql} from 'kysely';
import {createHandoff} from '../../src/commands/create-handoff.ts';
import {keepFace} from '../../src/commands/face-template.ts';
import {openEvidence} from '../../src/commands/open-evidence.ts';
import {putEvidence} from '../../src/commands/put-evidence.ts';
import {submitStep} from '../../src/commands/submit-step.ts';
import {write} from '../../src/commands/write.ts';
import {unit} from '../../src/verification/face/embedding.ts';
import {openApiWorld, scopeOf} from '../server/api/api-world.ts';
import type {ApiWorld} from '../server/api/api-world.ts';
import {startPostgres} from './postgres.ts';
import type {TestPostgres} from './postgres.ts';

/** Words that nobody else in this world has. */
const person = {
  first: 'Zebedeus',
  last: 'Quillfeather',
  street: '17 Marmalade Row',
  email: 'zeb@quillfeather.example',
  phone: '+441632960961',
  reference: 'customer-quill-77',
  note: 'Limps on the left',
  tag: 'quill-friend',
  agent: 'QuillBrowser/9.1',
  redirect: 'https://shop.example/quill-landing',
};
const words = Object.values(person);

for (const kind of ['embedded', 'server'] as const) {
  describe(kind, () => {
    let world: ApiWorld;
    let postgres: TestPostgres | undefined;
    before(async () => {
      if (kind === 'server') postgres = await startPostgres();
      const databaseUrl = await postgres?.createDatabase();
      // the embedded one with pgvector too, so that turned faces are looked for as well
      world = await openApiWorld(databaseUrl === undefined ? {vectors: true} : {databaseUrl});
    });
    after(async () => {
      await world?.close();
      await postgres?.stop();
    });

    test('a person who is deleted is nowhere', async () => {
      const {accountId, inquiryId} = await live(world);
      const before = await whereItStands(world);
      assert.ok(before.includes('public.account') && before.includes('public.inquiry'), before.join());
      assert.ok(objects(world).length > 0);
      const faceTables = kind === 'embedded' ? ['face_template', 'face_vector'] : ['face_template'];
      assert.deepEqual(await tablesOf(world, inquiryId, faceTables), faceTables);

      const deleted = await world.request('DELETE', `/accounts/${accountId}`);
      assert.equal(deleted.status, 200);
      assert.ok(deleted.body.data?.attributes['redacted-at']);

      assert.deepEqual(await whereItStands(world), []);
      assert.deepEqual(await tablesOf(world, inquiryId, faceTables), []);
      assert.deepEqual(await sealedForThePerson(world, [accountId, inquiryId]), []);
      await world.files.sweep(new Date(world.now().getTime() + 2 * 24 * 3600 * 1000));
      assert.deepEqual(objects(world), []);
      const inquiry = await world.request('GET', `/inquiries/${inquiryId}`);
      assert.deepEqual(inquiry.body.data?.attributes['fields'], {});
      assert.ok(inquiry.body.data?.attributes['redacted-at']);
      const events = await world.request('GET', `/events?filter[object-id]=${inquiryId}&page[size]=100`);
      assert.ok(!words.some((word) => JSON.stringify(events.body).includes(word)));
    });
  });
}

/** Everything an integrator and a person would leave behind, with answers kept under idempotency keys. */
async function live(world: ApiWorld): Promise<{accountId: string; inquiryId: string}> {
  const post = async (address: string, body: object, key: string) => {
    const {status, body: answer} = await world.request('POST', address, {body, headers: {'Idempotency-Key': key}});
    assert.ok(status < 300, `${address}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  await post('/webhooks', {data: {attributes: {url: 'https://hooks.example/', 'enabled-events': ['*']}}}, 'w');
  const fields = {'name-first': person.first, 'name-last': person.last, 'address-street-1': person.street};
  const contact = {'email-address': person.email, 'phone-number': person.phone};
  const account = await post(
    '/accounts',
    {data: {attributes: {'reference-id': person.reference, tags: [person.tag], fields: {...fields}}}},
    'a',
  );
  const accountId = account.data?.id ?? '';
  const made = await post(
    '/inquiries',
    {
      data: {
        attributes: {
          'inquiry-template-id': world.templateId,
          'account-id': accountId,
          fields: {...fields, ...contact},
          note: person.note,
          tags: [person.tag],
          'redirect-uri': person.redirect,
        },
      },
      meta: {'auto-create-inquiry-session': true, 'auto-create-one-time-link': true},
    },
    'i',
  );
  const inquiryId = made.data?.id ?? '';
  await post(`/inquiries/${inquiryId}/add-tag`, {meta: {'tag-name': `${person.tag}-2`}}, 't');
  await showSomething(world, {inquiryId, accountId});
  return {accountId, inquiryId};
}

async function showSomething(
  {ctx, envId, database}: ApiWorld,
  {inquiryId, accountId}: {inquiryId: string; accountId: string},
): Promise<void> {
  const scope = scopeOf(envId);
  await write(ctx, scope, (w) => submitStep(w, {inquiryId, step: 'consent', submit: {action: 'accept'}}));
  const bytes = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(person.last.repeat(50))]);
  const slot = {
    step: 'document',
    side: 'front' as const,
    capture: 'upload' as const,
    contentType: 'image/jpeg' as const,
  };
  const {id} = await write(ctx, scope, (w) => openEvidence(w, {inquiryId, ...slot, size: bytes.length}));
  const all = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  await putEvidence(ctx, scope, {inquiryId, evidenceId: id, offset: 0, bytes: all});
  await write(ctx, scope, (w) => createHandoff(w, {inquiryId}));
  const face = {model: 'fr_feature', embedding: unit(Float32Array.from({length: 512}, (_, i) => Math.sin(i)))};
  await write(ctx, scope, (w) => keepFace(w, {id: inquiryId, account_id: accountId}, face));
  const device = JSON.stringify({seen: person.agent});
  await database.db
    .updateTable('inquiry_session')
    .set({user_agent: person.agent, device})
    .where('inquiry_id', '=', inquiryId)
    .execute();
}

/** Tables of any schema of ours with a row that shows a word of the person, as text or as bytes. */
async function whereItStands({database: {db}}: ApiWorld): Promise<string[]> {
  const {rows: tables} = await sql<{schema: string; name: string}>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(db);
  assert.ok(tables.length > 25);
  const needles = words.flatMap((word) => [
    word,
    Buffer.from(word).toString('hex'),
    Buffer.from(word).toString('base64').replace(/=+$/, ''),
  ]);
  const found: string[] = [];
  for (const {schema, name} of tables) {
    const {rows} = await sql<{row: string}>`select t::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(db);
    if (rows.some(({row}) => needles.some((needle) => row.includes(needle)))) found.push(`${schema}.${name}`);
  }
  return found;
}

/** Which of them have a row of the inquiry. */
async function tablesOf({database: {db}}: ApiWorld, inquiryId: string, tables: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of tables) {
    const {rows} = await sql`select 1 from ${sql.table(name)} where inquiry_id = ${inquiryId}`.execute(db);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** Keys of the person's that still open something: what is sealed with them can be read. */
async function sealedForThePerson({database: {db}}: ApiWorld, subjects: readonly string[]): Promise<string[]> {
  const keys = await db
    .selectFrom('subject_key')
    .select(['subject_id', 'wrapped_key', 'shredded_at'])
    .where('subject_id', 'in', subjects)
    .execute();
  assert.equal(keys.length, subjects.length);
  const files = await db.selectFrom('file').select('id').where('wrapped_key', 'is not', null).execute();
  return [
    ...keys.flatMap((key) => (key.wrapped_key === null && key.shredded_at !== null ? [] : key.subject_id)),
    ...files.map(({id}) => id),
  ];
}

function objects({dataDir}: ApiWorld): string[] {
  const folder = path.join(dataDir, 'files');
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, {recursive: true, withFileTypes: true});
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}
