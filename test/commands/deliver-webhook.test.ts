import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {after, before, beforeEach, test} from 'node:test';
import {createOperator} from '../../src/commands/create-operator.ts';
import {createWebhook} from '../../src/commands/create-webhook.ts';
import type {WebhookSettings} from '../../src/commands/create-webhook.ts';
import {deliverWebhook, deliveryLanes} from '../../src/commands/deliver-webhook.ts';
import {replayDelivery} from '../../src/commands/replay-delivery.ts';
import {rotateWebhookSecret} from '../../src/commands/rotate-webhook-secret.ts';
import {disableWebhook, updateWebhook} from '../../src/commands/update-webhook.ts';
import type {Jobs} from '../../src/jobs/queue.ts';
import {OutboundError} from '../../src/outbound/guarded-fetch.ts';
import {listUnsentMails, openMail} from '../../src/storage/outbox-mail.ts';
import type {Row} from '../../src/storage/schema.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld, SentRequest} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());
beforeEach(async () => {
  for (const table of ['webhook_delivery', 'webhook_secret', 'webhook'] as const)
    await world.database.db.deleteFrom(table).execute();
  world.enqueued.length = 0;
  world.sent.length = 0;
  world.answer = () => Promise.resolve(200);
});

async function hook(settings: Partial<WebhookSettings> = {}) {
  const input = {url: 'https://hook.example.com/in', enabledEvents: ['*'], status: 'enabled' as const, ...settings};
  return world.run((w) => createWebhook(w, input));
}

type DeliveryJob = Jobs['deliver-webhook'] & {startAfter?: Date};

/** The delivery jobs put in since the last call. */
function takeJobs(): DeliveryJob[] {
  return world.enqueued.splice(0).map(({data, options}) => ({
    ...(data as Jobs['deliver-webhook']),
    ...(options?.startAfter && {startAfter: options.startAfter}),
  }));
}

async function deliver({startAfter: _, ...data}: DeliveryJob): Promise<Row<'webhook_delivery'>> {
  await deliverWebhook(world.ctx, data, {id: 'job', attempt: 1, signal: new AbortController().signal});
  return world.database.db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('id', '=', data.deliveryId)
    .executeTakeFirstOrThrow();
}

function only<T>(items: readonly T[]): T {
  assert.equal(items.length, 1);
  return items[0] as T;
}

function signedBy(secret: string, request: SentRequest | undefined): boolean {
  const header = request?.headers['Countersign-Signature'] ?? '';
  return header.split(' ').some((set) => {
    const {1: t, 2: v1} = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(set) ?? [];
    return (
      v1 ===
      createHmac('sha256', secret)
        .update(`${t}.${String(request?.body)}`)
        .digest('hex')
    );
  });
}

test('an event arrives signed, with its id, and counts as delivered', async () => {
  const {secrets} = await hook();
  const {inquiry} = await world.makeInquiry({fields: {'name-first': 'Anna'}});
  const delivery = await deliver(only(takeJobs()));
  assert.deepEqual([delivery.state, delivery.attempts, delivery.last_status], ['delivered', 1, 200]);

  const request = only(world.sent);
  assert.deepEqual([request.method, request.timeoutMs, request.url], ['POST', 5000, 'https://hook.example.com/in']);
  const body = JSON.parse(String(request.body)) as {
    data: {type: string; id: string; attributes: {name: string; payload: {data: {id: string}}}};
  };
  assert.deepEqual(
    [body.data.type, body.data.id, body.data.attributes.name],
    ['event', delivery.event_id, 'inquiry.created'],
  );
  assert.equal(body.data.attributes.payload.data.id, inquiry.id);
  assert.ok(signedBy(secrets[0]?.value ?? '', request));
  assert.equal(request.headers['Persona-Signature'], request.headers['Countersign-Signature']);
  assert.equal(request.headers['Persona-Webhook-Attempts-Made'], '1');
  assert.equal(request.headers['Persona-Webhook-Attempts-Left'], '7');
  assert.equal(request.headers['Persona-Webhook-First-Attempted-At'], String(world.now().getTime() / 1000));
});

