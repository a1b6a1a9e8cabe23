import assert from 'node:assert/strict';
import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, test} from 'node:test';
import {Countersign, CountersignApiError, toFile} from '../../src/embed/server.ts';

/** The part of an API that is called here, as openapi-typescript would write it. */
interface Paths {
  '/things': {
    get: {
      parameters: {query?: {'filter[name]'?: string; 'page[size]'?: number}};
      responses: {200: {content: {'application/json': {data: {id: string}[]; links: {next: string | null}}}}};
    };
    post: {
      parameters: object;
      requestBody: {content: {'application/json': {data: {name: string}}}};
      responses: {201: {content: {'application/json': {data: {id: string}}}}};
    };
  };
  '/things/{thing-id}': {
    get: {
      parameters: {path: {'thing-id': string}};
      responses: {200: {content: {'application/json': {data: {id: string}}}}};
    };
    delete: {parameters: {path: {'thing-id': string}}; responses: {204: {content?: never}}};
  };
}

interface Heard {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}
type Reply = {status?: number; headers?: Record<string, string>; body?: unknown} | 'hang up';

let server: http.Server;
let url: string;
let heard: Heard[];
let replies: Reply[];

before(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const {method = '', headers} = request;
      heard.push({method, url: request.url ?? '', headers, body: Buffer.concat(chunks).toString()});
      const reply = replies.shift() ?? {};
      if (reply === 'hang up') return void request.socket.destroy();
      response.writeHead(reply.status ?? 200, reply.headers);
      response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
  replies = [];
});

const client = (more: object = {}): Countersign<Paths> =>
  new Countersign<Paths>({apiKey: 'countersign_sandbox_1', url, ...more});

test('fills the path, writes the query, sends the key and the version', async () => {
  replies = [{body: {data: {id: 'thg_1'}}}, {body: {data: [], links: {next: null}}}];
  const {data} = await client({version: '2025-12-08'}).get('/things/{thing-id}', {path: {'thing-id': 'a/b c'}});
  await client().get('/things', {query: {'filter[name]': 'x & y', 'page[size]': 5}});
  assert.equal(data.id, 'thg_1');
  assert.equal(heard[0]?.url, '/api/v1/things/a%2Fb%20c');
  assert.equal(heard[0]?.headers.authorization, 'Bearer countersign_sandbox_1');
  assert.equal(heard[0]?.headers['countersign-version'], '2025-12-08');
  const query = new URL(heard[1]?.url ?? '', url).searchParams;
  assert.deepEqual([...query], [['filter[name]', 'x & y'], ['page[size]', '5']]); // prettier-ignore
});

test('an empty id is a mistake of the caller, not a list', async () => {
  await assert.rejects(async () => client().get('/things/{thing-id}', {path: {'thing-id': ''}}), /needs thing-id/);
  assert.deepEqual(heard, []);
});

test('repeats a POST under one key after 503 and a lost connection', async () => {
  replies = [{status: 503}, 'hang up', {status: 201, body: {data: {id: 'thg_2'}}}];
  const {data} = await client().post('/things', {body: {data: {name: 'x'}}});
  assert.equal(data.id, 'thg_2');
  assert.equal(heard.length, 3);
  const keys = new Set(heard.map(({headers}) => headers['idempotency-key']));
  assert.equal(keys.size, 1);
  assert.match([...keys][0] as string, /^[0-9a-f-]{36}$/);
  assert.deepEqual(new Set(heard.map(({body}) => body)), new Set(['{"data":{"name":"x"}}']));
});

test('waits as long as a 429 asks', async () => {
  replies = [
    {status: 429, headers: {'ratelimit-reset': '0'}},
    {status: 201, body: {data: {id: 'thg_3'}}},
  ];
  assert.equal((await client().post('/things', {body: {data: {name: 'x'}}})).data.id, 'thg_3');
});

test('what will not get better is told at once, with code, problems and request id', async () => {
  const problem = {title: 'Not found', details: 'There is no such thing.', meta: {code: 'not_found'}};
  replies = [{status: 404, headers: {'error-code': 'not_found', 'request-id': 'req_1'}, body: {errors: [problem]}}];
  await assert.rejects(client().get('/things/{thing-id}', {path: {'thing-id': 'thg_9'}}), (error) => {
    assert.ok(error instanceof CountersignApiError);
    const {status, code, requestId, problems, message} = error;
    assert.deepEqual([status, code, requestId], [404, 'not_found', 'req_1']);
    assert.deepEqual(problems, [problem]);
    assert.equal(message, 'Not found: There is no such thing.');
    return true;
  });
  assert.equal(heard.length, 1);
});

test('gives up after its tries, with the last answer', async () => {
  replies = [{status: 502}, {status: 502, body: 'a page of a proxy'}];
  await assert.rejects(client({retries: 1}).get('/things'), {status: 502, code: '', message: 'the API answered 502'});
  assert.equal(heard.length, 2);
});

test('walks a list to its end', async () => {
  replies = [
    {body: {data: [{id: 'a'}, {id: 'b'}], links: {next: '/api/v1/things?page[after]=b'}}},
    {body: {data: [{id: 'c'}], links: {next: null}}},
  ];
  const ids: string[] = [];
  for await (const {id} of client().each('/things', {query: {'page[size]': 2}})) ids.push(id);
  assert.deepEqual(ids, ['a', 'b', 'c']);
  assert.match(decodeURIComponent(heard[1]?.url ?? ''), /page\[after\]=b$/);
});

test('stops when the caller does, also between tries', async () => {
  const abort = new AbortController();
  replies = [{status: 429, headers: {'ratelimit-reset': '60'}}];
  const called = client().get('/things', {signal: abort.signal});
  const refused = assert.rejects(called, /enough/);
  while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
  abort.abort(new Error('enough'));
  await refused;
});

test('a 204 has no body; bytes come as they are', async () => {
  replies = [{status: 204}, {body: {raw: true}}];
  assert.equal(await client().delete('/things/{thing-id}', {path: {'thing-id': 'thg_1'}}), undefined);
  const bytes = await client().download('/api/v1/files/fil_1?access_token=x');
  assert.equal(new TextDecoder().decode(bytes), '{"raw":true}');
  // a signed address needs no key, so none is sent to wherever it leads
  assert.equal(heard[1]?.headers.authorization, undefined);
});

test('a file becomes base64 with its name', async () => {
  const bytes = Uint8Array.from({length: 100_000}, (_, i) => i % 251);
  const {data, filename} = await toFile(new Blob([bytes]), 'card.jpg');
  assert.equal(filename, 'card.jpg');
  assert.deepEqual(Buffer.from(data, 'base64'), Buffer.from(bytes));
});

test('a client without a key is refused when it is made', () => {
  assert.throws(() => client({apiKey: ''}), /an API key is needed/);
});
