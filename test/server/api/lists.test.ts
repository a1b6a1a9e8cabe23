import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {compareLists} from '../../../src/commands/compare-lists.ts';
import {write} from '../../../src/commands/write.ts';
import type {GovernmentIdResult} from '../../../src/protocol/government-id.ts';
import {listKindNames, listKinds} from '../../../src/protocol/list.ts';
import type {ListKind} from '../../../src/protocol/list.ts';
import {everythingOf} from '../../commands/furnished-environment.ts';
import {openApiWorld, scopeOf} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const post = (path: string, body?: unknown) => world.request('POST', path, {body});

const values: Record<ListKind, Record<string, unknown>> = {
  'browser-fingerprint': {value: 'fp-1'},
  country: {'country-code': 'UT'},
  'device-fingerprint': {value: 'dev-1'},
  'email-address': {'match-type': 'domain', value: 'bad.example'},
  field: {'field-value': 'Grand Hotel'},
  geolocation: {latitude: 52.52, longitude: 13.405, 'radius-meters': 1000},
  'government-id-number': {'id-class': 'pp', 'id-number': 'U4729013K'},
  'ip-address': {value: '203.0.113.7'},
  name: {'name-first': 'Linnea', 'name-last': 'Solberg'},
  'phone-number': {value: '+15550100'},
  string: {value: 'anything'},
};

async function makeList(kind: ListKind, more: object = {}): Promise<string> {
  const {status, body} = await post(`/list/${listKinds[kind].plural}`, {data: {attributes: {name: kind, ...more}}});
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(body.data?.type, `list/${kind}`);
  return body.data.id;
}

