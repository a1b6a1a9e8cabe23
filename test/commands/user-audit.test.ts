/** The audit log's chain: what feeds it, and that no row can be changed unseen. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {sql} from 'kysely';
import {approveInquiry} from '../../src/commands/approve-inquiry.ts';
import {createApiKey} from '../../src/commands/create-api-key.ts';
import {expireApiKey} from '../../src/commands/expire-api-key.ts';
import {isAudited, verifyUserAudits} from '../../src/commands/user-audit.ts';
import {write} from '../../src/commands/write.ts';
import type {Scope} from '../../src/commands/write.ts';
import {openApiWorld} from '../server/api/api-world.ts';
import type {ApiResource, ApiWorld} from '../server/api/api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const as = (actor: Scope['actor'], origin?: Scope['origin']): Scope => ({
  envId: world.envId,
  actor,
  requestId: 'req_test',
  ...(origin && {origin}),
});
const shell = {type: 'system', id: 'shell'} as const;
const verify = (known?: {number: number; hash: string}) => verifyUserAudits(world.ctx, world.envId, known);

test('people, the shell and whoever changes access are in it; the daily work of a backend is not', async () => {
  const {body: inquiry} = await world.request('POST', '/inquiries', {
    body: {data: {attributes: {'inquiry-template-id': world.templateId}}},
  });
  const made = await world.request('POST', '/api-keys', {
    body: {data: {attributes: {name: 'New', permissions: ['account.read']}}},
    headers: {'user-agent': 'terraform/1.0'},
  });
  await write(world.ctx, as(shell), (w) => createApiKey(w, {name: 'From the shell'}));
  const operator = as({type: 'operator', id: 'user_test'}, {method: 'POST', path: '/decision', ipAddress: '192.0.2.1'});
  const inquiryId = inquiry.data?.id ?? '';
  await write(world.ctx, operator, (w) => approveInquiry(w, {inquiryId}));

  const {body} = await world.request('GET', '/user-audit-logs');
  // within one millisecond the order of ids is nobody's
  const numberOf = ({attributes}: ApiResource) => (attributes['context'] as {number: number}).number;
  body.data?.sort((one, other) => numberOf(other) - numberOf(one));
  const told = body.data?.map(({attributes}) => {
    const context = attributes['context'] as Record<string, string>;
    return [context['actor-type'], context['action'], context['object-id']];
  });
  assert.deepEqual(told?.at(0), ['operator', 'inquiry.approve', inquiryId]);
  assert.equal(told[1]?.[0], 'system');
  assert.deepEqual(told[2], ['api-key', 'api-key.create', made.body.data?.id]);
  assert.equal(told.length, 3, JSON.stringify(told));
  const [decision, , creation] = body.data ?? [];
  assert.deepEqual(decision?.relationships['user'], {data: {type: 'user', id: 'user_test'}});
  assert.equal(decision.attributes['ip-address'], '192.0.2.1');
  assert.equal((decision.attributes['context'] as Record<string, string>)['inquiry-id'], inquiryId);
  assert.deepEqual(
    [creation?.attributes['method'], creation?.attributes['path'], creation?.attributes['user-agent']],
    ['POST', '/api/v1/api-keys', 'terraform/1.0'],
  );
  const one = await world.request('GET', `/user-audit-logs/${decision.id}`);
  assert.deepEqual(one.body.data, decision);
  assert.equal(isAudited({type: 'session', id: 'iqse_x'}, 'inquiry.start'), false);
});

test('what a transaction did not commit is not in it, and writers at once make one chain', async () => {
  const before = await verify();
  await assert.rejects(
    write(world.ctx, as(shell), async (w) => {
      await createApiKey(w, {name: 'Never'});
      throw new Error('no');
    }),
  );
  assert.deepEqual(await verify(), before);
  const names = Array.from({length: 8}, (_, i) => `Key ${i}`);
  await Promise.all(names.map((name) => write(world.ctx, as(shell), (w) => createApiKey(w, {name}))));
  const after = await verify();
  assert.equal(after.entries, before.entries + names.length);
  assert.equal(after.broken, undefined);
  assert.deepEqual(await verify({number: before.entries, hash: before.head}), after, 'the end that was noted is in it');
});

test('rows are only added', async () => {
  const {db} = world.database;
  await assert.rejects(sql`update user_audit_log set action = 'nothing'`.execute(db), /only added/);
  await assert.rejects(sql`delete from user_audit_log`.execute(db), /only added/);
});

test('whoever gets around that is told by the chain, at the entry', async () => {
  const {db} = world.database;
  const whole = await verify();
  const attacks: [string, string, number][] = [
    [`update user_audit_log set actor_id = 'somebody' where number = 3`, 'changed', 3],
    [`update user_audit_log set created_at = created_at + interval '1 day' where number = 2`, 'changed', 2],
    [`delete from user_audit_log where number = 4`, 'missing', 4],
    [`delete from user_audit_log where number = ${whole.entries}`, 'missing', whole.entries],
    [`update user_audit_log set hash = '\\x00' where number = 5`, 'changed', 5],
    [`update user_audit_head set hash = '\\x00'`, 'head', whole.entries],
    [`update user_audit_log set number = 9 - number where number in (4, 5)`, 'unlinked', 4],
  ];
  await sql`alter table user_audit_log disable trigger user_audit_log_append_only`.execute(db);
  await sql`drop index user_audit_log_number`.execute(db);
  for (const [attack, reason, number] of attacks) {
    const rows = await db.selectFrom('user_audit_log').selectAll().where('env_id', '=', world.envId).execute();
    const head = await db.selectFrom('user_audit_head').selectAll().execute();
    await sql.raw(attack).execute(db);
    assert.deepEqual((await verify()).broken, {number, reason}, attack);
    await db.deleteFrom('user_audit_log').where('env_id', '=', world.envId).execute();
    await db.insertInto('user_audit_log').values(rows).execute();
    await db.deleteFrom('user_audit_head').execute();
    await db.insertInto('user_audit_head').values(head).execute();
    assert.deepEqual(await verify(), whole);
  }
});

test('a database put back to an older state is told by an end that was noted', async () => {
  const {db} = world.database;
  const whole = await verify();
  await db.deleteFrom('user_audit_log').where('number', '=', whole.entries).execute();
  const last = await db.selectFrom('user_audit_log').selectAll().orderBy('number', 'desc').executeTakeFirstOrThrow();
  await db.updateTable('user_audit_head').set({number: last.number, hash: last.hash}).execute();
  assert.equal((await verify()).broken, undefined, 'the chain alone cannot know');
  assert.deepEqual((await verify({number: whole.entries, hash: whole.head})).broken, {
    number: whole.entries,
    reason: 'missing',
  });
  const {body} = await world.request('GET', '/api-keys?filter[name]=New');
  const scope = as({type: 'api-key', id: 'api_x'});
  await write(world.ctx, scope, (w) => expireApiKey(w, {apiKeyId: body.data?.[0]?.id ?? '', expiresInSeconds: 0}));
  assert.deepEqual((await verify({number: whole.entries, hash: whole.head})).broken, {
    number: whole.entries,
    reason: 'head',
  });
});
