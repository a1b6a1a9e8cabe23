/** `POST /webhooks` in a Next.js app: hears how it ended. */
import {webhookRoute} from 'countersign/webhooks';

export const POST = webhookRoute({
  secret: process.env.WEBHOOK_SECRET,
  onEvent({attributes: {name, payload}}) {
    console.log(name, payload.data.attributes['reference-id']);
  },
});
