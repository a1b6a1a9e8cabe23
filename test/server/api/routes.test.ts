import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {publicApp} from '../../../src/server/public-app.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld({requestsPerMinute: 5});
});
after(() => world.close());

test('every answer says who was asked, what is left, and that nothing may be cached or framed', async () => {
  const {headers} = await world.request('GET', '/accounts');
  assert.match(headers.get('request-id') ?? '', /^req_/);
  assert.equal(headers.get('persona-environment-id'), world.envId);
  assert.match(headers.get('persona-organization-id') ?? '', /^org_/);
  assert.equal(headers.get('ratelimit-limit'), '5');
  assert.equal(headers.get('ratelimit-remaining'), '4');
  assert.equal(headers.get('ratelimit-reset'), '60');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('access-control-allow-origin'), null);
});

test('over the limit is 429 with the time to wait, and the next minute is free again', async () => {
  world.advance(60_000);
  for (let i = 0; i < 5; i += 1) assert.equal((await world.request('GET', '/accounts')).status, 200);
  const over = await world.request('GET', '/accounts');
  assert.equal(over.status, 429);
  assert.equal(over.headers.get('retry-after'), '60');
  assert.equal(over.headers.get('ratelimit-remaining'), '0');
  assert.deepEqual(Object.keys(over.body.errors?.[0] ?? {}).sort(), ['details', 'title']);
  assert.equal((await world.request('GET', '/accounts', {key: world.otherKey})).status, 200);
  world.advance(60_000);
  assert.equal((await world.request('GET', '/accounts')).status, 200);
});

test('an older version shows fields flat and includes what is related; an unknown date means the one before it', async () => {
  world.advance(60_000);
  const made = await world.request('POST', '/inquiries', {
    headers: {'persona-version': '2023-01-06', 'key-inflection': 'snake'},
    body: {
      data: {attributes: {inquiry_template_id: world.templateId, reference_id: 'old', fields: {name_first: 'Anna'}}},
    },
  });
  assert.equal(made.status, 201);
  assert.equal(made.body.data?.attributes['name_first'], 'Anna');
  assert.ok(made.body.included?.some(({type}) => type === 'account'));
});

test('last-used-at follows the use of a key, a minute coarse', async () => {
  world.advance(60_000);
  const keys = await world.request('GET', '/api-keys');
  assert.equal(keys.body.data?.at(-1)?.attributes['last-used-at'], world.now().toISOString());
});

test('what is not there yet is not found, whoever asks; nothing of it is pretended', async () => {
  const account = (await world.request('POST', '/accounts', {body: {data: {attributes: {}}}})).body.data?.id;
  for (const [method, path] of [
    ['POST', `/accounts/${account}/run-action`],
    ['GET', '/reports'],
    ['POST', '/reports'],
    ['GET', '/cases'],
    ['POST', '/workflows/wfl_1/trigger'],
    ['GET', '/workflow-runs'],
    ['POST', '/graph-queries'],
    ['GET', '/connect/share-tokens'],
    ['POST', '/relays'],
  ] as const) {
    const {status, headers} = await world.request(method, path, {...(method === 'POST' && {body: {}})});
    assert.deepEqual([status, headers.get('error-code')], [404, 'not_found'], path);
  }
});

test('among the other routes of the public origin, an unknown path still answers in the shape of the API', async () => {
  const app = publicApp(world.ctx, Promise.resolve());
  for (const path of ['/api/v1/people', '/api/v1/']) {
    const response = await app.request(path);
    assert.deepEqual([response.status, response.headers.get('error-code')], [404, 'not_found'], path);
  }
  const elsewhere = await app.request('/people');
  assert.deepEqual([elsewhere.status, elsewhere.headers.get('error-code')], [404, null]);
  const document = await app.request('/api/v1/openapi.json');
  assert.equal(document.status, 200);
  assert.equal(document.headers.get('x-content-type-options'), 'nosniff');
});

test('an operation answers alike with and without an app around it, and both count against one limit', async () => {
  const app = publicApp(world.ctx, Promise.resolve());
  const headers = {authorization: `Bearer ${world.key}`};
  const made = await world.request('POST', '/accounts', {body: {data: {attributes: {}}}});
  const id = made.body.data?.id ?? '';
  const remaining: number[] = [];
  // an escape is undone by the app alone
  for (const path of [`/api/v1/accounts/${id}`, `/api/v1/accounts/${id.replace('_', '%5F')}`]) {
    const response = await app.request(path, {headers});
    const {data} = (await response.json()) as {data?: {id: string}};
    assert.deepEqual([response.status, data?.id], [200, id], path);
    remaining.push(Number(response.headers.get('ratelimit-remaining')));
  }
  assert.equal(remaining[1], (remaining[0] ?? 0) - 1);
});
