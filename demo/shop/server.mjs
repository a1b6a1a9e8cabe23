/**
 * Birch & Oar hires out canoes and wants to know who takes one: it creates the inquiry with its API key, lets the page show it, and
 * believes nothing but the signed webhook. `COUNTERSIGN_URL=… COUNTERSIGN_API_KEY=… PORT=3002 node demo/shop/server.mjs`
 */
import http from 'node:http';
import {pathToFileURL} from 'node:url';
import {Countersign} from 'countersign/server';
import {webhookMiddleware} from 'countersign/webhooks';
import {Bookings} from './bookings.mjs';
import {sendPage} from './pages.mjs';
import {findTemplates, subscribe} from './setup.mjs';

export async function startShop({port = 0, host = '127.0.0.1', countersignUrl, apiKey, templateId}) {
  const countersign = new Countersign({url: countersignUrl, apiKey});
  const bookings = new Bookings();

  /** The template is ours to choose, the reference id is the name by which the webhook comes back. */
  const book = async (searchParams, redirectTo) => {
    const id = bookings.open();
    const wish = templates.find((template) => template.id === searchParams.get('template'));
    const attributes = {'inquiry-template-id': templateId ?? (wish ?? templates[0]).id, 'reference-id': id};
    if (redirectTo) attributes['redirect-uri'] = `${redirectTo}?booking=${id}`;
    const wanted = {'auto-create-inquiry-session': true, 'auto-create-one-time-link': Boolean(redirectTo)};
    const {data, meta} = await countersign.post('/inquiries', {body: {data: {attributes}, meta: wanted}});
    return {id, inquiryId: data.id, sessionToken: meta['session-token'], link: meta['one-time-link']};
  };

  const routes = {
    'POST /webhooks': (request, response) => receive(request, response),
    'GET /bookings': (request, response, {searchParams}) => bookings.follow(searchParams.get('id'), request, response),
    // for whoever tries things out; a real shop has one
    'GET /templates': async (_request, response) => {
      templates = await findTemplates(countersign);
      response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(templates));
    },
    'POST /bookings': async (_request, response, {searchParams}) => {
      const {link: _, ...booking} = await book(searchParams);
      response.writeHead(201, {'content-type': 'application/json'}).end(JSON.stringify(booking));
    },
    'POST /hosted': async (_request, response, {searchParams}) => {
      response.writeHead(303, {location: (await book(searchParams, `${shopUrl()}/hosted`)).link}).end();
    },
  };
  const page = (_request, response, {pathname}) => sendPage(pathname, countersignUrl, response);
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, shopUrl());
    try {
      await (routes[`${request.method} ${url.pathname}`] ?? page)(request, response, url);
    } catch (error) {
      console.error(error.message);
      response.writeHead(502).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const shopUrl = () => `http://localhost:${server.address().port}`;
  let templates = await findTemplates(countersign);
  const secret = await subscribe(countersign, `${shopUrl()}/webhooks`);
  const receive = webhookMiddleware({secret, onEvent: (event) => bookings.hear(event)});
  return {url: shopUrl(), stop: () => new Promise((done) => (server.close(done), server.closeAllConnections()))};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {COUNTERSIGN_URL = 'http://localhost:3000', COUNTERSIGN_API_KEY: apiKey, PORT = '3002'} = process.env;
  const {url} = await startShop({port: Number(PORT), countersignUrl: COUNTERSIGN_URL, apiKey});
  console.log(`Birch & Oar is open at ${url}`);
}
