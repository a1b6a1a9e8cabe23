/** Transactions from their files to the decision and the redaction, with no person in a flow. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {createTransactionType} from '../../../src/commands/change-transaction-type.ts';
import {runVerification} from '../../../src/commands/run-verification.ts';
import {write} from '../../../src/commands/write.ts';
import {defaultTransactionTypes} from '../../../src/domain/default-transaction-types.ts';
import {ownStatuses} from '../../../src/domain/transaction.ts';
import {failedCheck, passport, scriptedEngines} from '../flow/scripted-engines.ts';
import type {ScriptedEngines} from '../flow/scripted-engines.ts';
import {openApiWorld, scopeOf} from './api-world.ts';
import type {ApiResource, ApiWorld} from './api-world.ts';

const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const photo = {data: picture.toString('base64'), filename: 'photo.jpg'};
const job = {id: 'job', attempt: 1, signal: new AbortController().signal};

let world: ApiWorld;
let engines: ScriptedEngines;
let typeId: string;
before(async () => {
  world = await openApiWorld();
  const [type] = defaultTransactionTypes;
  assert.ok(type);
  typeId = await write(world.ctx, scopeOf(world.envId), (w) => createTransactionType(w, type));
});
beforeEach(() => {
  engines = scriptedEngines({
    frames: () => ({frames: [], cpuMs: 0}),
    selfie: ({frames}) => ({
      checks: [],
      displayImages: frames.map(({id, pose}) => ({pose, evidenceId: id, jpeg: picture, width: 1, height: 1})),
      cpuMs: 0,
    }),
  });
  engines.script(passport());
  world.ctx.engines = engines;
});
after(() => world.close());

const create = (fields: object, more: object = {}) =>
  world.request('POST', '/transactions', {
    body: {data: {attributes: {'transaction-type-id': typeId, fields, ...more}}},
  });
const get = async (id: string) => (await world.request('GET', `/transactions/${id}`)).body.data ?? assert.fail();
const post = (id: string, verb: string, meta: object = {}) =>
  world.request('POST', `/transactions/${id}/${verb}`, {body: {meta}});

function verificationsOf(row: ApiResource): {type: string; id: string}[] {
  const objects = row.relationships['related-objects']?.data as {type: string; id: string}[];
  return objects.filter(({type}) => type.startsWith('verification/'));
}

/** Runs what waits, one after the other, as the worker would. */
async function runAll(id: string): Promise<ApiResource> {
  for (let i = 0; i < 5; i += 1) {
    for (const {id: verificationId} of verificationsOf(await get(id)))
      await runVerification(world.ctx, {envId: world.envId, verificationId}, job);
  }
  return get(id);
}

async function eventsOf(id: string): Promise<string[]> {
  const {body} = await world.request('GET', `/events?filter[object-id]=${id}&page[size]=100`);
  return (body.data ?? []).map(({attributes}) => String(attributes['name'])).reverse();
}

test('files inline run the verifications of the type one after the other, and their checks decide', async () => {
  const {status, body} = await create(
    {id_front_photo: photo, id_class: 'pp', selfie_photo: photo, name_first: 'Anna'},
    {'reference-id': 'order-1', tags: ['first', 'first']},
  );
  assert.equal(status, 201);
  const created = body.data ?? assert.fail();
  assert.deepEqual(created.attributes['tags'], ['first']);
  const front = (created.attributes['fields'] as Record<string, {value: {url: string; filename: string}}>)[
    'id_front_photo'
  ];
  assert.equal(front?.value.filename, 'photo.jpg');
  assert.equal((await world.download(front.value.url)).status, 200);
  assert.deepEqual(
    verificationsOf(created).map(({type}) => type),
    ['verification/government-id'],
  );

  const done = await runAll(created.id);
  assert.equal(done.attributes['status'], 'approved');
  assert.deepEqual(
    verificationsOf(done).map(({type}) => type),
    ['verification/government-id', 'verification/selfie'],
  );
  assert.deepEqual(await eventsOf(created.id), [
    'transaction.created',
    'transaction.status-updated',
    'transaction.status-updated',
  ]);
  const [first] = verificationsOf(done);
  const {data} = (await world.request('GET', `/verifications/${first?.id}`)).body;
  assert.deepEqual(data?.relationships['transaction'], {data: {type: 'transaction', id: created.id}});
});

test('a failed required check declines it', async () => {
  engines.script(passport({checks: [failedCheck('id_expired_detection', 'expired')]}));
  const {body} = await create({id_front_photo: photo});
  assert.equal((await runAll(body.data?.id ?? '')).attributes['status'], 'declined');
});

