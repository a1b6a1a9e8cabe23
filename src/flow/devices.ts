/**
 * One inquiry on several devices: what this one shows while another one is in the person's hand, and when it has to listen.
 *
 * 1. Whoever hands over sees the code, then that a device joined; the steps themselves are done over there.
 * 2. Waiting and the end are shown on every device.
 * 3. A device listens as long as another one may move the inquiry: it hands over, it came by a code or a link (there may be more
 *    than one), or one has joined.
 */
import type {Position} from '../protocol/position.ts';

/** The inquiry's own screen, or what stands in its place while another device goes on. */
export interface PositionView {
  kind: 'screen' | 'handoff';
  position: Position;
}

const here = new Set<Position['screen']['kind']>(['processing', 'success', 'failed', 'expired']);

export class Devices {
  readonly #changed: () => void;
  #handing = false;
  /** This device came by a one-time code: of another device, or in a link of the organisation. */
  byCode = false;
  /** It was the code of another device. */
  came = false;

  /** @param changed - called when the person changed the device that goes on */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether another device can take over: not where this one came by another one's code itself. */
  get mayHandOver(): boolean {
    return !this.came;
  }

  /** Shows the code for another device. */
  handOver(): void {
    this.#handing = true;
    this.#changed();
  }

  /** Back from another device to this one. */
  goOnHere(): void {
    this.#handing = false;
    this.#changed();
  }

  /** A page that was loaded anew while another device is at work shows that one again; answers whether that is so. */
  resumed({joined}: Position): boolean {
    return (this.#handing ||= Boolean(joined?.length));
  }

  viewOf(position: Position): PositionView {
    const shown = this.#handing && !here.has(position.screen.kind);
    return {kind: shown ? 'handoff' : 'screen', position};
  }

  listens({kind, position: {screen, joined}}: PositionView): boolean {
    if (kind === 'handoff') return true;
    return screen.kind === 'processing' || this.byCode || Boolean(joined?.length);
  }
}
