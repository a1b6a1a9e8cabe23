/**
 * Sends one event to one receiver.
 *
 * Requirements
 * 1. At least once: the attempt is recorded after the answer came; a process that dies in between sends again.
 * 2. Fenced: a job names how many attempts were made before it; one that comes too late does nothing, so retries never multiply.
 * 3. No transaction is open while the receiver takes its time.
 * 4. The same event and delivery id and the same body every time; only the signature's time differs.
 */
import type {JobHandler} from '../jobs/queue.ts';
import {mostAttempts, nextAttemptAt, receivedStatuses} from '../domain/webhook.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {KeptEvent} from '../protocol/event.ts';
import {newId} from '../protocol/ids.ts';
import {OutboundError} from '../outbound/guarded-fetch.ts';
import {findEvent} from '../storage/event.ts';
import type {Row} from '../storage/schema.ts';
import {findDelivery, recordAttempt} from '../storage/webhook-delivery.ts';
import {findWebhook} from '../storage/webhook.ts';
import type {Context} from './context.ts';
import {DeliveryLanes} from './delivery-lanes.ts';
import {relatedResources, wantedRelations} from './event-related.ts';
import {renderDelivery} from './render-delivery.ts';
import {signWebhook} from './sign-webhook.ts';
import {openWebhookHeaders} from './webhook-headers.ts';
import {openWebhookSecrets} from './webhook-secrets.ts';
import {switchOffWebhookIfGone} from './switch-off-webhook.ts';
import {write} from './write.ts';

/** A receiver's time to answer. */
const timeoutMs = 5000;

/** What came of an attempt; `error` is a code, never a body. */
interface Outcome {
  status: number | null;
  error: string | null;
  /** Trying again cannot help. */
  final?: boolean;
}

const lanesOf = new WeakMap<Context, DeliveryLanes>();

/** Each context has its own lanes: they are about this process's hands. */
export function deliveryLanes(ctx: Context): DeliveryLanes {
  const lanes = lanesOf.get(ctx) ?? new DeliveryLanes();
  lanesOf.set(ctx, lanes);
  return lanes;
}

/** The job `deliver-webhook`. It never fails for a receiver's sake; only trouble of ours makes the queue run it again. */
export async function deliverWebhook(
  ctx: Context,
  ...[data]: Parameters<JobHandler<'deliver-webhook'>>
): Promise<void> {
  const {envId, deliveryId, attempt} = data;
  const delivery = await findDelivery(ctx.database.db, envId, deliveryId);
  if (!delivery || delivery.state !== 'pending') return;
  if (attempt !== undefined && attempt !== delivery.attempts) return;

  const webhook = await findWebhook(ctx.database.db, envId, delivery.webhook_id);
  if (!webhook || webhook.status !== 'enabled')
    return record(ctx, delivery, {status: null, error: 'webhook_disabled', final: true});

  const outcome = await attemptDelivery(ctx, delivery, webhook);
  await record(ctx, delivery, outcome, outcome.final ? undefined : webhook);
}

async function attemptDelivery(
  ctx: Context,
  delivery: Row<'webhook_delivery'>,
  webhook: Row<'webhook'>,
): Promise<Outcome> {
  const {db} = ctx.database;
  const event = await findEvent(db, delivery.env_id, delivery.event_id);
  if (!event) return {status: null, error: 'event_missing', final: true};
  const payload = await openPayload(ctx, event);
  if (!payload) return {status: null, error: 'redacted', final: true};

  const now = ctx.now();
  const ground = {reader: db, keyring: ctx.keyring, now};
  const secrets = await openWebhookSecrets(ground, delivery.env_id, webhook.id);
  const relations = wantedRelations(event, webhook.included_allowlist);
  const included = relations && (await relatedResources(db, event, {relations, now}));
  const body = renderDelivery(event, {...payload, ...(included && {included})}, webhook);
  const signature = signWebhook(
    body,
    secrets.map(({value}) => value),
    now,
  );
  const headers = {
    ...(await openWebhookHeaders(ground, webhook)),
    ...ownHeaders(delivery, signature, now),
  };
  const from = performance.now();
  const outcome = await post(ctx, webhook.url, headers, body);
  deliveryLanes(ctx).tried(webhook.id, {received: outcome.error === null, tookMs: performance.now() - from});
  return outcome;
}

async function post(ctx: Context, url: string, headers: Record<string, string>, body: string): Promise<Outcome> {
  try {
    const {status} = await ctx.fetch(url, {method: 'POST', headers, body, timeoutMs});
    return {status, error: receivedStatuses.includes(status) ? null : `http_${status}`};
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return {status: null, error: error.failure};
  }
}

/** Undefined once the person was redacted. */
async function openPayload(ctx: Context, event: Row<'event'>): Promise<KeptEvent | undefined> {
  try {
    const key = {envId: event.env_id, subjectId: event.subject_id, context: `event:${event.id}`};
    // what `storeEvents` sealed under this very id
    return JSON.parse((await ctx.keyring.open(ctx.database.db, key, event.payload)).toString('utf8')) as KeptEvent;
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'gone') return undefined;
    throw error;
  }
}

/** Counted with the attempt they travel with. */
function ownHeaders(delivery: Row<'webhook_delivery'>, signature: string, now: Date): Record<string, string> {
  const made = delivery.attempts + 1;
  const first = Math.floor((delivery.first_attempted_at ?? now).getTime() / 1000);
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'User-Agent': 'Countersign-Webhooks/1',
    'Countersign-Delivery-Id': delivery.id,
  };
  for (const brand of ['Countersign', 'Persona']) {
    headers[`${brand}-Signature`] = signature;
    headers[`${brand}-Webhook-Attempts-Made`] = String(made);
    headers[`${brand}-Webhook-Attempts-Left`] = String(mostAttempts - made);
    headers[`${brand}-Webhook-First-Attempted-At`] = String(first);
  }
  return headers;
}

/** @param webhook whose receiver was tried */
async function record(
  ctx: Context,
  delivery: Row<'webhook_delivery'>,
  outcome: Outcome,
  webhook?: Row<'webhook'>,
): Promise<void> {
  await write(ctx, scopeOf(ctx, delivery), async (w) => {
    const tried = outcome.status !== null || !outcome.final;
    const attempts = delivery.attempts + (tried ? 1 : 0);
    const next = outcome.error === null || outcome.final ? null : nextAttemptAt(attempts, w.now, Math.random());
    const state = outcome.error === null ? 'delivered' : next ? 'pending' : 'failed';
    const recorded = await recordAttempt(w.tx, delivery, {
      state,
      attempts,
      first_attempted_at: delivery.first_attempted_at ?? (tried ? w.now : null),
      next_attempt_at: next,
      last_status: outcome.status,
      last_error: outcome.error,
      delivered_at: state === 'delivered' ? w.now : null,
    });
    if (recorded && state === 'failed' && webhook) await switchOffWebhookIfGone(w, webhook);
    if (!recorded || !next) return;
    await w.enqueue(
      'deliver-webhook',
      {envId: delivery.env_id, deliveryId: delivery.id, webhookId: delivery.webhook_id, attempt: attempts},
      {startAfter: next},
    );
  });
}

function scopeOf(ctx: Context, delivery: Row<'webhook_delivery'>) {
  const actor = {type: 'system' as const, id: 'deliver-webhook'};
  return {envId: delivery.env_id, actor, requestId: newId('request', ctx.now().getTime())};
}
