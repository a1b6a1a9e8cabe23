/** Phone numbers, e-mail addresses and records that a backend verifies with nobody in a flow. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {runImporter} from '../../../src/commands/run-importer.ts';
import {runVerification} from '../../../src/commands/run-verification.ts';
import {openMail} from '../../../src/storage/outbox-mail.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld({
    graph: {
      steps: {
        consent: {kind: 'consent', next: 'phone', retentionDays: 30},
        phone: {
          kind: 'phone-number',
          next: 'success',
          failed: 'failed',
          attempts: 3,
          config: {countries: ['DE'], requirements: {phone_number_confirmation_code_comparison: 'not_required'}},
        },
        success: {kind: 'success'},
        failed: {kind: 'failed'},
      },
    },
  });
});
after(() => world.close());

const job = {id: 'job', attempt: 1, signal: new AbortController().signal};
const post = (path: string, attributes: object = {}, headers: Record<string, string> = {}) =>
  world.request('POST', path, {body: {data: {attributes}}, headers});
const run = (id: string) => runVerification(world.ctx, {envId: world.envId, verificationId: id}, job);
const statusOf = async (id: string) =>
  (await world.request('GET', `/verifications/${id}`)).body.data?.attributes['status'];
const checksOf = async (id: string) => {
  const {body} = await world.request('GET', `/verifications/${id}`);
  const checks = body.data?.attributes['checks'] as {name: string; status: string; reasons: string[]}[];
  return Object.fromEntries(checks.map(({name, status, reasons}) => [name, reasons[0] ?? status]));
};

/** As the person reads it. */
async function messages(verificationId: string): Promise<{to: string; text: string}[]> {
  const {db} = world.database;
  const rows = await db
    .selectFrom('outbox_mail')
    .selectAll()
    .where('subject_id', '=', verificationId)
    .orderBy('id')
    .execute();
  return Promise.all(rows.map((row) => openMail(db, world.keyring, row)));
}
const codeIn = (text: string | undefined) => /\b\d{6}\b/.exec(text ?? '')?.[0] ?? '';
const wrongCode = (code: string) => (code === '000000' ? '000001' : '000000');

async function makePhone(number: string): Promise<string> {
  const {status, body} = await post('/verification/phone-numbers', {'phone-number': number, 'country-code': 'DE'});
  assert.equal(status, 201, JSON.stringify(body));
  return body.data?.id ?? '';
}

test('a phone number is created, gets its code in its language, is confirmed and passes', async () => {
  const id = await makePhone('01512 3456789');
  const at = `/verification/phone-numbers/${id}`;
  const sent = await post(`${at}/send-confirmation-code`, {language: 'de'});
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  assert.equal(sent.body.data?.attributes['status'], 'initiated');
  const [message] = await messages(id);
  assert.equal(message?.to, '+4915123456789');
  assert.match(message.text, /Test/, 'in the name of the organization');

  const code = codeIn(message.text);
  const confirmed = await post(`${at}/confirm`, {'confirmation-code': code});
  assert.equal(confirmed.body.data?.attributes['status'], 'confirmed');
  // the worker's clock is late; what happened is told in its order all the same
  world.advance(-5000);
  await run(id);
  world.advance(5000);
  assert.equal(await statusOf(id), 'passed');
  assert.equal((await checksOf(id))['phone_number_confirmation_code_comparison'], 'passed');
  assert.equal(
    (await post(`${at}/submit`)).body.data?.attributes['status'],
    'passed',
    'submitting again changes nothing',
  );
  assert.equal((await post(`${at}/confirm`, {'confirmation-code': code})).status, 409);
  assert.equal((await post(`${at}/send-confirmation-code`)).status, 409);
  const {body} = await world.request('GET', `/events?filter[object-id]=${id}`);
  assert.deepEqual((body.data ?? []).map(({attributes}) => attributes['name']).reverse(), [
    'verification.created',
    'verification.submitted',
    'verification.passed',
  ]);
});

