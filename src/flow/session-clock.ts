/**
 * The end of a session is no surprise: whoever is at work gets more time without being asked, and whoever seems to be away is asked
 * while there is time left to answer (WCAG 2.2, 2.2.1).
 */
export interface SessionClockListener {
  /** Half the warning time or less ago somebody pressed or typed something. */
  active(): void;
  /** Nobody did. */
  ending(secondsLeft: number): void;
}

/** Warned so long before the end; at most half of what is left, because some sessions are short. */
const warningSeconds = 5 * 60;

/** Less is no time to answer in. */
const shortestSeconds = 20;

export class SessionClock {
  readonly #listener: SessionClockListener;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = 0;
  #away = new AbortController();

  constructor(listener: SessionClockListener) {
    this.#listener = listener;
  }

  /** Begins again. @param secondsLeft absent where there is no session to end */
  set(secondsLeft: number | undefined): void {
    this.stop();
    if (secondsLeft === undefined) return;
    const before = Math.min(warningSeconds, secondsLeft / 2);
    // a timer holds 24 days at most; no session that long ends while its page stays open
    if (secondsLeft > 2_000_000) return;
    // the inquiry itself is about to end, and nothing lengthens that
    if (secondsLeft < shortestSeconds) return;
    const {signal} = (this.#away = new AbortController());
    for (const type of ['pointerdown', 'keydown']) {
      globalThis.addEventListener?.(type, () => (this.#touched = Date.now()), {signal, capture: true, passive: true});
    }
    this.#timer = setTimeout(() => this.#warn(before), (secondsLeft - before) * 1000);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#away.abort();
  }

  #warn(before: number): void {
    if (Date.now() - this.#touched < (before / 2) * 1000) this.#listener.active();
    else this.#listener.ending(Math.floor(before));
  }
}
