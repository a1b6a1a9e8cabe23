import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {apiRoutes} from '../../../src/server/api/routes.ts';
import {listen} from '../../../src/server/listen.ts';
import type {Listener} from '../../../src/server/listen.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

let world: ApiWorld;
let listener: Listener;
before(async () => {
  world = await openApiWorld();
  listener = await listen({host: '127.0.0.1', port: 0});
  listener.setFetch(apiRoutes(world.ctx).fetch);
});
after(async () => {
  await listener.close(0);
  await world.close();
});

async function statusWith(allowList: string[], forwardedFor?: string): Promise<number> {
  const key = await world.makeKey({ipAllowList: allowList});
  const response = await fetch(`http://127.0.0.1:${listener.port}/accounts`, {
    headers: {authorization: `Bearer ${key}`, ...(forwardedFor !== undefined && {'x-forwarded-for': forwardedFor})},
  });
  await response.arrayBuffer();
  return response.status;
}

test('the socket says who calls, whatever a header claims', async () => {
  assert.equal(await statusWith(['127.0.0.0/8']), 200);
  assert.equal(await statusWith(['203.0.113.9']), 403);
  assert.equal(await statusWith(['203.0.113.9'], '203.0.113.9'), 403);
});

test('behind a trusted proxy the entry it appended counts, not the ones before', async () => {
  world.ctx.settings.COUNTERSIGN_TRUST_PROXY = true;
  assert.equal(await statusWith(['203.0.113.9'], '203.0.113.9'), 200);
  assert.equal(await statusWith(['203.0.113.9'], '203.0.113.9, 198.51.100.7'), 403);
});