async function addItem(kind: ListKind, listId: string, value = values[kind]): Promise<string> {
  const body = {data: {attributes: {'list-id': listId, ...value}}};
  const answer = await post(`/list-item/${listKinds[kind].plural}`, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.data?.id ?? '';
}

test('lists of every kind take items, show them, and let them go', async () => {
  for (const kind of listKindNames) {
    const listId = await makeList(kind);
    const itemId = await addItem(kind, listId);
    const address = `/list-item/${listKinds[kind].plural}/${itemId}`;
    const read = await world.request('GET', address);
    assert.equal(read.body.data?.type, `list-item/${kind}`);
    for (const [name, value] of Object.entries(values[kind])) assert.equal(read.body.data.attributes[name], value);
    const again = await post(`/list-item/${listKinds[kind].plural}`, {
      data: {attributes: {'list-id': listId, ...values[kind]}},
    });
    assert.equal(again.status, 409, kind);
    const archived = await world.request('DELETE', address);
    assert.equal(archived.body.data?.attributes['status'], 'archived');
    await addItem(kind, listId);
    const gone = await world.request('DELETE', `/lists/${listId}`);
    assert.equal(gone.body.data?.attributes['status'], 'archived');
    const late = await post(`/list-item/${listKinds[kind].plural}`, {
      data: {attributes: {'list-id': listId, ...values[kind]}},
    });
    assert.equal(late.status, 409);
  }
  const active = await world.request('GET', '/lists?filter[status]=active');
  assert.equal(active.body.data?.length, 0);
  const all = await world.request('GET', '/lists?page[size]=100&filter[status]=');
  assert.equal(all.body.data?.length, listKindNames.length);
});

test('an item must fit its kind, and its list', async () => {
  const names = await makeList('name');
  const wrongList = await post('/list-item/countries', {data: {attributes: {'list-id': names, 'country-code': 'DE'}}});
  assert.equal(wrongList.status, 404);
  for (const [kind, value] of [
    ['countries', {'country-code': 'Germany'}],
    ['ip-addresses', {value: '300.1.1.1'}],
    ['geolocations', {latitude: 91, longitude: 0, 'radius-meters': 5}],
    ['names', {'name-first': 'Anna'}],
    ['phone-numbers', {value: 'call me'}],
  ] as const) {
    const {status} = await post(`/list-item/${kind}`, {data: {attributes: {'list-id': names, ...value}}});
    assert.equal(status, 400, kind);
  }
});

test('what an item says stands nowhere in plain', async () => {
  const listId = await makeList('name');
  await addItem('name', listId, {'name-first': 'Zaphod', 'name-last': 'Beeblebrox'});
  assert.ok(!JSON.stringify(await everythingOf(world.database, world.envId)).includes('Beeblebrox'));
});

const field = (value: string) => ({value, sources: ['mrz' as const], confidence: 0.99});

const result: GovernmentIdResult = {
  checks: [
    {
      name: 'id_list_match_detection',
      status: 'not_applicable',
      requirement: 'not_required',
      reasons: ['not_compared'],
      metadata: {},
    },
  ],
  fields: {
    'name-first': field('LINNÉA MARIA'),
    'name-last': field('SOLBERG'),
    'document-number': field('U4729013K'),
  },
  documentType: 'pp',
  countryCode: 'UT',
  displayImages: [],
  cpuMs: 1,
};

async function inquiryFrom(address: string): Promise<string> {
  const fields = {
    'email-address': 'who@bad.example',
    'phone-number': '001 555 0100',
    'address-street-1': 'grand hotel',
  };
  const {body} = await post('/inquiries', {
    data: {attributes: {'inquiry-template-id': world.templateId, fields}},
    meta: {'auto-create-inquiry-session': true},
  });
  const id = body.data?.id ?? '';
  const device = {latitude: 52.5205, longitude: 13.4051, 'browser-fingerprint': 'fp-1', 'device-fingerprint': 'dev-1'};
  await world.database.db
    .updateTable('inquiry_session')
    .set({ip_address: address, device: JSON.stringify(device)})
    .where('inquiry_id', '=', id)
    .execute();
  return id;
}

async function checkOf(inquiryId: string, envId = world.envId) {
  const row = await world.database.db
    .selectFrom('inquiry')
    .selectAll()
    .where('id', '=', inquiryId)
    .executeTakeFirstOrThrow();
  const {checks} = await write(world.ctx, scopeOf(envId), (w) => compareLists(w, row, result));
  assert.ok(checks[0]);
  return checks[0];
}

test('an inquiry meets every kind that speaks of it, and each item counts it once', async () => {
  const inquiryId = await inquiryFrom('::ffff:203.0.113.7');
  for (const kind of listKindNames) {
    const listId = await makeList(kind);
    const itemId = await addItem(kind, listId);
    for (let i = 0; i < 2; i += 1) {
      const {status, reasons, metadata} = await checkOf(inquiryId);
      if (kind === 'string') {
        assert.equal(status, 'passed');
        continue;
      }
      assert.equal(status, 'failed', kind);
      assert.deepEqual(reasons, ['on_a_list']);
      assert.deepEqual(metadata['list-item-ids'], [itemId]);
      const item = await world.request('GET', `/list-item/${listKinds[kind].plural}/${itemId}`);
      assert.equal(item.body.data?.attributes['match-count'], 1);
    }
    assert.equal((await checkOf(inquiryId, world.otherEnvId)).reasons[0], 'no_lists');
    await world.request('DELETE', `/lists/${listId}`);
  }
});

test('similar first names match only on a list that allows them', async () => {
  const inquiryId = await inquiryFrom('198.51.100.1');
  const [strict, fuzzy] = [await makeList('name'), await makeList('name', {'allow-fuzzy-name-first': true})];
  const value = {'name-first': 'Linea', 'name-last': 'Solberg'};
  await addItem('name', strict, value);
  assert.equal((await checkOf(inquiryId)).status, 'passed');
  const itemId = await addItem('name', fuzzy, value);
  assert.deepEqual((await checkOf(inquiryId)).metadata['list-item-ids'], [itemId]);
  await world.request('DELETE', `/list-item/names/${itemId}`);
  assert.equal((await checkOf(inquiryId)).status, 'passed');
});
