import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {test} from 'node:test';
import express from 'express';
import {webhookMiddleware, webhookRoute} from '../../src/embed/webhooks.ts';
import type {WebhookEvent} from '../../src/embed/webhooks.ts';

const secret = 'wbhsec_0b5f';
const body = JSON.stringify({
  data: {type: 'event', id: 'evt_1', attributes: {name: 'inquiry.approved', payload: {data: {id: 'inq_1'}}}},
});

function signed(text: string): Record<string, string> {
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${time}.${text}`).digest('hex');
  return {'content-type': 'application/json', 'countersign-signature': `t=${time},v1=${signature}`};
}

interface Way {
  says: string;
  /** Serves the handler and gives its address. */
  serve(onEvent: (event: WebhookEvent) => unknown): Promise<{url: string; close(): void}>;
}

async function listening(server: http.Server): Promise<{url: string; close(): void}> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close};
}

const ways: Way[] = [
  {
    says: 'node:http',
    serve: (onEvent) => {
      const receive = webhookMiddleware({secret, onEvent});
      return listening(
        http.createServer((request, response) => {
          receive(request, response).catch(() => response.writeHead(500).end());
        }),
      );
    },
  },
  {
    says: 'Express',
    serve: (onEvent) => listening(http.createServer(express().post('/', webhookMiddleware({secret, onEvent})))),
  },
  {
    says: 'Express after express.raw()',
    serve: (onEvent) => {
      const app = express().use(express.raw({type: 'application/json'}));
      return listening(http.createServer(app.post('/', webhookMiddleware({secret, onEvent}))));
    },
  },
  {
    says: 'Request and Response',
    serve: (onEvent) => {
      const receive = webhookRoute({secret, onEvent});
      return listening(
        http.createServer((request, response) => {
          const chunks: Buffer[] = [];
          request.on('data', (chunk: Buffer) => chunks.push(chunk));
          request.on('end', () => {
            const headers = new Headers(request.headers as Record<string, string>);
            receive(new Request('http://host/', {method: 'POST', headers, body: Buffer.concat(chunks)})).then(
              async (answer) => response.writeHead(answer.status).end(await answer.text()),
              () => response.writeHead(500).end(),
            );
          });
        }),
      );
    },
  },
];

for (const {says, serve} of ways) {
  test(`${says}: hands on what was signed and answers 204`, async () => {
    const events: string[] = [];
    const {url, close} = await serve(({id}) => events.push(id));
    const answer = await fetch(url, {method: 'POST', headers: signed(body), body});
    close();
    assert.equal(answer.status, 204);
    assert.deepEqual(events, ['evt_1']);
  });

  test(`${says}: refuses what was not signed, and says why`, async () => {
    const events: string[] = [];
    const {url, close} = await serve(({id}) => events.push(id));
    const answer = await fetch(url, {method: 'POST', headers: signed(body), body: body.replace('inq_1', 'inq_2')});
    const text = await answer.text();
    close();
    assert.equal(answer.status, 400);
    assert.match(text, /no signature matches/);
    assert.deepEqual(events, []);
  });

  test(`${says}: what you throw makes it come again`, async () => {
    const {url, close} = await serve(() => Promise.reject(new Error('the database is away')));
    const answer = await fetch(url, {method: 'POST', headers: signed(body), body});
    close();
    assert.equal(answer.status, 500);
  });
}

test('behind a parser that took the bytes it fails loudly instead of refusing every webhook', async () => {
  const app = express().use(express.json());
  let heard: unknown;
  app.post('/', webhookMiddleware({secret, onEvent: () => {}}));
  app.use(((error, _request, response, _next) => {
    heard = error;
    response.sendStatus(500);
  }) satisfies express.ErrorRequestHandler);
  const {url, close} = await listening(http.createServer(app));
  const answer = await fetch(url, {method: 'POST', headers: signed(body), body});
  close();
  assert.equal(answer.status, 500);
  assert.match(String(heard), /put this handler before the parser/);
});

test('a flood is cut off', async () => {
  const {url, close} = await (ways[0] as Way).serve(() => {});
  const flood = 'x'.repeat(5 * 1024 * 1024);
  const answer = await fetch(url, {method: 'POST', headers: signed(flood), body: flood}).catch(() => undefined);
  close();
  assert.ok(!answer || answer.status >= 400);
});
