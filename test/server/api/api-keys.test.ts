import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const create = (attributes: object, key?: string) =>
  world.request('POST', '/api-keys', {key, body: {data: {attributes: {name: 'New', ...attributes}}}});

test('a new key works with exactly its permissions until it is expired', async () => {
  const {status, body} = await create({permissions: ['account.*']});
  assert.equal(status, 201);
  const key = String(body.data?.attributes['value']);
  assert.deepEqual(body.data?.attributes['permissions'], ['account.read', 'account.write']);
  assert.equal((await world.request('GET', '/accounts', {key})).status, 200);
  assert.equal((await world.request('GET', '/inquiries', {key})).status, 403);

  const list = await world.request('GET', '/api-keys?filter[name]=New');
  assert.equal(list.body.data?.length, 1);
  assert.equal(list.body.data?.[0]?.attributes['value'], undefined);

  const expired = await world.request('POST', `/api-keys/${body.data?.id}/expire`, {
    body: {meta: {'expires-in-seconds': 0}},
  });
  assert.equal(expired.status, 200);
  assert.equal((await world.request('GET', '/accounts', {key})).status, 401);
});

test('a key cannot give away what it does not have', async () => {
  const key = await world.makeKey({permissions: ['api_key.write', 'inquiry.read']});
  const refused = await create({permissions: ['inquiry.read', 'webhook.write']}, key);
  assert.equal(refused.status, 403);
  assert.equal(refused.body.errors?.[0]?.meta?.source?.pointer, '/data/attributes/permissions/1');
  assert.equal((await create({permissions: ['*']}, key)).status, 403);
  const heir = await create({}, key);
  assert.deepEqual(heir.body.data?.attributes['permissions'], ['api_key.write', 'inquiry.read']);
});

test('an allow-list takes addresses and ranges alone', async () => {
  const refused = await create({'ip-address-allowlist': ['10.0.0.0/8', 'office']});
  assert.equal(refused.status, 400);
  assert.equal(refused.body.errors?.[0]?.meta?.source?.pointer, '/data/attributes/ip-address-allowlist/1');
});

test('blocked attributes never reach the holder of the key', async () => {
  await world.request('POST', '/accounts', {
    body: {data: {attributes: {'reference-id': 'p', 'name-last': 'Eriksson'}}},
  });
  const key = await world.makeKey({attributeBlocklist: ['name']});
  const whole = await world.request('GET', '/accounts');
  assert.match(JSON.stringify(whole.body), /Eriksson/);
  const shown = await world.request('GET', '/accounts', {key});
  assert.equal(shown.body.data?.length, whole.body.data?.length);
  assert.doesNotMatch(JSON.stringify(shown.body), /Eriksson/);
});

test('a changed key is another at once, and gives away no more than the one that changes it has', async () => {
  const body = {data: {attributes: {name: 'Changed', permissions: ['account.read']}}};
  const {body: made} = await world.request('POST', '/api-keys', {body});
  const [id, key] = [made.data?.id ?? '', String(made.data?.attributes['value'])];
  assert.equal((await world.request('GET', '/accounts', {key})).status, 200);
  const change = (attributes: object, by?: string) =>
    world.request('PATCH', `/api-keys/${id}`, {body: {data: {attributes}}, ...(by !== undefined && {key: by})});
  assert.equal((await change({permissions: ['inquiry.read'], note: 'now of inquiries'})).status, 200);
  assert.equal((await world.request('GET', '/accounts', {key})).status, 403);
  assert.equal((await world.request('GET', '/inquiries', {key})).status, 200);
  const keeper = await world.makeKey({permissions: ['api_key.write']});
  assert.equal((await change({permissions: ['account.write']}, keeper)).status, 403);
  assert.equal((await change({'ip-address-allowlist': ['nowhere']})).status, 400);
  assert.equal((await change({name: 'Renamed'}, keeper)).body.data?.attributes['name'], 'Renamed');
  assert.equal((await world.request('POST', `/api-keys/${id}/clone`, {key: keeper})).status, 403);
  const clone = await world.request('POST', `/api-keys/${id}/clone`);
  assert.deepEqual(clone.body.data?.attributes['permissions'], ['inquiry.read']);
  const cloned = String(clone.body.data.attributes['value']);
  assert.notEqual(cloned, key);
  assert.equal((await world.request('GET', '/inquiries', {key: cloned})).status, 200);
});

test('rate limits say what is left, to any key', async () => {
  const key = await world.makeKey({permissions: []});
  const {status, body, headers} = await world.request('GET', '/rate-limits', {key});
  assert.equal(status, 200);
  const remaining = Number(headers.get('ratelimit-remaining'));
  assert.equal((body.data?.[0]?.attributes as {remaining: number}).remaining, remaining);
});
