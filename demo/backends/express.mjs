/**
 * A backend on Express: sends people to their verification and hears how it ended.
 *
 *     COUNTERSIGN_URL=… COUNTERSIGN_API_KEY=… TEMPLATE_ID=itmpl_… WEBHOOK_SECRET=wbhsec_… PORT=8080 node express.mjs
 */
import {Countersign} from 'countersign/server';
import {webhookMiddleware} from 'countersign/webhooks';
import express from 'express';

const {COUNTERSIGN_URL: url, COUNTERSIGN_API_KEY: apiKey, TEMPLATE_ID, WEBHOOK_SECRET: secret, PORT} = process.env;
const countersign = new Countersign({url, apiKey});
const app = express();

app.get('/verify/:user', async (request, response) => {
  const {meta} = await countersign.post('/inquiries', {
    body: {
      data: {attributes: {'inquiry-template-id': TEMPLATE_ID, 'reference-id': request.params.user}},
      meta: {'auto-create-one-time-link': true},
    },
  });
  response.redirect(303, meta['one-time-link']);
});

// before express.json(), which would leave nothing of the bytes that were signed
app.post('/webhooks', webhookMiddleware({secret, onEvent: hear}));
app.use(express.json());

function hear({attributes: {name, payload}}) {
  console.log(name, payload.data.attributes['reference-id']);
}

const server = app.listen(Number(PORT ?? 8080), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
