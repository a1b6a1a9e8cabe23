/** The pictures of one step: where the face came from, on the way, and in the pose. Small JPEGs of what the camera shows, drawn anew. */
import type {SelfiePose} from '../../../protocol/selfie.ts';
import {distance, type FaceGuide, type FaceReading} from './guide.ts';

export interface TakenFrame {
  /** Milliseconds of the page's clock. */
  at: number;
  jpeg: Blob;
  /** Of the bytes: a stream that stutters shows one picture for two. */
  sum: string;
}

/** Longer side in pixels, and how well it is kept: what the nets need, and no more to send. */
const longestSide = 720;
const quality = 0.86;
const largestBytes = 118_000;
/** Between two pictures of a face that is held still. */
const heldMs = 120;
const mostHeld = 5;
/** What the server wants to see of a face that looks straight ahead: with fewer a person would have to look at every selfie of a slow phone. */
const straightPictures = 5;
/** How long the same picture may come again and again until the server hears of it; and how long a slow phone is waited for. */
const stillMs = 2500;
const slowMs = 12_000;
/** Of one press of the button: more would only be more of a camera that stands still. */
const mostShots = 12;

export class StepFrames {
  readonly #pose: SelfiePose;
  readonly #video: HTMLVideoElement;
  #held: TakenFrame[] = [];
  #start: TakenFrame | undefined;
  #startDistance = -1;
  #middle: TakenFrame | undefined;
  #lastAt = -Infinity;
  #busy = false;

  constructor(pose: SelfiePose, video: HTMLVideoElement) {
    this.#pose = pose;
    this.#video = video;
  }

  /** Looks at a measured frame and keeps a picture where it tells something new. */
  async consider(guide: FaceGuide, {face}: FaceReading, now: number): Promise<void> {
    if (guide.goodSince === undefined) this.#held = [];
    if (!face || this.#busy) return;
    const away = measure(this.#pose, face);
    if (guide.goodSince !== undefined) {
      if (now - this.#lastAt < heldMs) return;
      const held = this.#held;
      const frame = await this.#shoot();
      // who looked away meanwhile begins anew
      if (frame && this.#held === held) this.#held = withoutStutter([...held, frame]).slice(-mostHeld);
      return;
    }
    // the furthest from the pose since the step was shown, and one about half way
    if (away > this.#startDistance * 1.15 + 1) {
      const frame = await this.#shoot();
      if (!frame) return;
      this.#start = frame;
      this.#startDistance = away;
      this.#middle = undefined;
    } else if (!this.#middle && this.#startDistance > 0 && away < this.#startDistance * 0.6) {
      this.#middle = await this.#shoot();
    }
  }

  /** Whether the shutter may fire: a pose needs its picture, a straight look several that differ. */
  enough({goodSince}: FaceGuide, now: number): boolean {
    if (this.#pose !== 'center') return this.#held.length > 0;
    const different = differentOf(this.#held);
    return different >= straightPictures || now - (goodSince ?? now) > (different > 1 ? slowMs : stillMs);
  }

  /** A picture now and then, where no net says which ones tell something: the first of the step, and the latest. */
  async sample(): Promise<void> {
    if (this.#busy) return;
    const frame = await this.#shoot();
    if (!frame) return;
    if (!this.#start && this.#pose !== 'center') {
      this.#start = frame;
      this.#startDistance = Infinity;
    } else this.#held = [...this.#held, frame].slice(this.#pose === 'center' ? -mostHeld : -3);
  }

  /** In the order they were taken, the pose last: for the shutter, or for the button at any moment. */
  async all(): Promise<TakenFrame[]> {
    if (this.#pose === 'center') await this.#fill();
    const last = this.#held.length > 0 ? undefined : await this.#shoot();
    // a look straight ahead is not a move: every picture of it counts, however the head was held before
    const way = this.#pose === 'center' ? [] : [this.#start, this.#middle].filter((frame) => frame !== undefined);
    const held = [...this.#held, ...(last ? [last] : [])].slice(-(mostHeld - way.length));
    return withoutStutter([...way, ...held].toSorted((a, b) => a.at - b.at));
  }

  /** The button is pressed once, and a straight look needs several pictures: the missing ones are taken now. */
  async #fill(): Promise<void> {
    for (let shot = 0; shot < mostShots && differentOf(this.#held) < straightPictures; shot++) {
      const frame = await this.#shoot();
      if (frame) this.#held = withoutStutter([...this.#held, frame]).slice(-mostHeld);
      await new Promise((passed) => setTimeout(passed, heldMs));
    }
  }

  async #shoot(): Promise<TakenFrame | undefined> {
    this.#busy = true;
    const at = performance.now();
    try {
      const jpeg = await encode(this.#video);
      this.#lastAt = at;
      return jpeg && {at, jpeg, sum: await sumOf(jpeg)};
    } finally {
      this.#busy = false;
    }
  }
}

function differentOf(frames: readonly TakenFrame[]): number {
  return new Set(frames.map(({sum}) => sum)).size;
}

/** A picture that came twice is sent once; where nothing else came the server must hear that the camera stands still. */
function withoutStutter(frames: TakenFrame[]): TakenFrame[] {
  const different = frames.filter(({sum}, i) => frames.findIndex((other) => other.sum === sum) === i);
  return different.length > 1 ? different : frames;
}

async function sumOf(jpeg: Blob): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-1', await jpeg.arrayBuffer());
  return new Uint32Array(sum).join();
}

/** How far a face is from the pose, in the pose's own measure; only ratios and order matter. */
function measure(pose: SelfiePose, face: NonNullable<FaceReading['face']>): number {
  if (pose === 'closer') return 10 / Math.max(0.01, face.eyeShare);
  return pose === 'eyes_closed' ? face.eyesOpen * 100 : distance(pose, face.yaw);
}

async function encode(video: HTMLVideoElement): Promise<Blob | undefined> {
  const {videoWidth, videoHeight} = video;
  if (!videoWidth || !videoHeight) return undefined;
  const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
  const canvas = new OffscreenCanvas(Math.round(videoWidth * scale), Math.round(videoHeight * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const jpeg = await canvas.convertToBlob({type: 'image/jpeg', quality});
  return jpeg.size <= largestBytes ? jpeg : canvas.convertToBlob({type: 'image/jpeg', quality: 0.6});
}

/** The bytes as base64, for a JSON body. */
export function asBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error('A picture could not be read.'));
    reader.readAsDataURL(blob);
  });
}
