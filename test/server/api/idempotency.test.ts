import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openProgressBoard} from '../../../src/commands/progress-board.ts';
import {apiRoutes} from '../../../src/server/api/routes.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld();
});
after(() => world.close());

const create = (key: string, note: string, headers: Record<string, string> = {}) =>
  world.request('POST', '/inquiries', {
    headers: {'idempotency-key': key, ...headers},
    body: {
      data: {attributes: {'inquiry-template-id': world.templateId, note}},
      meta: {'auto-create-inquiry-session': true},
    },
  });

test('the same request under the same key is answered once, token and all', async () => {
  const first = await create('same', 'a');
  const again = await create('same', 'a');
  assert.equal(again.status, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal(first.headers.get('idempotent-replayed'), null);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
});

test('another request under the same key is a conflict and makes nothing', async () => {
  await create('other', 'a');
  const conflict = await create('other', 'b');
  assert.equal(conflict.status, 409);
  assert.equal(conflict.body.errors?.[0]?.meta?.code, 'idempotency_conflict');
  const path = await world.request('POST', '/inquiry-sessions', {
    headers: {'idempotency-key': 'other'},
    body: {data: {attributes: {'inquiry-id': 'x'}}},
  });
  assert.equal(path.status, 409);
});

test('many at once make one', async () => {
  const answers = await Promise.all(Array.from({length: 12}, () => create('at-once', 'together')));
  assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([201]));
  assert.equal(new Set(answers.map(({body}) => body.data?.id)).size, 1);
  const list = await world.request('GET', '/inquiries?filter[note]=together');
  assert.equal(list.body.data?.length, 1);
  const events = await world.request(
    'GET',
    `/events?filter[object-id]=${answers[0]?.body.data?.id}&filter[name]=inquiry.created`,
  );
  assert.equal(events.body.data?.length, 1);
});

test('a refused request is not kept, so it can be mended under its key', async () => {
  const wrong = await world.request('POST', '/inquiries', {
    headers: {'idempotency-key': 'mended'},
    body: {data: {attributes: {'inquiry-template-id': 'itmpl_wrong'}}},
  });
  assert.equal(wrong.status, 404);
  assert.equal((await create('mended', 'right')).status, 201);
});

test('the same key in another environment is another key', async () => {
  await create('shared', 'a');
  const other = await world.request('POST', '/accounts', {
    key: world.otherKey,
    headers: {'idempotency-key': 'shared'},
    body: {data: {attributes: {'reference-id': 'r'}}},
  });
  assert.equal(other.status, 201);
});

test('a replay is written in the inflection of the repeat', async () => {
  await create('inflected', 'a');
  const again = await create('inflected', 'a', {'Key-Inflection': 'snake'});
  assert.ok(again.body.data && 'created_at' in again.body.data.attributes);
});

test('an answer outlives the process that gave it', async () => {
  const headers = {
    authorization: `Bearer ${world.key}`,
    'idempotency-key': 'restart',
    'content-type': 'application/json',
  };
  const send = async () => {
    // nothing but the database is shared by the two
    const process = apiRoutes({...world.ctx, progress: openProgressBoard()});
    const response = await process.request('/accounts', {method: 'POST', headers, body: '{}'});
    return {status: response.status, text: await response.text()};
  };
  const first = await send();
  assert.equal(first.status, 201);
  assert.deepEqual(await send(), first);
  world.advance(24 * 3_600_000);
  assert.deepEqual(await send(), first, 'for a day at least');
});
