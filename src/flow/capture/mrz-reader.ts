/**
 * Whether the lines in the preview can be read, asked of a worker of its own: it comes when lines are first seen, takes one frame at a
 * time, and whoever is slow, missing or broken there is simply not heard. Nothing waits for it.
 */
import type {GrayImage} from '../../verification/image/gray.ts';
import type {MrzReaderAnswer, MrzReaderRequest} from './mrz-reader.worker.ts';
import {startMrzReaderWorker} from './worker.ts';

/** A reading speaks for the frames of this long; hands move. */
const freshMs = 1500;
/** A device that needs longer for a frame than this keeps its strength for the camera. */
const tooSlowMs = 2500;

export class MrzReader {
  #worker: Worker | undefined;
  #busy = false;
  #ended = false;
  #readableAt = -Infinity;
  readonly #start: () => Worker;

  constructor(start: () => Worker = startMrzReaderWorker) {
    this.#start = start;
  }

  /** Whether a frame would be looked at now. */
  get idle(): boolean {
    return !this.#busy && !this.#ended;
  }

  /** `now` in milliseconds of the clock of `offer`. */
  readable(now: number): boolean {
    return now - this.#readableAt <= freshMs;
  }

  /** The frame's bytes go to the worker and are gone here. */
  offer(frame: GrayImage, now: number): void {
    if (!this.idle) return;
    this.#busy = true;
    const worker = (this.#worker ??= this.#open());
    worker.onmessage = ({data}: MessageEvent<MrzReaderAnswer>) => {
      this.#busy = false;
      if ('unavailable' in data || data.ms > tooSlowMs) this.stop();
      if ('readable' in data && data.readable) this.#readableAt = now;
    };
    const request: MrzReaderRequest = {frame};
    worker.postMessage(request, [frame.data.buffer as ArrayBuffer]);
  }

  stop(): void {
    this.#ended = true;
    this.#worker?.terminate();
  }

  #open(): Worker {
    const worker = this.#start();
    worker.onerror = (event) => {
      event.preventDefault();
      this.stop();
    };
    return worker;
  }
}
