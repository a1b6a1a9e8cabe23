/** The command against a server that answers as the API does, and a program that receives. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import {webhooksCommand} from '../../src/cli/webhooks.ts';
import {verifyWebhook} from '../../src/embed/verify-webhook.ts';

const event = (id: string, name: string) => ({
  type: 'event',
  id,
  attributes: {
    name,
    'created-at': '2026-03-01T12:00:00.000Z',
    payload: {data: {type: 'inquiry', id: 'inq_1', attributes: {}}},
  },
});

let api: http.Server;
let receiver: http.Server;
let apiUrl: string;
let forward: string;
/** Newest first, as the API lists them. */
let events = [event('evt_1', 'inquiry.created')];
const asked: string[] = [];
const received: {body: string; signature: string}[] = [];
let heard: () => void = () => {};

before(async () => {
  api = http.createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://api');
    asked.push(`${request.headers.authorization} ${url.pathname}`);
    const [, id] = /^\/api\/v1\/events\/(.+)$/.exec(url.pathname) ?? [];
    const before = url.searchParams.get('page[before]');
    const names = url.searchParams.get('filter[name]')?.split(',');
    const newer = events.filter(
      (one) => (!before || one.id > before) && (!names || names.includes(one.attributes.name)),
    );
    const data = id ? events.find((one) => one.id === id) : newer.slice(0, Number(url.searchParams.get('page[size]')));
    response.writeHead(data ? 200 : 404).end(JSON.stringify({data}));
  });
  receiver = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        body: Buffer.concat(chunks).toString(),
        signature: String(request.headers['countersign-signature']),
      });
      response.writeHead(204).end();
      heard();
    });
  });
  for (const server of [api, receiver]) await once(server.listen(0, '127.0.0.1'), 'listening');
  apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  forward = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks`;
});
after(() => {
  for (const server of [api, receiver]) {
    server.closeAllConnections();
    server.close();
  }
});

const options = (): string[] => ['--url', apiUrl, '--api-key', 'key_1', '--secret', 'wbhsec_1', '--forward', forward];
const run = (...args: string[]) => webhooksCommand().exitOverride().parseAsync(args, {from: 'user'});

test('replay hands one event on, signed as a delivery is', async () => {
  await run('replay', 'evt_1', ...options());
  const [{body, signature} = {body: '', signature: ''}] = received.splice(0);
  assert.equal((await verifyWebhook(body, signature, 'wbhsec_1')).id, 'evt_1');
  assert.deepEqual(asked.splice(0), ['Bearer key_1 /api/v1/events/evt_1']);
});

test('replay says which event is not there', async () => {
  await assert.rejects(run('replay', 'evt_9', ...options()), {code: 'not_found'});
});

test('listen hands on what is new, once, oldest first, until it is stopped', async () => {
  const begun = once(api, 'request');
  const stopped = run('listen', ...options(), '--events', 'inquiry.approved,inquiry.declined');
  const three = new Promise<void>((resolve) => (heard = () => void (received.length === 2 && resolve())));
  await begun;
  events = [
    event('evt_4', 'inquiry.declined'),
    event('evt_3', 'inquiry.expired'),
    event('evt_2', 'inquiry.approved'),
    ...events,
  ];
  await three;
  process.emit('SIGINT');
  await stopped;
  const ids = await Promise.all(
    received.map(async ({body, signature}) => (await verifyWebhook(body, signature, 'wbhsec_1')).id),
  );
  assert.deepEqual(ids, ['evt_2', 'evt_4']);
});

test('without a key it says where to put one', async () => {
  await assert.rejects(run('replay', 'evt_1', '--url', apiUrl, '--forward', forward), /COUNTERSIGN_API_KEY/);
});
