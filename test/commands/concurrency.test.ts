/**
 * What happens at once, on a PostgreSQL with real concurrent transactions; the embedded database runs them one after the other,
 * so there these races cannot even begin.
 */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, test} from 'node:test';
import {approveInquiry} from '../../src/commands/approve-inquiry.ts';
import {defaultTemplates} from '../../src/domain/default-templates.ts';
import {bootstrap} from '../../src/commands/bootstrap.ts';
import {createInquiry} from '../../src/commands/create-inquiry.ts';
import {createWebhook} from '../../src/commands/create-webhook.ts';
import {declineInquiry} from '../../src/commands/decline-inquiry.ts';
import {deliverWebhook} from '../../src/commands/deliver-webhook.ts';
import {expireInquiries} from '../../src/commands/expire-inquiries.ts';
import {markInquiryForReview} from '../../src/commands/mark-inquiry-for-review.ts';
import {updateInquiry} from '../../src/commands/update-inquiry.ts';
import {writeOnce} from '../../src/commands/write.ts';
import type {Write} from '../../src/commands/write.ts';
import type {Jobs} from '../../src/jobs/queue.ts';
import {startPostgres} from '../contract/postgres.ts';
import type {TestPostgres} from '../contract/postgres.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let postgres: TestPostgres;
let world: CommandWorld;
before(async () => {
  postgres = await startPostgres();
  world = await openCommandWorld({databaseUrl: await postgres.createDatabase()});
});
after(async () => {
  await world.close();
  await postgres.stop();
});

const times = <T>(count: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({length: count}, (_, i) => work(i)));

function once(key: string, body: string, note: string) {
  const scope = {envId: world.envId, actor: {type: 'api-key' as const, id: 'api_test'}, requestId: 'req_test'};
  return writeOnce(
    world.ctx,
    scope,
    {key, requestHash: createHash('sha256').update(body).digest()},
    ({inquiry}) => inquiry.id,
    (w: Write) => createInquiry(w, {namedBy: 'server', templateId: world.templateId, note}),
    ({inquiry}) => ({status: 201, body: {id: inquiry.id}}),
  );
}

async function notesOf(note: string): Promise<number> {
  return (await world.database.db.selectFrom('inquiry').select('id').where('note', '=', note).execute()).length;
}

test('duplicates sent at once do the work once, and all get its answer', async () => {
  const answers = await times(10, () => once('at once', 'same', 'at once'));
  assert.equal(new Set(answers.map(({body}) => JSON.stringify(body))).size, 1);
  assert.equal(answers.filter(({replayed}) => !replayed).length, 1);
  assert.equal(await notesOf('at once'), 1);
});

test('one key with two bodies at once: one is answered, the other refused', async () => {
  const both = await Promise.allSettled([
    once('two bodies', 'one', 'two bodies'),
    once('two bodies', 'two', 'two bodies'),
  ]);
  assert.deepEqual(both.map(({status}) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal(await notesOf('two bodies'), 1);
});

test('a key that ran out is taken over by one of those who come at once', async () => {
  await once('ran out', 'first', 'first');
  world.advance(26 * 3600 * 1000);
  const answers = await times(6, () => once('ran out', 'second', 'taken over'));
  assert.equal(answers.filter(({replayed}) => !replayed).length, 1);
  assert.equal(await notesOf('taken over'), 1);
});

test('inquiries of one new person at once share one account', async () => {
  const made = await times(8, () => world.makeInquiry({referenceId: 'new-person'}));
  assert.equal(new Set(made.map(({inquiry}) => inquiry.account_id)).size, 1);
  const account = made[0]?.inquiry.account_id ?? '';
  assert.deepEqual(await world.eventsOf(account), ['account.created']);
});

test('of decisions at once one is taken, and its event alone is told', async () => {
  const {inquiry} = await world.makeInquiry();
  const input = {inquiryId: inquiry.id};
  const all = await Promise.allSettled([
    ...Array.from({length: 4}, () => world.run((w) => approveInquiry(w, input))),
    ...Array.from({length: 4}, () => world.run((w) => declineInquiry(w, input))),
  ]);
  assert.equal(all.filter(({status}) => status === 'fulfilled').length, 1);
  assert.equal((await world.eventsOf(inquiry.id)).length, 2);
});

test('updates at once all happen, one after the other, and are told in that order', async () => {
  const {inquiry} = await world.makeInquiry();
  await times(10, (i) => world.run((w) => updateInquiry(w, {inquiryId: inquiry.id, tags: [`tag-${i}`]})));
  await world.run((w) => markInquiryForReview(w, {inquiryId: inquiry.id}));
  const rows = await world.database.db
    .selectFrom('event')
    .select(['id', 'created_at'])
    .where('object_id', '=', inquiry.id)
    .orderBy('created_at')
    .execute();
  assert.equal(rows.length, 12);
  assert.equal(new Set(rows.map(({created_at: at}) => at.getTime())).size, 12, 'no two at the same moment');
  const last = (await world.payloadOf(rows[10]?.id ?? '')).data.attributes['tags'];
  const row = await world.database.db
    .selectFrom('inquiry')
    .select('tags')
    .where('id', '=', inquiry.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(last, row.tags, 'the last event told shows what is kept');
});

test('a delivery job that runs in several processes at once counts once', async () => {
  await world.run((w) => createWebhook(w, {url: 'https://hook.example.com', enabledEvents: ['*'], status: 'enabled'}));
  world.enqueued.length = 0;
  world.answer = () => Promise.resolve(500);
  await world.makeInquiry();
  const job = world.enqueued[0]?.data as Jobs['deliver-webhook'];
  await times(4, () =>
    deliverWebhook({...world.ctx}, job, {id: 'x', attempt: 1, signal: new AbortController().signal}),
  );
  const row = await world.database.db
    .selectFrom('webhook_delivery')
    .select(['attempts', 'state'])
    .where('id', '=', job.deliveryId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, {attempts: 1, state: 'pending'});
  assert.deepEqual(world.enqueued.filter(({data}) => data['attempt'] === 1).length, 1, 'one successor');
});

test('clocks of several processes expire each inquiry once', async () => {
  const made = await times(12, () => world.makeInquiry({expiry: {afterCreateSeconds: 60}}));
  world.advance(61_000);
  const counts = await times(3, () => expireInquiries(world.ctx));
  assert.ok(counts.reduce((sum, count) => sum + count, 0) >= made.length);
  for (const {inquiry} of made)
    assert.deepEqual(await world.eventsOf(inquiry.id), ['inquiry.created', 'inquiry.expired']);
});

test('of several first starts at once one makes everything, once', async () => {
  const url = await postgres.createDatabase();
  const fresh = await openCommandWorld({databaseUrl: url});
  for (const table of ['inquiry_template_version', 'inquiry_template', 'environment', 'organization'] as const) {
    await fresh.database.db.deleteFrom(table).execute();
  }
  const starts = await times(4, () => bootstrap(fresh.ctx));
  assert.equal(starts.filter(({first}) => first).length, 1);
  assert.equal(starts.filter(({sandboxKey}) => sandboxKey !== undefined).length, 1);
  const count = async (table: 'inquiry_template' | 'api_key' | 'environment') =>
    (await fresh.database.db.selectFrom(table).select('id').execute()).length;
  assert.deepEqual(
    [await count('environment'), await count('inquiry_template'), await count('api_key')],
    [2, 2 * defaultTemplates.length - defaultTemplates.filter(({sandboxOnly}) => sandboxOnly).length, 1],
  );
  await fresh.close();
});
