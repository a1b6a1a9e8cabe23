import {isGone} from '../domain/webhook.ts';
import type {Row} from '../storage/schema.ts';
import {listOperatorsOf} from '../storage/operator.ts';
import {lastDeliveredAt} from '../storage/webhook-delivery.ts';
import {sendMessage} from './send-message.ts';
import {disableWebhook} from './update-webhook.ts';
import type {Write} from './write.ts';

/** After a delivery used up its tries: a receiver that is gone is asked no more, and the operators are told. */
export async function switchOffWebhookIfGone(w: Write, webhook: Row<'webhook'>): Promise<void> {
  const sign = await lastDeliveredAt(w.tx, w.envId, webhook.id);
  if (!isGone({enabledSince: webhook.updated_at, lastDeliveredAt: sign}, w.now)) return;
  await disableWebhook(w, {webhookId: webhook.id});
  for (const {email} of await listOperatorsOf(w.tx, w.envId)) {
    const content = {to: email, subject: 'A webhook was switched off', text: noticeOf(w, webhook, sign)};
    await sendMessage(w, {channel: 'email', subjectId: w.envId, kind: 'webhook-disabled', content});
  }
}

function noticeOf(w: Write, webhook: Row<'webhook'>, sign: Date | null): string {
  const since = sign ? `since ${sign.toISOString()}` : 'at any time';
  return [
    `The webhook ${webhook.id} to ${new URL(webhook.url).host} received nothing ${since}, so it was switched off.`,
    'No event is lost: all of them stay in the list of events, and deliveries that failed can be sent again.',
    `Enable the webhook when its receiver is back: ${w.ctx.settings.operatorUrl}`,
  ].join('\n\n');
}
