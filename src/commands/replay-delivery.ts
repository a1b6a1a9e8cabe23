import {CountersignError} from '../protocol/errors.ts';
import type {Row} from '../storage/schema.ts';
import {findDelivery, reopenDelivery} from '../storage/webhook-delivery.ts';
import type {Write} from './write.ts';

/** Sends a finished delivery again, with all its attempts before it. One that still waits stays as it is. @throws CountersignError `not_found` */
export async function replayDelivery(w: Write, input: {deliveryId: string}): Promise<Row<'webhook_delivery'>> {
  const delivery = await findDelivery(w.tx, w.envId, input.deliveryId);
  if (!delivery) throw new CountersignError('not_found');
  const reopened = await reopenDelivery(w.tx, w.envId, delivery.id);
  if (!reopened) return delivery;
  const {id: deliveryId, webhook_id: webhookId} = delivery;
  await w.enqueue('deliver-webhook', {envId: w.envId, deliveryId, webhookId, attempt: 0});
  await w.audit('webhook-delivery.replay', 'webhook-delivery', delivery.id);
  return reopened;
}