test('wrong codes count although they are refused, and the right one is too late after five', async () => {
  const id = await makePhone('+4915123456790');
  const at = `/verification/phone-numbers/${id}`;
  await post(`${at}/send-confirmation-code`);
  const code = codeIn((await messages(id))[0]?.text);
  for (let i = 0; i < 5; i += 1) {
    const {status, body} = await post(`${at}/confirm`, {'confirmation-code': wrongCode(code)});
    assert.equal(status, 422);
    assert.equal(body.errors?.[0]?.source?.pointer, '/data/attributes/confirmation-code');
  }
  const late = await post(`${at}/confirm`, {'confirmation-code': code});
  assert.match(late.body.errors?.[0]?.details ?? '', /code_spent/);
});

test('the same wrong try under its idempotency key counts once and is refused again', async () => {
  const id = await makePhone('+4915123456791');
  const at = `/verification/phone-numbers/${id}`;
  await post(`${at}/send-confirmation-code`);
  const code = codeIn((await messages(id))[0]?.text);
  const tried = () => post(`${at}/confirm`, {'confirmation-code': wrongCode(code)}, {'idempotency-key': 'try'});
  for (let i = 0; i < 7; i += 1) assert.equal((await tried()).status, 422);
  assert.equal((await post(`${at}/confirm`, {'confirmation-code': code})).status, 200);
});

test('a second code waits its time, goes to another number where one is given, and makes the first worthless', async () => {
  const id = await makePhone('+4915123456792');
  const at = `/verification/phone-numbers/${id}`;
  await post(`${at}/send-confirmation-code`);
  const early = await post(`${at}/send-confirmation-code`);
  assert.equal(early.status, 429);
  assert.ok(Number(early.headers.get('retry-after')) > 0);
  world.advance(31_000);
  const other = await post(`${at}/send-confirmation-code`, {'phone-number': '+4915123456793'});
  assert.equal(other.body.data?.attributes['phone-number'], '+4915123456793');
  const [first, second] = (await messages(id)).map(({text}) => codeIn(text));
  assert.notEqual(first, second);
  assert.equal((await post(`${at}/confirm`, {'confirmation-code': first})).status, 422);
  assert.equal((await post(`${at}/confirm`, {'confirmation-code': second})).status, 200);
});

test('an e-mail address is verified the same way, under its alias too, and without a code it fails', async () => {
  const {body} = await post('/verification/email-addresses', {'email-address': 'Erika@Example.com'});
  const id = body.data?.id ?? '';
  assert.equal((await world.request('GET', `/verification/email-address/${id}`)).status, 200);
  await post(`/verification/email-addresses/${id}/submit`);
  await run(id);
  assert.equal(await statusOf(id), 'failed');
  assert.equal((await checksOf(id))['email_address_confirmation_code_comparison'], 'code_not_confirmed');
  assert.equal((await post(`/verification/phone-numbers/${id}/submit`)).status, 404, 'it is no phone number');
});

test('what is no number or address is refused by its place, and nothing is made', async () => {
  const refused = await post('/verification/phone-numbers', {'phone-number': '12'});
  assert.equal(refused.status, 422);
  assert.equal(refused.body.errors?.[0]?.source?.pointer, '/data/attributes/phone-number');
  assert.equal((await post('/verification/email-addresses', {'email-address': 'nobody'})).status, 422);
});

test('a template says which numbers are taken, and which checks are required', async () => {
  const ask = (number: string) =>
    post('/verification/phone-numbers', {'verification-template-id': world.templateId, 'phone-number': number});
  assert.equal((await ask('+33612345678')).status, 422);
  const id = (await ask('+4915123456794')).body.data?.id ?? '';
  await post(`/verification/phone-numbers/${id}/submit`);
  await run(id);
  assert.equal(await statusOf(id), 'passed');
});

test('redaction takes the number, its code and its traces', async () => {
  const id = await makePhone('+4915123456795');
  await post(`/verification/phone-numbers/${id}/send-confirmation-code`);
  await post(`/verification/phone-numbers/${id}/submit`);
  await run(id);
  assert.equal((await world.request('DELETE', `/verifications/${id}`)).body.data?.attributes['phone-number'], '');
  await assert.rejects(messages(id), {code: 'gone'});
  const {rows} = await world.database.execute('select count(*)::int as n from identity_trace where inquiry_id = $1', [
    id,
  ]);
  assert.deepEqual(rows, [{n: 0}]);
});

const residents = 'name_first,name_last,birthdate\nMarta,Lindqvist,1988-05-03\nAnna,Berg,1990-01-01\n';

