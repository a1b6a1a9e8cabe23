import assert from 'node:assert/strict';
import {test} from 'node:test';
import {positionSchema} from '../../src/protocol/position.ts';
import {Api} from '../../src/flow/api.ts';
import {Connection, type ConnectionState, type NetworkEvents} from '../../src/flow/connection.ts';
import {FlowApiError} from '../../src/flow/flow-api-error.ts';
import {positions} from './positions.ts';
import {refuse, scripted} from './scripted-fetch.ts';

/** A network that the test switches. */
class TestNetwork implements NetworkEvents {
  on = true;
  readonly #listeners: {type: string; listener: () => void}[] = [];
  onLine = () => this.on;
  listen = (type: 'online' | 'offline', listener: () => void) => void this.#listeners.push({type, listener});
  become(on: boolean): void {
    this.on = on;
    for (const {type, listener} of this.#listeners) if (type === (on ? 'online' : 'offline')) listener();
  }
}

function world() {
  const network = new TestNetwork();
  const connection = new Connection(network);
  const states: ConnectionState[] = [];
  connection.onChange = (state) => states.push(state);
  const server = scripted(positions.consent);
  const waits: number[] = [];
  const api = new Api({
    base: '/api/flow/v1',
    fetch: server.fetch,
    connection,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return {network, states, server, waits, api};
}

const lost = () => {
  throw new TypeError('fetch failed');
};

test('sends the token in the header only, and an idempotency key with every write', async () => {
  const {api, server} = world();
  api.token = 'secret-token';
  await api.ask(positionSchema, {method: 'POST', path: '/steps/consent', json: {action: 'accept'}});
  await api.ask(positionSchema, {method: 'GET', path: '/position'});
  const [write, read] = server.asked;
  assert.equal(write?.headers.get('Authorization'), 'Bearer secret-token');
  assert.match(write?.headers.get('Idempotency-Key') ?? '', /^[0-9a-f]{32}$/);
  assert.equal(read?.headers.get('Idempotency-Key'), null);
  assert.ok(!server.asked.some(({path}) => path.includes('secret')));
});

test('repeats a write that was lost with the same idempotency key', async () => {
  const {api, server, waits, states} = world();
  server.next.push({path: /steps/, answer: lost}, {path: /steps/, answer: () => refuse(503, 'unavailable')});
  const position = await api.ask(positionSchema, {method: 'POST', path: '/steps/consent', json: {action: 'accept'}});
  assert.equal(position.inquiryId, 'inq_screens');
  const keys = server.asked.map(({headers}) => headers.get('Idempotency-Key'));
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
  assert.equal(waits.length, 2);
  assert.ok((waits[1] ?? 0) > (waits[0] ?? 0), 'pauses grow');
  assert.deepEqual(states, ['weak', 'online']);
});

test('waits as long as a busy server asks', async () => {
  const {api, server, waits} = world();
  server.next.push({path: /position/, answer: () => refuse(429, 'rate_limited', {'Retry-After': '7'})});
  await api.ask(positionSchema, {method: 'GET', path: '/position'});
  assert.ok((waits[0] ?? 0) >= 7000);
});

test('does not repeat what cannot help, and tells the code', async () => {
  const {api, server} = world();
  server.next.push({path: /position/, answer: () => refuse(401, 'session_expired', {'Request-Id': 'req_1'})});
  await assert.rejects(api.ask(positionSchema, {method: 'GET', path: '/position'}), (error: unknown) => {
    assert.ok(error instanceof FlowApiError);
    assert.deepEqual([error.code, error.status, error.requestId], ['session_expired', 401, 'req_1']);
    return true;
  });
  assert.equal(server.asked.length, 1);
});

test('gives up with the code network after its tries', async () => {
  const {api, server} = world();
  for (let i = 0; i < 6; i++) server.next.push({path: /position/, answer: lost});
  await assert.rejects(api.send({method: 'GET', path: '/position'}), {code: 'network'});
  assert.equal(server.asked.length, 6);
});

test('while offline waits for the network and then goes on', async () => {
  const {api, server, network, states} = world();
  network.become(false);
  server.next.push({path: /position/, answer: lost});
  const answer = api.send({method: 'GET', path: '/position'});
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(server.asked.length, 1, 'asks once, then waits');
  network.become(true);
  assert.equal((await answer).status, 200);
  assert.deepEqual(states, ['offline', 'online']);
});

test('an answer that is no error of ours still has a code', async () => {
  const {api, server} = world();
  server.next.push({path: /position/, answer: () => new Response('<html>', {status: 404})});
  await assert.rejects(api.send({method: 'GET', path: '/position'}), {code: 'http_404'});
});
