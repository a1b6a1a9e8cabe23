/**
 * The same on Hono, and on everything else that speaks `Request` and `Response`.
 *
 *     COUNTERSIGN_URL=… COUNTERSIGN_API_KEY=… TEMPLATE_ID=itmpl_… WEBHOOK_SECRET=wbhsec_… PORT=8080 node hono.mjs
 */
import {serve} from '@hono/node-server';
import {Countersign} from 'countersign/server';
import {webhookRoute} from 'countersign/webhooks';
import {Hono} from 'hono';

const {COUNTERSIGN_URL: url, COUNTERSIGN_API_KEY: apiKey, TEMPLATE_ID, WEBHOOK_SECRET: secret, PORT} = process.env;
const countersign = new Countersign({url, apiKey});
const receive = webhookRoute({secret, onEvent: hear});

const app = new Hono()
  .get('/verify/:user', async (c) => {
    const {meta} = await countersign.post('/inquiries', {
      body: {
        data: {attributes: {'inquiry-template-id': TEMPLATE_ID, 'reference-id': c.req.param('user')}},
        meta: {'auto-create-one-time-link': true},
      },
    });
    return c.redirect(meta['one-time-link'], 303);
  })
  .post('/webhooks', (c) => receive(c.req.raw));

function hear({attributes: {name, payload}}) {
  console.log(name, payload.data.attributes['reference-id']);
}

serve({fetch: app.fetch, port: Number(PORT ?? 8080), hostname: '127.0.0.1'}, ({port}) => {
  console.log(`http://127.0.0.1:${port}`);
});