async function importSet(csv: string) {
  const file = {data: Buffer.from(csv).toString('base64'), filename: 'residents.csv'};
  const {status, body} = await post('/importer/data-sets', {name: 'residents', file});
  assert.equal(status, 201, JSON.stringify(body));
  const id = body.data?.id ?? '';
  await runImporter(world.ctx, {envId: world.envId, importerId: id}, {id: 'job'});
  return (await world.request('GET', `/importer/data-sets/${id}`)).body.data;
}

test('a data set is imported whole or not at all, and the next one takes its place', async () => {
  assert.equal((await importSet(residents))?.attributes['successful-count'], 2);
  const bad = await importSet('name_first,birthdate\nMarta,yesterday\n');
  assert.equal(bad?.type, 'importer/data-set');
  assert.deepEqual([bad.attributes['status'], bad.attributes['error-count']], ['errored', 1]);
  const errors = await world.request('GET', `/importers/${bad.id}/errors`);
  assert.equal(errors.body.data?.[0]?.attributes['column'], 'birthdate');
  const listed = async () => (await world.request('GET', '/data-sets')).body.data?.map(({attributes}) => attributes);
  assert.deepEqual([(await listed())?.[0]?.['version'], (await listed())?.[0]?.['record-count']], [1, 2]);
  await importSet(`${residents}Olaf,Holm,1971-02-02\n`);
  assert.deepEqual([(await listed())?.[0]?.['version'], (await listed())?.[0]?.['record-count']], [2, 3]);
  const importers = await world.request('GET', '/importers');
  assert.deepEqual(importers.body.data, [], 'a client of the reference knows no such kind');
});

test('one that is loaded by two workers at once is loaded once', async () => {
  const file = {data: Buffer.from(residents).toString('base64'), filename: 'residents.csv'};
  const id = (await post('/importer/data-sets', {name: 'twice', file})).body.data?.id ?? '';
  const work = () => runImporter(world.ctx, {envId: world.envId, importerId: id}, {id: 'job'});
  await Promise.all([work(), work()]);
  const count = async (table: string) =>
    (
      await world.database.execute(
        `select count(*)::int as n from ${table} r join data_set_version v on v.id = r.version_id join data_set s on s.id = v.data_set_id where s.name = 'twice'`,
        [],
      )
    ).rows;
  assert.deepEqual(await count('data_set_row'), [{n: 2}]);
  assert.equal((await world.request('GET', `/importers/${id}`)).body.data?.attributes['status'], 'ready');
});

test('somebody is found in the records or is not, and a source that is not there gives no verdict', async () => {
  const lookUp = async (attributes: object) => {
    const {status, body} = await post('/verification/databases', {source: 'residents', ...attributes});
    assert.equal(status, 201, JSON.stringify(body));
    const id = body.data?.id ?? '';
    assert.equal((await post(`/verification/databases/${id}/submit`)).body.data?.attributes['status'], 'submitted');
    // the worker's clock is late
    world.advance(-5000);
    await run(id);
    world.advance(5000);
    const {body: events} = await world.request('GET', `/events?filter[object-id]=${id}`);
    assert.deepEqual((events.data ?? []).map(({attributes: {name}}) => name).slice(1), [
      'verification.submitted',
      'verification.created',
    ]);
    return {id, status: await statusOf(id), checks: await checksOf(id)};
  };
  const marta = {'name-first': 'Marta', 'name-last': 'Lindqvist', birthdate: '1988-05-03'};
  assert.equal((await lookUp(marta)).status, 'passed');
  assert.equal((await lookUp({...marta, 'name-last': 'Nobody', birthdate: '1911-01-01'})).status, 'failed');
  const nowhere = await lookUp({...marta, source: 'nowhere'});
  assert.equal(nowhere.status, 'requires_retry');
  assert.equal(nowhere.checks['database_identity_comparison'], 'provider_not_configured');
  assert.equal((await post(`/verification/databases/${nowhere.id}/submit`)).status, 200, 'it may be asked again');
  assert.equal((await post('/verification/databases', marta)).status, 422, 'no source');
  assert.equal((await post('/verification/databases', {source: 'residents', 'name-first': 'Marta'})).status, 422);
});
