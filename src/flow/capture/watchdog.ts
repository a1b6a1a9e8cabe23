/** Notices a camera that gives nothing: no new frames, or only black ones (a covered lens, another app, a driver asleep). */
export type Picture = 'fine' | 'black' | 'frozen';

const blackMs = 3000;
const frozenMs = 4000;

export class PictureWatchdog {
  #lastFrame: number;
  #blackSince: number | undefined;

  /** `now` in milliseconds of any one clock. */
  constructor(now: number) {
    this.#lastFrame = now;
  }

  frame(now: number, {mean, sharpness}: {mean: number; sharpness: number}): void {
    this.#lastFrame = now;
    // Night is noisy (its Laplacian varies by 5 and more); a dead camera is evenly black.
    if (mean < 6 && sharpness < 2) this.#blackSince ??= now;
    else this.#blackSince = undefined;
  }

  /** A new picture came, whatever it shows. */
  alive(now: number): void {
    this.#lastFrame = now;
  }

  look(now: number): Picture {
    if (now - this.#lastFrame >= frozenMs) return 'frozen';
    if (this.#blackSince !== undefined && now - this.#blackSince >= blackMs) return 'black';
    return 'fine';
  }
}