test('only enabled webhooks that want the event get it', async () => {
  await hook({enabledEvents: ['inquiry.approved']});
  await hook({payloadFilter: {data: {type: 'account'}}});
  const {webhook} = await hook();
  await world.run((w) => disableWebhook(w, {webhookId: webhook.id}));
  await world.makeInquiry();
  assert.deepEqual(takeJobs(), []);
});

test('a receiver that fails is tried eight times on the schedule, then the delivery has failed', async () => {
  await hook();
  world.answer = () => Promise.resolve(500);
  await world.makeInquiry();
  let job = only(takeJobs());
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    const delivery = await deliver(job);
    assert.equal(delivery.attempts, attempt);
    assert.equal(delivery.last_error, 'http_500');
    const next = takeJobs();
    if (attempt === 8) {
      assert.deepEqual([delivery.state, delivery.next_attempt_at, next], ['failed', null, []]);
      break;
    }
    job = only(next);
    assert.deepEqual(job.startAfter, delivery.next_attempt_at);
    pauses.push((Number(job.startAfter) - world.now().getTime()) / 1000);
    world.advance(Number(job.startAfter) - world.now().getTime());
  }
  const expected = [3, 64, 729, 4096, 15_625, 46_656, 117_649];
  pauses.forEach((pause, i) => assert.ok(pause >= (expected[i] ?? 0) && pause <= (expected[i] ?? 0) * 1.1, `${pause}`));
  assert.equal(new Set(world.sent.map(({body}) => String(body))).size, 1, 'the same body every time');
  assert.deepEqual(
    world.sent.map(({headers}) => headers['Countersign-Webhook-Attempts-Left']),
    ['7', '6', '5', '4', '3', '2', '1', '0'],
  );
  assert.equal(new Set(world.sent.map(({headers}) => headers['Countersign-Webhook-First-Attempted-At'])).size, 1);
});

test('only 200, 201, 202 and 204 count as received', async () => {
  await hook();
  for (const [status, state] of [
    [200, 'delivered'],
    [201, 'delivered'],
    [202, 'delivered'],
    [204, 'delivered'],
    [203, 'pending'],
    [302, 'pending'],
    [410, 'pending'],
  ] as const) {
    takeJobs();
    world.answer = () => Promise.resolve(status);
    await world.makeInquiry();
    assert.equal((await deliver(only(takeJobs()))).state, state, String(status));
  }
});

test('what could not be reached is named by a code and tried again', async () => {
  await hook();
  world.answer = () => Promise.reject(new OutboundError('timeout', 'no answer'));
  await world.makeInquiry();
  const delivery = await deliver(only(takeJobs()));
  assert.deepEqual([delivery.state, delivery.last_status, delivery.last_error], ['pending', null, 'timeout']);
});

test('a job that runs twice sends once', async () => {
  await hook();
  world.answer = () => Promise.resolve(500);
  await world.makeInquiry();
  const job = only(takeJobs());
  await deliver(job);
  await deliver(job);
  assert.equal(world.sent.length, 1);
  assert.equal(takeJobs().length, 1);
});

test('a job that runs twice at once counts once and is followed by one', async () => {
  await hook();
  world.answer = () => Promise.resolve(500);
  await world.makeInquiry();
  const job = only(takeJobs());
  await Promise.all([deliver(job), deliver(job)]);
  assert.equal(takeJobs().length, 1);
  const delivery = await world.database.db.selectFrom('webhook_delivery').select('attempts').executeTakeFirstOrThrow();
  assert.equal(delivery.attempts, 1);
});

test('trouble of ours is not counted as an attempt', async () => {
  await hook();
  world.answer = () => Promise.reject(new Error('a defect'));
  await world.makeInquiry();
  const job = only(takeJobs());
  await assert.rejects(deliver(job), /a defect/);
  world.answer = () => Promise.resolve(200);
  const delivery = await deliver(job);
  assert.deepEqual([delivery.state, delivery.attempts], ['delivered', 1]);
});

