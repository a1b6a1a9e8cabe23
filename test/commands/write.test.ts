import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, test} from 'node:test';
import {createInquiry} from '../../src/commands/create-inquiry.ts';
import {createWebhook} from '../../src/commands/create-webhook.ts';
import {write, writeOnce} from '../../src/commands/write.ts';
import type {Idempotency, Write} from '../../src/commands/write.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

const scope = () => ({envId: world.envId, actor: {type: 'api-key' as const, id: 'api_test'}, requestId: 'req_test'});

function idempotency(key: string, body = 'body'): Idempotency {
  return {key, requestHash: createHash('sha256').update(body).digest()};
}

/** One request to make an inquiry. */
function once(given: Idempotency, note: string, before?: () => Promise<void>) {
  return writeOnce(
    world.ctx,
    scope(),
    given,
    ({inquiry}) => inquiry.id,
    async (w: Write) => {
      await before?.();
      return createInquiry(w, {namedBy: 'server', templateId: world.templateId, note});
    },
    ({inquiry}) => ({status: 201, body: {id: inquiry.id, note: inquiry.note}}),
  );
}

async function count(table: 'inquiry' | 'event' | 'audit' | 'webhook_delivery' | 'idempotency'): Promise<number> {
  const rows = await world.database.db.selectFrom(table).select('env_id').execute();
  return rows.length;
}

test('state, event, delivery, job and audit row commit together', async () => {
  await world.run((w) =>
    createWebhook(w, {url: 'https://hook.example.com', enabledEvents: ['inquiry.created'], status: 'enabled'}),
  );
  const deliveries = await count('webhook_delivery');
  const {inquiry} = await world.makeInquiry();
  assert.deepEqual(await world.eventsOf(inquiry.id), ['inquiry.created']);
  assert.equal(await count('webhook_delivery'), deliveries + 1);
  const job = world.enqueued.at(-1);
  assert.equal(job?.name, 'deliver-webhook');
  const audits = await world.database.db.selectFrom('audit').selectAll().where('object_id', '=', inquiry.id).execute();
  assert.deepEqual(
    audits.map(({action, actor_id: actor, request_id: request}) => [action, actor, request]),
    [['inquiry.create', 'api_test', 'req_test']],
  );
});

test('nothing stays of a transaction that fails, and nothing runs after it', async () => {
  const tables = ['inquiry', 'event', 'audit', 'webhook_delivery', 'idempotency'] as const;
  const before = await Promise.all(tables.map(count));
  let ran = false;
  const failing = write(world.ctx, scope(), async (w) => {
    await createInquiry(w, {namedBy: 'server', templateId: world.templateId});
    w.afterCommit(() => (ran = true));
    throw new Error('no');
  });
  await assert.rejects(failing, /^Error: no$/);
  assert.deepEqual(await Promise.all(tables.map(count)), before);
  assert.equal(ran, false);
});

test('an action after commit that fails harms nobody', async () => {
  const done: string[] = [];
  await world.run(async (w) => {
    w.afterCommit(() => {
      throw new Error('no');
    });
    w.afterCommit(() => done.push('second'));
    return Promise.resolve();
  });
  assert.deepEqual(done, ['second']);
});

test('the same request under the same key gets the first answer, and does nothing again', async () => {
  const before = await count('inquiry');
  const first = await once(idempotency('same'), 'a');
  const second = await once(idempotency('same'), 'b');
  assert.deepEqual(first.replayed, false);
  assert.deepEqual(second, {...first, replayed: true});
  assert.equal(await count('inquiry'), before + 1);
});

test('the same key with another request is refused', async () => {
  await once(idempotency('other', 'one'), 'a');
  await assert.rejects(once(idempotency('other', 'two'), 'a'), {code: 'idempotency_conflict'});
});

test('the same key in another environment is another key', async () => {
  await once(idempotency('shared'), 'a');
  const elsewhere = await writeOnce(
    world.ctx,
    {...scope(), envId: world.otherEnvId},
    idempotency('shared'),
    () => world.otherEnvId,
    () => Promise.resolve('fresh'),
    (body) => ({status: 200, body}),
  );
  assert.deepEqual(elsewhere, {status: 200, body: 'fresh', text: '"fresh"', replayed: false});
});

