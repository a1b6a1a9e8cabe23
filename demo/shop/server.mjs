/**
 * Birch & Oar hires out canoes and wants to know who takes one. This is all a shop's server needs: it creates the inquiry with its API
 * key, lets the page show it, and believes nothing but the signed webhook.
 *
 *     COUNTERSIGN_URL=http://localhost:3000 COUNTERSIGN_API_KEY=… PORT=3002 node demo/shop/server.mjs
 */
import {randomUUID} from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import {fileURLToPath} from 'node:url';
import {verifyWebhook} from 'countersign/webhooks';
import {sendPage} from './pages.mjs';

const events = [
  'inquiry.completed',
  'inquiry.approved',
  'inquiry.declined',
  'inquiry.failed',
  'inquiry.marked-for-review',
];

export async function startShop({port = 0, host = '127.0.0.1', countersignUrl, apiKey, templateId}) {
  /** By reference id: what the webhooks said so far, and the pages that wait for more. */
  const bookings = new Map();

  const api = async (method, path, body) => {
    const response = await fetch(`${countersignUrl}/api/v1${path}`, {
      method,
      headers: {authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': randomUUID()},
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };

  /** A booking and its inquiry: the template is ours to choose, the reference id is the name by which the webhook comes back. */
  const book = async (redirectTo) => {
    const id = `booking-${randomUUID()}`;
    bookings.set(id, {heard: [], pages: new Set()});
    const {data, meta} = await api('POST', '/inquiries', {
      data: {
        attributes: {
          'inquiry-template-id': templateId,
          'reference-id': id,
          ...(redirectTo && {'redirect-uri': `${redirectTo}?booking=${id}`}),
        },
      },
      meta: {'auto-create-inquiry-session': true, 'auto-create-one-time-link': Boolean(redirectTo)},
    });
    return {id, inquiryId: data.id, sessionToken: meta['session-token'], link: meta['one-time-link']};
  };

  const hear = ({id, attributes: {name, payload}}) => {
    const {'reference-id': reference, status, fields} = payload.data.attributes;
    const booking = bookings.get(reference);
    // webhooks come at least once: the event's id tells a repetition
    if (!booking || booking.heard.some((event) => event.id === id)) return;
    booking.heard.push({id, name, status, firstName: fields['name-first']?.value ?? null});
    for (const page of booking.pages) page.write(tell(booking));
  };
  const tell = ({heard}) => `data: ${JSON.stringify(heard)}\n\n`;

  const server = http.createServer(async (request, response) => {
    const {pathname, searchParams} = new URL(request.url, shopUrl());
    const route = `${request.method} ${pathname}`;
    try {
      if (route === 'POST /webhooks') {
        // the raw bytes, before anything parses them
        hear(await verifyWebhook(await readBody(request), request.headers['countersign-signature'], secret));
        response.writeHead(204).end();
      } else if (route === 'POST /bookings') {
        const {link: _, ...booking} = await book();
        response
          .writeHead(201, {'content-type': 'application/json', 'cache-control': 'no-store'})
          .end(JSON.stringify(booking));
      } else if (route === 'POST /hosted') {
        const {link} = await book(`${shopUrl()}/hosted`);
        response.writeHead(303, {location: link}).end();
      } else if (route === 'GET /bookings') {
        const booking = bookings.get(searchParams.get('id'));
        if (!booking) return response.writeHead(404).end();
        response
          .writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'})
          .write(tell(booking));
        booking.pages.add(response);
        request.on('close', () => booking.pages.delete(response));
      } else await sendPage(pathname, countersignUrl, response);
    } catch (error) {
      const refused = error.name === 'WebhookVerificationError';
      console.error(refused ? `webhook refused: ${error.code}` : error.message);
      response.writeHead(refused ? 400 : 502).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const shopUrl = () => `http://localhost:${server.address().port}`;

  templateId ??= (await api('GET', '/inquiry-templates')).data.find(
    ({attributes: {name}}) => name === 'Document only',
  ).id;
  const secret = await subscribe(api, `${shopUrl()}/webhooks`);
  return {
    url: shopUrl(),
    stop: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

/** Our webhook's secret; the webhook itself is made at the first start. */
async function subscribe(api, url) {
  const known = (await api('GET', '/webhooks?page[size]=100')).data.find(({attributes}) => attributes.url === url);
  const {id} = known ?? (await api('POST', '/webhooks', {data: {attributes: {url, 'enabled-events': events}}})).data;
  const {secret} = (await api('GET', `/webhooks/${id}`)).data.attributes;
  if (known?.attributes.status !== 'enabled') await api('POST', `/webhooks/${id}/enable`);
  return secret;
}

async function readBody(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const {COUNTERSIGN_URL = 'http://localhost:3000', COUNTERSIGN_API_KEY: apiKey, PORT = '3002'} = process.env;
  if (!apiKey) throw new Error('COUNTERSIGN_API_KEY is missing: npm start prints one');
  const {url} = await startShop({port: Number(PORT), countersignUrl: COUNTERSIGN_URL, apiKey});
  console.log(`Birch & Oar is open at ${url}`);
}