test('while a secret rotates both sign; then the new one alone', async () => {
  const {webhook, secrets: old} = await hook();
  const {secrets} = await world.run((w) => rotateWebhookSecret(w, {webhookId: webhook.id, expiresInSeconds: 3600}));
  const fresh = secrets.map(({value}) => value);
  assert.equal(fresh.length, 2);
  assert.equal(fresh[1], old[0]?.value);
  await world.makeInquiry();
  await deliver(only(takeJobs()));
  assert.ok(fresh.every((secret) => signedBy(secret, world.sent[0])));
  assert.equal(world.sent[0]?.headers['Countersign-Signature']?.split(' ').length, 2);

  world.advance(3600_000);
  await world.makeInquiry();
  await deliver(only(takeJobs()));
  assert.ok(signedBy(fresh[0] ?? '', world.sent[1]));
  assert.ok(!signedBy(fresh[1] ?? '', world.sent[1]));
});

test('a secret that leaked is replaced at once', async () => {
  const {webhook, secrets: old} = await hook();
  const {secrets} = await world.run((w) => rotateWebhookSecret(w, {webhookId: webhook.id}));
  assert.equal(secrets.length, 1);
  assert.notEqual(secrets[0]?.value, old[0]?.value);
});

test('secrets and custom headers are kept sealed, and headers travel without replacing ours', async () => {
  const {secrets} = await hook({customHeaders: {'X-Api-Token': 'very-secret', 'Content-Type': 'text/plain'}});
  const stored = JSON.stringify([
    await world.database.db.selectFrom('webhook').selectAll().execute(),
    (await world.database.db.selectFrom('webhook_secret').selectAll().execute()).map(({secret}) =>
      secret.toString('latin1'),
    ),
  ]);
  assert.ok(!stored.includes('very-secret') && !stored.includes(secrets[0]?.value ?? ''));
  await world.makeInquiry();
  await deliver(only(takeJobs()));
  assert.equal(world.sent[0]?.headers['X-Api-Token'], 'very-secret');
  assert.equal(world.sent[0]?.headers['Content-Type'], 'application/json');
});

test('a receiver gets its inflection, its version and nothing it blocked', async () => {
  await hook({inflection: 'camel', attributeBlocklist: ['note', '/data/attributes/fields/name-last']});
  await world.makeInquiry({note: 'private', fields: {'name-first': 'Anna', 'name-last': 'Berg'}});
  await deliver(only(takeJobs()));
  type Body = {
    data: {
      attributes: {
        createdAt: string;
        payload: {data: {attributes: Record<string, unknown> & {fields: Record<string, unknown>}}};
      };
    };
  };
  const {data} = JSON.parse(String(world.sent[0]?.body)) as Body;
  const {attributes} = data.attributes.payload.data;
  assert.ok(data.attributes.createdAt && attributes['createdAt']);
  assert.ok(!('note' in attributes) && !('name-last' in attributes.fields) && 'name-first' in attributes.fields);

  await hook({apiVersion: '2023-01-05', enabledEvents: ['inquiry.created']});
  await world.makeInquiry({fields: {'name-first': 'Anna'}});
  const older = takeJobs();
  assert.equal(older.length, 2);
  for (const job of older) await deliver(job);
  const bodies = world.sent.slice(1).map(({body}) => JSON.parse(String(body)) as Body);
  assert.ok(bodies.some(({data: event}) => event.attributes.payload.data.attributes['name-first'] === 'Anna'));
});

test('a receiver gets along what it asked for by type of event, and relationships only while it wants them', async () => {
  type Shown = {type: string; relationships?: unknown; attributes: Record<string, unknown>};
  type Body = {data: {attributes: {payload: {data: Shown; included?: Shown[]}}}};
  const sentOf = async () => {
    await world.makeInquiry({referenceId: 'somebody', note: 'private'});
    const sent = world.sent.length;
    for (const job of takeJobs()) await deliver(job);
    return world.sent.slice(sent).map(({body}) => (JSON.parse(String(body)) as Body).data.attributes.payload);
  };
  const {webhook} = await hook({enabledEvents: ['inquiry.created'], attributeBlocklist: ['reference-id']});
  assert.deepEqual(
    (await sentOf()).map(({included}) => included),
    [undefined],
  );

  const update = (settings: Partial<WebhookSettings>) =>
    world.run((w) => updateWebhook(w, {webhookId: webhook.id, ...settings}));
  await update({includedAllowlist: {state: 'include_all'}, relationshipAllowlist: {state: 'include_none'}});
  const [all] = await sentOf();
  assert.deepEqual(
    all?.included?.map(({type}) => type),
    ['account'],
  );
  assert.ok(!('reference-id' in (all.included[0]?.attributes ?? {})), 'what is blocked is blocked there too');
  assert.ok(all.data.relationships === undefined && all.included[0]?.relationships === undefined);

  const custom = (type: string) => ({
    state: 'custom' as const,
    'event-types': [{'event-type': type, relationships: ['account', 'sessions']}],
  });
  await update({includedAllowlist: custom('inquiry'), relationshipAllowlist: {state: 'include_all'}});
  const [named] = await sentOf();
  assert.ok(named?.included?.some(({type}) => type === 'account') && named.data.relationships);
  await update({includedAllowlist: custom('account')});
  assert.equal((await sentOf())[0]?.included, undefined);
});

