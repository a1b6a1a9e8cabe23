/** Calls with session tokens have limits of their own, by session and by address; the API key's is another. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {callsPerAddress} from '../../../src/server/flow/limit-calls.ts';
import {perSession} from '../../../src/server/flow/position-routes.ts';
import {flowRoutes} from '../../../src/server/flow/routes.ts';
import {openApiWorld} from '../api/api-world.ts';
import type {ApiWorld} from '../api/api-world.ts';

let world: ApiWorld;
before(async () => {
  world = await openApiWorld({requestsPerMinute: 5});
});
after(() => world.close());

async function newToken(): Promise<string> {
  const {body} = await world.request('POST', '/inquiries', {
    body: {
      data: {attributes: {'inquiry-template-id': world.templateId}},
      meta: {'auto-create-inquiry-session': true},
    },
  });
  return String(body.meta?.['session-token']);
}

test('a session that calls too often waits, another does not, and neither uses up the key’s requests', async () => {
  const app = flowRoutes(world.ctx);
  const [token, other] = [await newToken(), await newToken()];
  // a body that does not fit costs little and counts like any call
  const call = (shown: string) =>
    app.request('/leave', {method: 'POST', headers: {authorization: `Bearer ${shown}`}, body: '{}'});
  for (let i = 0; i < perSession; i++) assert.equal((await call(token)).status, 400);
  const stopped = await call(token);
  assert.equal(stopped.status, 429);
  assert.ok(Number(stopped.headers.get('retry-after')) > 0);
  assert.equal((await call(other)).status, 400);
  assert.equal((await world.request('GET', '/accounts')).headers.get('ratelimit-remaining'), '2');
  world.advance(60_000);
  assert.equal((await call(token)).status, 400, 'the next minute is another');
});

test('an address that calls too often waits, whatever it shows, and another does not', async () => {
  const app = flowRoutes(world.ctx);
  const from = (remoteAddress: string) => app.request('/nothing', {}, {incoming: {socket: {remoteAddress}}});
  for (let i = 0; i < callsPerAddress; i++) assert.equal((await from('192.0.2.1')).status, 404);
  assert.equal((await from('192.0.2.1')).status, 429);
  assert.equal((await from('192.0.2.2')).status, 404);
});
