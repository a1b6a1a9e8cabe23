import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const create = (attributes: object, meta?: object) =>
  world.request('POST', '/accounts', {body: {data: {attributes}, ...(meta && {meta})}});

test('an account is made from nested fields or flat ones', async () => {
  const nested = await create({'reference-id': 'nested', fields: {name: {first: 'Anna'}, birthdate: '1974-08-12'}});
  const flat = await create({'reference-id': 'flat', 'name-first': 'Anna', birthdate: '1974-08-12'});
  assert.equal(nested.status, 201);
  assert.deepEqual(flat.body.data?.attributes['fields'], nested.body.data?.attributes['fields']);
  const read = await world.request('GET', `/accounts/${nested.body.data?.id}`);
  assert.deepEqual(read.body.data, nested.body.data);
});

test('a taken reference id is a conflict, unless the account is to be updated', async () => {
  const first = await create({'reference-id': 'taken'});
  assert.equal((await create({'reference-id': 'taken'})).status, 409);
  const upserted = await create({'reference-id': 'taken', tags: ['vip']}, {'upsert-by': 'reference-id'});
  assert.equal(upserted.status, 200);
  assert.equal(upserted.body.data?.id, first.body.data?.id);
  assert.deepEqual(upserted.body.data?.attributes['tags'], ['vip']);
});

test('accounts are found by one reference id or several, also by one with a comma', async () => {
  for (const reference of ['one', 'two', 'three, with a comma']) {
    // ids of one millisecond have no order
    world.advance(1);
    await create({'reference-id': reference});
  }
  const find = async (query: string) =>
    (await world.request('GET', `/accounts?${query}`)).body.data?.map(({attributes}) => attributes['reference-id']);
  assert.deepEqual(await find('filter[reference-id]=one'), ['one']);
  assert.deepEqual(await find('filter[reference-id][]=one&filter[reference-id][]=two'), ['two', 'one']);
  assert.deepEqual(await find(`filter[reference-id]=${encodeURIComponent('three, with a comma')}`), [
    'three, with a comma',
  ]);
  assert.deepEqual(await find('filter[reference-id]=nobody'), []);
});

test('a field that accounts do not have is refused with its pointer', async () => {
  const refused = await create({'reference-id': 'x', favourite: 'blue'});
  assert.equal(refused.status, 422);
  assert.match(refused.body.errors?.[0]?.source?.pointer ?? '', /favourite$/);
});