test('disabling gives up what waits; enabling and replaying sends it', async () => {
  const {webhook} = await hook();
  world.answer = () => Promise.resolve(500);
  await world.makeInquiry();
  await deliver(only(takeJobs()));
  const retry = only(takeJobs());
  await world.run((w) => disableWebhook(w, {webhookId: webhook.id}));
  const given = await deliver(retry);
  assert.deepEqual([given.state, given.last_error, world.sent.length], ['failed', 'webhook_disabled', 1]);

  await world.database.db.updateTable('webhook').set({status: 'enabled'}).execute();
  world.answer = () => Promise.resolve(200);
  await world.run((w) => replayDelivery(w, {deliveryId: given.id}));
  const replayed = await deliver(only(takeJobs()));
  assert.deepEqual([replayed.state, replayed.attempts], ['delivered', 1]);
});

/** Fails an event's delivery until its tries are used up. */
async function failToTheEnd(): Promise<void> {
  world.answer = () => Promise.resolve(500);
  await world.makeInquiry();
  for (let jobs = takeJobs(); jobs.length > 0; jobs = takeJobs()) {
    const job = only(jobs);
    if (job.startAfter) world.advance(Number(job.startAfter) - world.now().getTime());
    await deliver(job);
  }
}

const days = 24 * 3600 * 1000;

test('a receiver that was silent for days is switched off, and the operators are told', async () => {
  await world.run((w) => createOperator(w, {email: 'ops@example.com', name: 'Ops'}));
  const {webhook} = await hook();
  world.advance(2 * days);
  await failToTheEnd();
  const {status} = await world.database.db.selectFrom('webhook').select('status').executeTakeFirstOrThrow();
  assert.equal(status, 'disabled');
  const [mail] = await listUnsentMails(world.database.db, 10);
  assert.ok(mail);
  const {to, text} = await openMail(world.database.db, world.keyring, mail);
  assert.equal(to, 'ops@example.com');
  assert.match(text, new RegExp(`${webhook.id} to hook.example.com received nothing at any time`));
});

test('one event that a receiver cannot take does not switch it off', async () => {
  await hook();
  world.advance(2 * days);
  await world.makeInquiry();
  await deliver(only(takeJobs()));
  await failToTheEnd();
  const {status} = await world.database.db.selectFrom('webhook').select('status').executeTakeFirstOrThrow();
  assert.equal(status, 'enabled');
});

test('nothing is sent of a person who was redacted', async () => {
  await hook();
  const {inquiry} = await world.makeInquiry();
  const job = only(takeJobs());
  await world.database.transaction((tx) => world.keyring.shred(tx, world.envId, inquiry.id, world.now()));
  const delivery = await deliver(job);
  assert.deepEqual([delivery.state, delivery.last_error, world.sent.length], ['failed', 'redacted', 0]);
});

test('the lane of a receiver follows what it answers: one at a time while it fails, four when it is back', async () => {
  const {id} = (await hook()).webhook;
  world.answer = () => Promise.resolve(500);
  for (let i = 0; i < 3; i += 1) {
    await world.makeInquiry();
    await deliver(only(takeJobs().filter(({attempt}) => attempt === 0)));
  }
  assert.equal(deliveryLanes(world.ctx).widths().get(id), 1);
  const retries = takeJobs();
  assert.ok(
    retries.every(({webhookId}) => webhookId === id),
    'a retry keeps to the lane',
  );
  world.answer = () => Promise.resolve(200);
  await world.makeInquiry();
  await deliver(only(takeJobs()));
  assert.notEqual(deliveryLanes(world.ctx).widths().get(id), 1);
});
