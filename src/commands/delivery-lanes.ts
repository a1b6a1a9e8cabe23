/**
 * One lane per webhook, in this process: a receiver that takes its full five seconds holds a few of the worker's hands, never all
 * of them. A delivery that finds its lane full gets a moment of its own in the future, so a long backlog is not asked again and again.
 */

/** In flight to one receiver. */
const laneWidth = 4;
/** To one that answers quickly, which holds each hand for a moment only; never all of the sixteen. */
const wideLane = 12;
const quickMs = 100;
/** A receiver that failed so often in a row gets one at a time until it answers again; a single slip slows nothing. */
const patience = 3;
/** What one attempt is taken to last when moments are handed out, in milliseconds, until the receiver has shown how long it takes. */
const expectedMs = 500;
const shortestMs = 5;
const expectedSlowMs = 5000;
/** Lanes without traffic are forgotten, beyond this many. */
const mostLanes = 10_000;

interface Lane {
  inFlight: number;
  /** Failed attempts since the last that succeeded. */
  failures: number;
  /** What an attempt took lately: the last ones count most, and one slow answer is enough to call a receiver slow. */
  tookMs: number;
  /** Up to when moments were handed out, epoch milliseconds. */
  bookedUntil: number;
}

export type Place = {type: 'now'; leave(succeeded: boolean, tookMs?: number): void} | {type: 'later'; at: Date};

export class DeliveryLanes {
  readonly #lanes = new Map<string, Lane>();

  enter(webhookId: string, now: Date): Place {
    const lane = this.#lane(webhookId);
    const failing = lane.failures >= patience;
    const width = failing ? 1 : lane.tookMs < quickMs ? wideLane : laneWidth;
    if (lane.inFlight < width) {
      lane.inFlight += 1;
      return {
        type: 'now',
        leave: (succeeded, tookMs = lane.tookMs) => {
          lane.inFlight -= 1;
          lane.failures = succeeded ? 0 : lane.failures + 1;
          const wasSlow = lane.tookMs >= quickMs;
          lane.tookMs = lane.tookMs * 0.8 + tookMs * 0.2;
          // what was handed out for a slow one is too far away now
          if (wasSlow && lane.tookMs < quickMs) lane.bookedUntil = 0;
        },
      };
    }
    const lasts = failing ? expectedSlowMs : Math.max(lane.tookMs, shortestMs);
    lane.bookedUntil = Math.max(lane.bookedUntil, now.getTime() + lasts) + lasts / width;
    return {type: 'later', at: new Date(lane.bookedUntil)};
  }

  #lane(webhookId: string): Lane {
    const lane = this.#lanes.get(webhookId) ?? {inFlight: 0, failures: 0, tookMs: expectedMs, bookedUntil: 0};
    this.#lanes.delete(webhookId);
    this.#lanes.set(webhookId, lane);
    for (const [id, {inFlight}] of this.#lanes) {
      if (this.#lanes.size <= mostLanes) break;
      if (inFlight === 0) this.#lanes.delete(id);
    }
    return lane;
  }
}
