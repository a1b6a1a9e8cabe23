/** The log of requests: what is told of them, and what never is. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {apiLogOf, toldParameters} from '../../../src/commands/api-log.ts';
import {applyRetention} from '../../../src/commands/apply-retention.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiResource, ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

interface Attributes {
  request: {method: string; path: string; headers: Record<string, string>; 'get-params': Record<string, string>};
  response: {status: number; headers: Record<string, string>};
}

const logOf = async (requestId: string | null) =>
  (await world.request('GET', `/api-logs/${requestId}?include=handling`)).body as {
    data: ApiResource;
    included: ApiResource[];
  };

test('a request is told by method, path template, status, id and key, and how long it took', async () => {
  const {body: made} = await world.request('POST', '/accounts', {body: {data: {attributes: {'reference-id': 'r-1'}}}});
  const {headers} = await world.request('GET', `/accounts/${made.data?.id}`, {headers: {'user-agent': 'export/1.0'}});
  const id = headers.get('request-id');
  const {data, included} = await logOf(id);
  const {request, response} = data.attributes as unknown as Attributes;
  assert.equal(data.id, id);
  assert.deepEqual([request.method, request.path], ['GET', '/api/v1/accounts/{account-id}']);
  assert.deepEqual([response.status, response.headers['Request-Id']], [200, id]);
  assert.equal(request.headers['User-Agent'], 'export/1.0');
  const key = (await world.request('GET', '/api-keys')).body.data?.[0]?.id;
  assert.equal(request.headers['Authorization'], `Bearer [${key}]`);
  const [handling] = included;
  assert.equal(handling?.attributes['operation'], 'retrieve-an-account');
  assert.ok(Number(handling?.attributes['duration-ms']) >= 0);
  assert.equal(handling?.attributes['caller-id'], key);
});

test('keys of headers and parameters stay as they are in any inflection', async () => {
  const {headers} = await world.request('GET', '/accounts?page[size]=1');
  const {body} = await world.request('GET', `/api-logs/${headers.get('request-id')}`, {
    headers: {'key-inflection': 'snake'},
  });
  const {request} = body.data?.attributes as unknown as {request: Record<string, Record<string, string>>};
  assert.deepEqual(request['get_params'], {'page[size]': '1'});
  assert.ok(request['headers']?.['Persona-Version']);
});

test('nothing of a person stands in it: no body, no id of a path, no value that could be somebody’s', async () => {
  const body = {data: {attributes: {'reference-id': 'anna@example.org', 'name-first': 'Annamaria'}}};
  const {body: made} = await world.request('POST', '/accounts', {body});
  await world.request('GET', '/accounts?filter[reference-id]=anna@example.org');
  await world.request('GET', '/accounts?filter[nothing]=Annamaria');
  await world.request('PATCH', `/accounts/${made.data?.id}`, {body: {data: {attributes: {'name-last': 'Eriksson'}}}});
  await apiLogOf(world.ctx).flush();
  const rows = JSON.stringify(await world.database.db.selectFrom('api_log').selectAll().execute());
  assert.doesNotMatch(rows, /anna|Eriksson/i);
  assert.doesNotMatch(rows, new RegExp(String(made.data?.id)));
  assert.match(rows, /filter\[reference-id\]":"\[hidden\]"/);
  assert.deepEqual(toldParameters(new URLSearchParams('filter[inquiry-id]=inq_1&filter[name]=Ann&x y=1')), {
    'filter[inquiry-id]': 'inq_1',
    'filter[name]': '[hidden]',
  });
});

test('refusals are told with their code, a replayed answer and a caller without a key are not', async () => {
  const refused = await world.request('GET', '/accounts/act_nothing');
  const {data, included} = await logOf(refused.headers.get('request-id'));
  assert.equal((data.attributes as unknown as Attributes).response.status, 404);
  assert.equal(included[0]?.attributes['error-code'], 'not_found');
  const options = {body: {data: {attributes: {}}}, headers: {'idempotency-key': 'twice'}};
  await world.request('POST', '/accounts', options);
  const replayed = await world.request('POST', '/accounts', options);
  assert.equal(replayed.headers.get('idempotent-replayed'), 'true');
  const stranger = await world.request('GET', '/accounts', {key: 'countersign_sandbox_nobody0000000000'});
  for (const {headers} of [replayed, stranger])
    assert.equal((await world.request('GET', `/api-logs/${headers.get('request-id')}`)).status, 404);
});

test('the list pages, and narrows to a caller and a status', async () => {
  const key = await world.makeKey({name: 'Other', permissions: ['account.read']});
  await world.request('GET', '/accounts', {key});
  await world.request('GET', '/inquiries', {key});
  const {body: keys} = await world.request('GET', '/api-keys?filter[name]=Other');
  const filter = `filter[caller-id]=${keys.data?.[0]?.id}`;
  const {body} = await world.request('GET', `/api-logs?${filter}&page[size]=1`);
  assert.equal(body.data?.length, 1);
  assert.equal((await world.request('GET', String(body.links?.next))).body.data?.length, 1);
  const {body: denied} = await world.request('GET', `/api-logs?${filter}&filter[status]=403`);
  assert.equal(denied.data?.length, 1);
});

test('entries are forgotten after their days', async () => {
  await world.request('GET', '/accounts');
  await apiLogOf(world.ctx).flush();
  world.advance(13 * 24 * 3_600_000);
  await applyRetention(world.ctx);
  const count = async () => (await world.database.db.selectFrom('api_log').select('id').execute()).length;
  assert.ok((await count()) > 0);
  world.advance(2 * 24 * 3_600_000);
  await applyRetention(world.ctx);
  assert.equal(await count(), 0);
});