test('one without files waits; a file that comes later begins it', async () => {
  const {body} = await create({name_first: 'Anna'});
  const id = body.data?.id ?? '';
  assert.equal((await runAll(id)).attributes['status'], 'created');
  const changed = await world.request('PATCH', `/transactions/${id}`, {
    body: {data: {attributes: {fields: {id_front_photo: photo}}}},
  });
  assert.equal(changed.status, 200);
  assert.equal((await runAll(id)).attributes['status'], 'approved');
});

test('values that do not fit are refused by their place, and nobody names a file of ours by its id', async () => {
  for (const [fields, pointer] of [
    [{colour: 'red'}, '/data/attributes/fields/colour'],
    [{birthdate: '2026-02-30'}, '/data/attributes/fields/birthdate'],
    [
      {id_front_photo: {fileId: 'fil_somebodys', filename: 'x', 'byte-size': 1}},
      '/data/attributes/fields/id_front_photo',
    ],
    [
      {id_front_photo: {data: Buffer.from('this is text').toString('base64'), filename: 'x.jpg'}},
      '/data/attributes/fields/id_front_photo',
    ],
  ] as const) {
    const {status, body} = await create(fields);
    assert.equal(status, 422, pointer);
    assert.equal(body.errors?.[0]?.source?.pointer, pointer);
  }
  const {status} = await world.request('POST', '/transactions', {
    body: {data: {attributes: {'transaction-type-id': 'txntp_nothing'}}},
  });
  assert.equal(status, 404);
});

test('status, label, tags and relations change with their events', async () => {
  const account = (await world.request('POST', '/accounts', {body: {data: {attributes: {}}}})).body.data?.id ?? '';
  const {body} = await create({});
  const id = body.data?.id ?? '';
  const patch = (attributes: object) => world.request('PATCH', `/transactions/${id}`, {body: {data: {attributes}}});
  assert.equal((await patch({status: 'sleeping'})).status, 422);
  assert.equal((await patch({status: 'needs_review', 'reference-id': 'order-2'})).status, 200);
  const labelled = await world.request('POST', `/transactions/${id}/label?include=transaction-label`, {
    body: {meta: {label: 'fraud', score: 0.97, 'model-version': '1.2'}},
  });
  assert.equal(labelled.body.included?.[0]?.attributes['model-label'], 'fraud');
  assert.deepEqual((await post(id, 'add-tag', {'tag-name': 'a'})).body.data?.attributes['tags'], ['a']);
  assert.deepEqual((await post(id, 'set-tags', {'tag-name': ['b']})).body.data?.attributes['tags'], ['b']);
  assert.deepEqual((await post(id, 'remove-tag', {'tag-name': 'b'})).body.data?.attributes['tags'], []);
  const relation = {'relation-schema-key': 'txn_account', 'target-object-id': account};
  const related = await post(id, 'add-relation', relation);
  assert.deepEqual(related.body.data?.relationships['related-objects'], {data: [{type: 'account', id: account}]});
  await post(id, 'add-relation', relation);
  await post(id, 'remove-relation', relation);
  assert.equal((await post(id, 'add-relation', {...relation, 'target-object-id': 'act_nothing'})).status, 404);
  assert.equal((await post(id, 'add-relation', {...relation, 'relation-schema-key': 'else'})).status, 400);
  assert.deepEqual(await eventsOf(id), [
    'transaction.created',
    'transaction.status-updated',
    'transaction.labeled',
    'transaction.added-relation',
    'transaction.removed-relation',
  ]);
});

test('lists are filtered by reference id, type and the value of a field', async () => {
  const {body} = await create({name_last: 'Filtered'}, {'reference-id': 'filter-1'});
  const id = body.data?.id;
  for (const [query, expected] of [
    ['filter[reference-id]=filter-1', [id]],
    ['filter[identifier][key]=name_last&filter[identifier][value]=Filtered', [id]],
    ['filter[transaction-type-id]=txntp_nothing', []],
  ] as const) {
    const {body: page} = await world.request('GET', `/transactions?${query}`);
    assert.deepEqual(
      page.data?.map((row) => row.id),
      expected,
    );
  }
  assert.equal((await world.request('GET', '/transactions?filter[identifier][key]=name_last')).status, 400);
});

