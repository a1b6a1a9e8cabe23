/** Watches the preview while the person aims: measures frames, keeps the guidance, and notices a camera that gives nothing. */
import {advanceGuidance, lookFor, startGuidance, type Expected, type GuidanceState} from './guidance.ts';
import type {GrayImage} from '../../verification/image/gray.ts';
import type {FrameMeasurement} from './measure.ts';
import {MrzReader} from './mrz-reader.ts';
import {guideInVideo, Preview} from './preview.ts';
import {startBarcodeReaderWorker} from './worker.ts';
import {PictureWatchdog} from './watchdog.ts';

export interface LiveGuideOptions {
  video: HTMLVideoElement;
  /** The guide on the page; it moves with the window. */
  guide: Element;
  expected: Expected;
  onGuidance: (state: GuidanceState, measured: FrameMeasurement) => void;
  /** Black or frozen for too long. */
  onLost: () => void;
}

const lookMs = 1000;

export class LiveGuide {
  readonly #options: LiveGuideOptions;
  readonly #preview: Preview;
  readonly #lines = new MrzReader();
  /** Asked and heard in the same way. */
  readonly #bars = new MrzReader(startBarcodeReaderWorker);
  readonly #watchdog = new PictureWatchdog(performance.now());
  readonly #timer: ReturnType<typeof setInterval>;
  #state = startGuidance(performance.now());
  #lastTime = 0;

  constructor(options: LiveGuideOptions) {
    this.#options = options;
    const {video, guide, expected} = options;
    this.#preview = new Preview({
      video,
      place: () => {
        const size = {width: video.videoWidth, height: video.videoHeight};
        return guideInVideo(size, video.getBoundingClientRect(), guide.getBoundingClientRect());
      },
      look: lookFor(expected),
      hand: () => ({mrz: this.#lines.idle, barcode: this.#bars.idle}),
      onFrame: (measured, frame) => this.#frame(measured, frame),
    });
    this.#timer = setInterval(() => this.#look(), lookMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#preview.stop();
    this.#lines.stop();
    this.#bars.stop();
  }

  #frame(seen: FrameMeasurement, frame: GrayImage | undefined): void {
    const now = performance.now();
    // bars are looked for where they stand; a back with both shows its lines first
    if (frame && seen.barcode && this.#bars.idle) this.#bars.offer(frame, now);
    else if (frame) this.#lines.offer(frame, now);
    const measured = {...seen, readable: this.#lines.readable(now), decoded: this.#bars.readable(now)};
    this.#watchdog.frame(now, measured);
    this.#state = advanceGuidance(this.#state, measured, this.#options.expected, now);
    this.#options.onGuidance(this.#state, measured);
  }

  /** Frames that are slow to measure (or cannot be) still count as alive while the video's own clock runs. */
  #look(): void {
    if (document.visibilityState !== 'visible') return;
    const {currentTime} = this.#options.video;
    if (currentTime !== this.#lastTime) this.#watchdog.alive(performance.now());
    this.#lastTime = currentTime;
    if (this.#watchdog.look(performance.now()) !== 'fine') this.#options.onLost();
  }
}
