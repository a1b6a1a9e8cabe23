/** Geometry and timing of the live preview: which part of the video the guide covers, and one frame at a time to the worker. */
import type {GrayImage} from '../../verification/image/gray.ts';
import type {PixelBox} from '../../verification/image/quality.ts';
import type {FrameMeasurement} from './measure.ts';
import type {QualityAnswer, QualityRequest} from './quality.worker.ts';
import {startQualityWorker} from './worker.ts';

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface GuideInVideo {
  /** The part of the video that is measured: the guide and some air around it, in video pixels. */
  crop: PixelBox;
  /** The guide within that part, as shares from 0 to 1. */
  guide: Rect;
}

/** Air around the guide, as a share of its size: where the document's edges may lie. */
const air = 0.16;

/** `stage` and `guide` in page pixels; the video covers the stage (`object-fit: cover`). */
export function guideInVideo(video: {width: number; height: number}, stage: Rect, guide: Rect): GuideInVideo {
  const scale = Math.max(stage.width / video.width, stage.height / video.height);
  const left = (guide.x - stage.x - (stage.width - video.width * scale) / 2) / scale;
  const top = (guide.y - stage.y - (stage.height - video.height * scale) / 2) / scale;
  const width = guide.width / scale;
  const height = guide.height / scale;
  const x0 = Math.max(0, left - width * air);
  const y0 = Math.max(0, top - height * air);
  const x1 = Math.min(video.width, left + width * (1 + air));
  const y1 = Math.min(video.height, top + height * (1 + air));
  const crop = {x: x0, y: y0, width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0)};
  return {
    crop,
    guide: {
      x: Math.max(0, left - x0) / crop.width,
      y: Math.max(0, top - y0) / crop.height,
      width: Math.min(width, crop.width) / crop.width,
      height: Math.min(height, crop.height) / crop.height,
    },
  };
}

/** Wide enough that the guide itself is about 1000 pixels, the width at which sharpness is defined. */
const frameWidth = 1200;

export interface PreviewOptions {
  video: HTMLVideoElement;
  /** Where the guide stands now; it moves with the window. */
  place: () => GuideInVideo;
  look: {mrz: boolean; barcode: boolean};
  /** Whether a frame with lines, or with bars, is wanted back. */
  hand: () => {mrz: boolean; barcode: boolean};
  onFrame: (measured: FrameMeasurement, frame: GrayImage | undefined) => void;
}

/** Measures frames until stopped; never more than one is under way, so a slow device measures fewer, not later ones. */
export class Preview {
  readonly #options: PreviewOptions;
  readonly #worker: Worker;
  #stopped = false;
  #busy = false;

  constructor(options: PreviewOptions) {
    this.#options = options;
    this.#worker = startQualityWorker();
    this.#worker.onmessage = ({data}: MessageEvent<QualityAnswer>) => {
      this.#busy = false;
      if (!this.#stopped && 'measured' in data) options.onFrame(data.measured, data.frame);
    };
    // A worker that does not run leaves the hint as it is; the shutter button works without it.
    this.#worker.onerror = (event) => event.preventDefault();
    this.#next();
  }

  stop(): void {
    this.#stopped = true;
    this.#worker.terminate();
  }

  #next(): void {
    if (this.#stopped) return;
    const {video} = this.#options;
    const then = () => {
      void this.#frame().finally(() => this.#next());
    };
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(then);
    else requestAnimationFrame(then);
  }

  async #frame(): Promise<void> {
    const {video, look} = this.#options;
    if (this.#stopped || this.#busy || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    this.#busy = true;
    const {crop, guide} = this.#options.place();
    const scale = Math.min(1, frameWidth / crop.width);
    const width = Math.max(1, Math.round(crop.width * scale));
    const height = Math.max(1, Math.round(crop.height * scale));
    try {
      const bitmap = await createImageBitmap(video, crop.x, crop.y, crop.width, crop.height, {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: 'medium',
      });
      const request: QualityRequest = {
        bitmap,
        guide: {x: guide.x * width, y: guide.y * height, width: guide.width * width, height: guide.height * height},
        look,
        hand: this.#options.hand(),
      };
      this.#worker.postMessage(request, [bitmap]);
    } catch {
      // A frame taken while the camera changes cannot be read; the next one can.
      this.#busy = false;
    }
  }
}