test('faces are redacted alone; then everything is, and its key with it', async () => {
  const {body} = await create({id_front_photo: photo, selfie_photo: photo, name_last: 'Findable'});
  const {id} = await runAll(body.data?.id ?? '');
  const without = await post(id, 'redact-biometrics');
  assert.equal(without.status, 200);
  const fields = without.body.data?.attributes['fields'] as Record<string, {value: unknown}>;
  assert.equal(fields['selfie_photo']?.value, null);
  assert.ok(fields['id_front_photo']?.value);
  const [document, selfie] = verificationsOf(await get(id));
  const redactedAt = async (one?: {id: string}) =>
    (await world.request('GET', `/verifications/${one?.id}`)).body.data?.attributes['redacted-at'];
  assert.ok(await redactedAt(selfie));
  assert.equal(await redactedAt(document), null);

  await world.request('POST', `/verifications/${document?.id}/investigation-lock`);
  assert.equal((await world.request('DELETE', `/transactions/${id}`)).status, 409);
  await world.request('POST', `/verifications/${document?.id}/investigation-unlock`);
  const url = (fields['id_front_photo'].value as {url: string}).url;
  const redacted = await world.request('DELETE', `/transactions/${id}`);
  assert.equal(redacted.status, 200);
  assert.deepEqual(redacted.body.data?.attributes['fields'], {});
  assert.equal((await world.download(url)).status, 410);
  assert.ok(await redactedAt(document));
  const {rows} = await world.database.execute(
    `select (select wrapped_key from subject_key where subject_id = $1) as key,
      (select count(*)::int from file where subject_id = $1 and state <> 'shredded') as files,
      (select count(*)::int from transaction where fields::text like '%Findable%') as rows`,
    [id],
  );
  assert.deepEqual(rows, [{key: null, files: 0, rows: 0}]);
  assert.equal((await post(id, 'label', {label: 'late'})).status, 410);
});

test('types tell their fields', async () => {
  const {body} = await world.request('GET', `/transaction-types/${typeId}`);
  const schemas = body.data?.attributes['field-schemas'] as {key: string; type: string}[];
  assert.equal(schemas.find(({key}) => key === 'id_front_photo')?.type, 'file');
  const list = await world.request('GET', '/transaction-types');
  assert.equal(list.body.data?.[0]?.id, typeId);
});

const ownType = {
  fields: {licence: {type: 'file'}, shift: {type: 'choices', choices: ['day', 'night']}},
  statuses: ['on_probation'],
  verifications: [{name: 'licence', kind: 'government-id', from: {front: 'licence'}, config: {types: ['dl']}}],
  decision: {failedCheck: 'needs_review'},
};
const types = (method: string, address: string, attributes?: object) =>
  world.request(method, `/transaction-types${address}`, attributes && {body: {data: {attributes}}});

test('a type of one’s own takes its fields and statuses; a field that goes is told of, and kept values stay', async () => {
  const {status, body} = await types('POST', '', {name: 'Driver', definition: ownType});
  assert.equal(status, 201);
  const id = body.data?.id ?? '';
  const ofType = {'transaction-type-id': id};
  const made = await create({licence: photo, shift: 'night'}, ofType);
  const transaction = made.body.data?.id ?? '';
  assert.equal((await runAll(transaction)).attributes['status'], 'approved');
  const probation = {body: {data: {attributes: {status: 'on_probation'}}}};
  assert.equal((await world.request('PATCH', `/transactions/${transaction}`, probation)).status, 200);

  const {data} = (await types('GET', `/${id}/definition`)).body;
  const kept = data?.attributes['definition'] as typeof ownType;
  assert.deepEqual(kept.statuses, [...ownStatuses, 'on_probation']);
  const without = {...kept, fields: {licence: kept.fields.licence}};
  const changed = await types('PATCH', `/${id}`, {name: 'Courier', definition: without});
  assert.equal(changed.body.data?.attributes['name'], 'Courier');
  const {body: events} = await world.request('GET', `/events?filter[object-id]=${id}`);
  assert.deepEqual(
    events.data?.map(({attributes: {name, payload}}) => {
      const {data} = payload as {data: {attributes: {'field-schemas': {key: string}[]}}};
      return [name, data.attributes['field-schemas'].map(({key}) => key)];
    }),
    [['transaction-type.deleted-field', ['licence']]],
  );
  const fields = (await get(transaction)).attributes['fields'] as Record<string, {value: unknown}>;
  assert.equal(fields['shift']?.value, 'night');
  assert.equal((await create({shift: 'day'}, ofType)).status, 422);
});

test('a type that is not sound is refused with everything that is wrong with it', async () => {
  const [licence] = ownType.verifications;
  const definition = {
    ...ownType,
    fields: {...ownType.fields, size: {type: 'choices'}},
    verifications: [
      licence,
      {...licence, from: {front: 'shift', back: 'nothing', 'id-class': 'licence'}},
      {...licence, name: 'other', config: {requirements: {no_such_check: 'required'}}},
    ],
  };
  const {status, body} = await types('POST', '', {name: 'Wrong', definition});
  assert.equal(status, 400);
  const at = '/data/attributes/definition';
  assert.deepEqual(
    body.errors?.map(({meta}) => meta?.source?.pointer),
    [
      `${at}/fields/size/choices`,
      `${at}/verifications/1/name`,
      `${at}/verifications/1/from/front`,
      `${at}/verifications/1/from/back`,
      `${at}/verifications/1/from/id-class`,
      `${at}/verifications/2/config/requirements/no_such_check`,
    ],
  );
  assert.equal((await types('PATCH', '/txntp_nothing', {definition: ownType})).status, 404);
});