test('of duplicates sent at once one works and the others get its answer', async () => {
  const before = await count('inquiry');
  const answers = await Promise.all(Array.from({length: 8}, () => once(idempotency('at once'), 'a')));
  assert.equal(new Set(answers.map(({body}) => JSON.stringify(body))).size, 1);
  assert.equal(answers.filter(({replayed}) => !replayed).length, 1);
  assert.equal(await count('inquiry'), before + 1);
});

test('a failed request stores nothing, so its key can be used again', async () => {
  await assert.rejects(
    once(idempotency('failing'), 'a', () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal((await once(idempotency('failing'), 'a')).replayed, false);
});

test('an answer is kept for 24 hours, sealed, and forgotten after', async () => {
  const first = await once(idempotency('kept'), 'a note nobody may read');
  const row = await world.database.db
    .selectFrom('idempotency')
    .selectAll()
    .where('key', '=', 'kept')
    .executeTakeFirstOrThrow();
  assert.ok(!row.response.includes('a note nobody may read'));
  world.advance(24 * 3600 * 1000);
  assert.deepEqual(await once(idempotency('kept'), 'a'), {...first, replayed: true});
  world.advance(2 * 3600 * 1000);
  assert.equal((await once(idempotency('kept', 'another request'), 'b')).replayed, false);
});

test('an answer about a redacted person is gone', async () => {
  const first = await once(idempotency('redacted'), 'a');
  const {id} = first.body as {id: string};
  await world.database.transaction((tx) => world.keyring.shred(tx, world.envId, id, world.now()));
  await assert.rejects(once(idempotency('redacted'), 'a'), {code: 'gone'});
});

test('events of one transaction keep their order', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `test.${letter}`);
  await world.run(async (w) => {
    for (const name of names) {
      await w.emit({
        name,
        objectType: 'test',
        objectId: 'in order',
        subjectId: w.envId,
        data: {type: 'test', id: 'x', attributes: {}},
      });
    }
  });
  assert.deepEqual(await world.eventsOf('in order'), names);
  const ids = await world.database.db
    .selectFrom('event')
    .select(['id', 'name'])
    .where('object_id', '=', 'in order')
    .orderBy('id')
    .execute();
  assert.deepEqual(
    ids.map(({name}) => name),
    names,
  );
});

test('a request that was answered gets its answer although it would be refused now', async () => {
  const first = await once(idempotency('refused later'), 'a');
  const templates = world.database.db.updateTable('inquiry_template').where('id', '=', world.templateId);
  await templates.set({status: 'inactive'}).execute();
  try {
    assert.deepEqual(await once(idempotency('refused later'), 'a'), {...first, replayed: true});
    await assert.rejects(once(idempotency('new'), 'a'), {code: 'inactive_template'});
  } finally {
    await templates.set({status: 'active'}).execute();
  }
  assert.equal((await once(idempotency('new'), 'a')).replayed, false);
});

test('a webhook that another process enabled is told of the next commit', async () => {
  await world.makeInquiry();
  const {webhook} = await world.run((w) =>
    createWebhook(w, {url: 'https://other.example.com', enabledEvents: ['*'], status: 'disabled'}),
  );
  await world.makeInquiry();
  const change = world.database.db.updateTable('webhook').where('id', '=', webhook.id);
  const deliveriesOfNext = async (): Promise<number> => {
    const before = await deliveriesOf(webhook.id);
    await world.makeInquiry();
    return (await deliveriesOf(webhook.id)) - before;
  };
  await change.set({status: 'enabled'}).execute();
  assert.equal(await deliveriesOfNext(), 1);
  await change.set({enabled_events: JSON.stringify(['inquiry.approved'])}).execute();
  assert.equal(await deliveriesOfNext(), 0);
  await change.set({status: 'disabled'}).execute();
  assert.equal(await deliveriesOfNext(), 0);
});

async function deliveriesOf(webhookId: string): Promise<number> {
  const deliveries = world.database.db.selectFrom('webhook_delivery').select('id').where('webhook_id', '=', webhookId);
  return (await deliveries.execute()).length;
}
