/**
 * One lane per webhook, in this process: a receiver that takes its full five seconds holds a few of the worker's hands, never all
 * of them. A delivery that finds its lane full gets a moment of its own in the future, so a long backlog is not asked again and again.
 */

/** In flight to one receiver; a receiver whose last attempt failed gets one at a time until it answers again. */
const laneWidth = 4;
/** What one attempt is taken to last when moments are handed out, in milliseconds. */
const expectedMs = 500;
const expectedSlowMs = 5000;
/** Lanes without traffic are forgotten, beyond this many. */
const mostLanes = 10_000;

interface Lane {
  inFlight: number;
  failing: boolean;
  /** Up to when moments were handed out, epoch milliseconds. */
  bookedUntil: number;
}

export type Place = {type: 'now'; leave(succeeded: boolean): void} | {type: 'later'; at: Date};

export class DeliveryLanes {
  readonly #lanes = new Map<string, Lane>();

  enter(webhookId: string, now: Date): Place {
    const lane = this.#lane(webhookId);
    const width = lane.failing ? 1 : laneWidth;
    if (lane.inFlight < width) {
      lane.inFlight += 1;
      return {
        type: 'now',
        leave: (succeeded) => {
          lane.inFlight -= 1;
          lane.failing = !succeeded;
        },
      };
    }
    const step = lane.failing ? expectedSlowMs : expectedMs / laneWidth;
    lane.bookedUntil = Math.max(lane.bookedUntil, now.getTime() + (lane.failing ? expectedSlowMs : expectedMs)) + step;
    return {type: 'later', at: new Date(lane.bookedUntil)};
  }

  #lane(webhookId: string): Lane {
    const lane = this.#lanes.get(webhookId) ?? {inFlight: 0, failing: false, bookedUntil: 0};
    this.#lanes.delete(webhookId);
    this.#lanes.set(webhookId, lane);
    for (const [id, {inFlight}] of this.#lanes) {
      if (this.#lanes.size <= mostLanes) break;
      if (inFlight === 0) this.#lanes.delete(id);
    }
    return lane;
  }
}
