/** Which events a webhook wants, and when a delivery is tried again. */

export interface Subscription {
  /** Names, or `*` for all. */
  enabledEvents: readonly string[];
  /** A part the payload must contain; null = any. */
  payloadFilter: Record<string, unknown> | null;
}

export function wantsEvent(subscription: Subscription, event: {name: string; payload: unknown}): boolean {
  const {enabledEvents, payloadFilter} = subscription;
  if (!enabledEvents.includes('*') && !enabledEvents.includes(event.name)) return false;
  return payloadFilter === null || contains(event.payload, payloadFilter);
}

/** Objects contain their part key by key, arrays every element somewhere; `$or` wants one of its parts. Anything else is equal or not. */
export function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((one) => whole.some((candidate) => contains(candidate, one)));
  if (!isObject(part)) return Object.is(whole, part);
  return Object.entries(part).every(([key, inner]) => {
    if (key === '$or') return Array.isArray(inner) && inner.some((one) => contains(whole, one));
    return isObject(whole) && Object.hasOwn(whole, key) && contains(whole[key], inner);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Seconds from one attempt to the next: after a little more than two days of trying the delivery waits for a person. */
export const retryDelaysSeconds: readonly number[] = [3, 64, 729, 4096, 15_625, 46_656, 117_649];
export const mostAttempts = retryDelaysSeconds.length + 1;

/**
 * When to try again after the `attempts`-th attempt failed; null = never. `jitter` from 0 to 1 adds up to a tenth, so that
 * receivers that were down meet their events spread out.
 */
export function nextAttemptAt(attempts: number, failedAt: Date, jitter: number): Date | null {
  const delay = retryDelaysSeconds[attempts - 1];
  return delay === undefined ? null : new Date(failedAt.getTime() + delay * 1000 * (1 + jitter / 10));
}

/** HTTP statuses that count as received. */
export const receivedStatuses: readonly number[] = [200, 201, 202, 204];

/** A receiver that took nothing for so long is taken for gone. One delivery's tries last a little longer than two days. */
const silenceMs = 3 * 24 * 3600 * 1000;

/**
 * Whether a webhook is switched off after a delivery used up its tries: only where nothing at all got through for three days,
 * so that one event which a receiver cannot digest never silences the others.
 */
export function isGone(webhook: {enabledSince: Date; lastDeliveredAt: Date | null}, now: Date): boolean {
  const lastSign = Math.max(webhook.enabledSince.getTime(), webhook.lastDeliveredAt?.getTime() ?? 0);
  return now.getTime() - lastSign > silenceMs;
}
