import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const create = (attributes: object = {}) =>
  world.request('POST', '/webhooks', {
    body: {
      data: {attributes: {url: 'https://shop.example/hooks', 'enabled-events': ['inquiry.approved'], ...attributes}},
    },
  });

test('a webhook starts disabled with a secret, and lists do not show it', async () => {
  const {status, body} = await create({name: 'Shop', 'custom-http-headers': {'X-API-Key': 'sesame'}});
  assert.equal(status, 201);
  assert.equal(body.data?.attributes['status'], 'disabled');
  const secret = body.data?.attributes['secret'];
  assert.match(String(secret), /^wbhsec_/);
  assert.ok(!JSON.stringify(body).includes('sesame'));

  const read = await world.request('GET', `/webhooks/${body.data?.id}`);
  assert.equal(read.body.data?.attributes['secret'], secret);
  const list = await world.request('GET', '/webhooks');
  assert.equal(list.body.data?.[0]?.attributes['secret'], undefined);
});

test('it is enabled, changed and disabled', async () => {
  const {body} = await create();
  const path = `/webhooks/${body.data?.id}`;
  assert.equal((await world.request('POST', `${path}/enable`)).body.data?.attributes['status'], 'enabled');
  const updated = await world.request('PATCH', path, {
    body: {data: {attributes: {'enabled-events': ['*'], name: 'All'}}},
  });
  assert.deepEqual(updated.body.data?.attributes['enabled-events'], ['*']);
  assert.equal(updated.body.data?.attributes['url'], 'https://shop.example/hooks');
  assert.equal((await world.request('POST', `${path}/disable`)).body.data?.attributes['status'], 'disabled');
});

test('a rotated secret signs beside the new one for the time that was asked for', async () => {
  const {body} = await create();
  const old = body.data?.attributes['secret'];
  const rotated = await world.request('POST', `/webhooks/${body.data?.id}/rotate-secret`, {
    body: {meta: {'expires-in-seconds': 3600}},
  });
  const secrets = rotated.body.data?.attributes['secrets'] as {value: string; 'expires-at': string | null}[];
  assert.equal(secrets.length, 2);
  assert.notEqual(secrets[0]?.value, old);
  assert.deepEqual(secrets[1], {value: old, 'expires-at': new Date(world.now().getTime() + 3_600_000).toISOString()});
});

test('what cannot be a webhook is refused with its pointer', async () => {
  for (const [attributes, pointer] of [
    [{url: 'ftp://shop.example'}, '/data/attributes/url'],
    [{url: 'https://user:secret@shop.example'}, '/data/attributes/url'],
    [{'enabled-events': []}, '/data/attributes/enabled-events'],
    [{'custom-http-headers': {'X-A': 'line\r\nbreak'}}, '/data/attributes/custom-http-headers/X-A'],
  ] as const) {
    const refused = await create(attributes);
    assert.equal(refused.status, 400);
    assert.equal(refused.body.errors?.[0]?.meta?.source?.pointer, pointer);
  }
});

test('a clone is disabled and signs with a secret of its own; an archived one is over', async () => {
  const attributes = {
    url: 'https://hooks.example.com/a',
    name: 'Original',
    'enabled-events': ['inquiry.approved'],
    'custom-http-headers': {'X-Key': 'k'},
  };
  const {body: made} = await world.request('POST', '/webhooks', {body: {data: {attributes}}});
  const id = made.data?.id ?? '';
  const {status, body} = await world.request('POST', `/webhooks/${id}/clone`);
  assert.equal(status, 200);
  assert.notEqual(body.data?.id, id);
  assert.equal(body.data?.attributes['name'], 'Original');
  assert.equal(body.data.attributes['status'], 'disabled');
  assert.notEqual(body.data.attributes['secret'], made.data?.attributes['secret']);
  const archived = await world.request('POST', `/webhooks/${id}/archive`);
  assert.equal(archived.body.data?.attributes['status'], 'archived');
  for (const verb of ['enable', 'clone', 'archive']) {
    assert.equal((await world.request('POST', `/webhooks/${id}/${verb}`)).status, 409, verb);
  }
});
