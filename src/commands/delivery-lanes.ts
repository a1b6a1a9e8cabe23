/**
 * One lane per webhook, in this process: a receiver that takes its full five seconds holds a few of the worker's hands, never all
 * of them. The queue claims nothing whose lane is full; what waits there is neither touched nor written.
 */
import type {Jobs, Lanes} from '../jobs/queue.ts';

/** In flight to one that answers quickly, which holds each hand for a moment only; never all of the sixteen. */
const wideLane = 12;
const quickMs = 100;
/** A receiver that failed so often in a row gets one at a time until it answers again; a single slip slows nothing. */
const patience = 3;
/** What an answer is taken to last until the receiver has shown how long it takes. */
const expectedMs = 500;
/** Receivers of whom nothing was heard for longest are forgotten, beyond this many. */
const mostReceivers = 10_000;

interface Receiver {
  /** Failed attempts since the last that succeeded. */
  failures: number;
  /** What its answers took lately: the last ones count most, and one slow answer is enough to call a receiver slow. */
  tookMs: number;
}

export class DeliveryLanes implements Lanes {
  readonly field = 'webhookId' satisfies keyof Jobs['deliver-webhook'];
  /** In flight to one receiver. */
  readonly width = 4;
  readonly #receivers = new Map<string, Receiver>();
  readonly #widths = new Map<string, number>();

  widths(): ReadonlyMap<string, number> {
    return this.#widths;
  }

  /** What came of an attempt. `tookMs` is the receiver's own time, without ours. */
  tried(webhookId: string, answer: {received: boolean; tookMs: number}): void {
    const before = this.#receivers.get(webhookId) ?? {failures: 0, tookMs: expectedMs};
    const now = {
      failures: answer.received ? 0 : before.failures + 1,
      tookMs: before.tookMs * 0.8 + answer.tookMs * 0.2,
    };
    this.#receivers.delete(webhookId);
    this.#receivers.set(webhookId, now);
    if (now.failures >= patience) this.#widths.set(webhookId, 1);
    else if (now.tookMs < quickMs) this.#widths.set(webhookId, wideLane);
    else this.#widths.delete(webhookId);
    this.#forget();
  }

  #forget(): void {
    const [oldest] = this.#receivers.keys();
    if (this.#receivers.size <= mostReceivers || oldest === undefined) return;
    this.#receivers.delete(oldest);
    this.#widths.delete(oldest);
  }
}
