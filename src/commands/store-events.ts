import {wantsEvent} from '../domain/webhook.ts';
import type {Jobs} from '../jobs/queue.ts';
import {newId} from '../protocol/ids.ts';
import {batchOf} from '../storage/batch.ts';
import type {Tx} from '../storage/database.ts';
import {insertEvent} from '../storage/event.ts';
import type {Keyring} from '../storage/keyring.ts';
import {insertDelivery} from '../storage/webhook-delivery.ts';
import {listEnabledWebhooks} from '../storage/webhook.ts';

/** What happened to whom; `data` is the resource as the API shows it (native version, kebab-case). */
export interface NewEvent {
  name: string;
  objectType: string;
  objectId: string;
  /** Whose key seals the payload: the inquiry or account it speaks of. */
  subjectId: string;
  data: unknown;
  included?: unknown[];
  /** What `data` alone does not show of what happened. */
  context?: Record<string, unknown>;
}

export interface StoredEvent extends NewEvent {
  id: string;
  at: Date;
}

/** The part of a `Write` this needs. */
interface Ground {
  envId: string;
  tx: Tx;
  ctx: {keyring: Keyring};
  enqueue(name: 'deliver-webhook', data: Jobs['deliver-webhook']): Promise<void>;
}

/** Stores events with sealed payloads, and for each enabled webhook that wants one a delivery and its first job. */
export async function storeEvents(w: Ground, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  for (const {id, at, name, objectType, objectId, subjectId, data, included, context} of events) {
    const plain = Buffer.from(JSON.stringify({data, included, context}));
    const payload = await w.ctx.keyring.seal(w.tx, {envId: w.envId, subjectId, context: `event:${id}`}, plain);
    insertEvent(w.tx, {
      env_id: w.envId,
      id,
      name,
      object_type: objectType,
      object_id: objectId,
      subject_id: subjectId,
      payload,
      created_at: at,
    });
  }

  const webhooks = await listEnabledWebhooks(w.tx, w.envId);
  if (webhooks.length === 0) return;
  const deliveries = events.flatMap((event) =>
    webhooks
      .filter((webhook) =>
        wantsEvent(
          {enabledEvents: webhook.enabled_events, payloadFilter: webhook.payload_filter},
          {name: event.name, payload: {data: event.data}},
        ),
      )
      .map((webhook) => ({
        env_id: w.envId,
        id: newId('delivery', event.at.getTime()),
        webhook_id: webhook.id,
        event_id: event.id,
        created_at: event.at,
      })),
  );
  if (deliveries.length === 0) return;
  for (const delivery of deliveries) insertDelivery(w.tx, delivery);
  // which webhooks there are may have been remembered; only after this it is certain
  await batchOf(w.tx).flush();
  for (const {id: deliveryId, webhook_id: webhookId} of deliveries)
    await w.enqueue('deliver-webhook', {envId: w.envId, deliveryId, webhookId, attempt: 0});
}
