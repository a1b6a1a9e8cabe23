/** Follows the face in the preview: one frame at a time to the worker, and notices a camera that gives nothing. */
import type {CameraTrouble} from '../camera-trouble.ts';
import {PictureWatchdog} from '../watchdog.ts';
import {faceFinder, type FaceFinder} from './face-finder.ts';
import type {FaceReading} from './guide.ts';

export interface FaceWatchOptions {
  video: HTMLVideoElement;
  onReading: (reading: FaceReading) => void;
  onLost: (trouble: CameraTrouble) => void;
}

/** The mesh looks at 192 pixels of the face, so more than this is not seen. */
const frameWidth = 480;
const lookMs = 500;
/** Times between frames that are kept, for how evenly they come. */
const mostTimes = 60;

export class FaceWatch {
  readonly #options: FaceWatchOptions;
  readonly #watchdog = new PictureWatchdog(performance.now());
  #timer: ReturnType<typeof setInterval> | undefined;
  #finder: FaceFinder | undefined;
  #stopped = false;
  #busy = false;
  /** A picture was shown since the last one was taken. */
  #waiting = false;
  #lastTime = 0;
  #lastFrame = 0;
  readonly #gaps: number[] = [];

  constructor(options: FaceWatchOptions) {
    this.#options = options;
  }

  /** Resolves when faces are looked for; false where the nets cannot be had. */
  async start(): Promise<boolean> {
    this.#timer = setInterval(() => this.#look(), lookMs);
    const finder = faceFinder();
    try {
      await finder.ready;
    } catch {
      // the person aims and presses without them, and the server judges as it always does
      this.#next();
      return false;
    }
    this.#finder = finder;
    if (!this.#stopped) this.#next();
    return true;
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }

  /** Standard deviation of the time between frames in milliseconds; undefined until enough were seen. */
  get jitterMs(): number | undefined {
    const gaps = this.#gaps;
    if (gaps.length < 10) return undefined;
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  }

  /** Every picture of the camera is heard of; while one is being read, the newest waits. */
  #next(): void {
    if (this.#stopped) return;
    const {video} = this.#options;
    const then = (now: number) => {
      this.#gap(now);
      this.#waiting = true;
      void this.#readWaiting();
      this.#next();
    };
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(then);
    else requestAnimationFrame(then);
  }

  async #readWaiting(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting && !this.#stopped) {
      this.#waiting = false;
      await this.#frame();
    }
    this.#busy = false;
  }

  #gap(now: number): void {
    if (this.#lastFrame > 0) this.#gaps.push(now - this.#lastFrame);
    this.#lastFrame = now;
    if (this.#gaps.length > mostTimes) this.#gaps.shift();
  }

  async #frame(): Promise<void> {
    const {video, onReading} = this.#options;
    const finder = this.#finder;
    if (!finder || this.#stopped || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    try {
      const resizeWidth = Math.min(frameWidth, video.videoWidth);
      const resizeHeight = Math.round((video.videoHeight * resizeWidth) / video.videoWidth);
      const bitmap = await createImageBitmap(video, {resizeWidth, resizeHeight, resizeQuality: 'low'});
      const reading = await finder.read(bitmap);
      if (this.#stopped || !reading) return;
      const {brightness = 128, sharpness = 100} = reading.face ?? {};
      this.#watchdog.frame(performance.now(), {mean: brightness, sharpness});
      onReading(reading);
    } catch {
      // A frame taken while the camera changes cannot be read; the next one can.
    }
  }

  /** Frames that are slow to measure still count as alive while the video's own clock runs. */
  #look(): void {
    if (document.visibilityState !== 'visible') return;
    const {currentTime} = this.#options.video;
    if (currentTime !== this.#lastTime) this.#watchdog.alive(performance.now());
    this.#lastTime = currentTime;
    if (this.#watchdog.look(performance.now()) !== 'fine') this.#options.onLost('black');
  }
}
