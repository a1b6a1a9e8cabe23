/**
 * The camera behind one video element. Opens the back camera where there is one (the front one for a selfie), stops the old stream
 * before asking for another (some devices refuse otherwise), and lets go when the page is hidden: a live camera keeps pages out of
 * the back/forward cache and other apps away from it.
 */
import {betterLens, nextLens, type Lens} from './lenses.ts';

export interface CameraAbilities {
  torch: boolean;
  flip: boolean;
}

/** Not in TypeScript's DOM yet: MediaStream Image Capture, section 5. */
interface TorchCapabilities {
  torch?: boolean | boolean[];
}

export interface CameraWish {
  facing: 'environment' | 'user';
  width: number;
  height: number;
}

export class Camera {
  readonly #wish: CameraWish;
  #stream: MediaStream | undefined;
  #lens: string | undefined;
  #lenses: Lens[] = [];
  /** Counts openings, so that one that comes late is closed again. */
  #turn = 0;
  /** The track ended by itself: unplugged, taken by another app, permission withdrawn. */
  onEnded: () => void = () => {};

  constructor(wish: CameraWish = {facing: 'environment', width: 1920, height: 1080}) {
    this.#wish = wish;
  }

  get open(): boolean {
    return this.#stream?.active ?? false;
  }

  /** The track behind the picture, for what it says of itself. */
  get track(): MediaStreamTrack | undefined {
    return this.#track;
  }

  get #track(): MediaStreamTrack | undefined {
    return this.#stream?.getVideoTracks()[0];
  }

  /** Resolves when the video shows pictures. Rejects with the browser's error. */
  async start(video: HTMLVideoElement): Promise<CameraAbilities> {
    this.stop();
    const turn = ++this.#turn;
    let stream = await this.#request();
    if (turn !== this.#turn) return this.#discard(stream);
    const opened = stream.getVideoTracks()[0];
    this.#lenses = await listLenses();
    const better =
      this.#lens || this.#wish.facing === 'user' ? undefined : betterLens(this.#lenses, opened?.label ?? '');
    if (better) {
      this.#lens = better.deviceId;
      stopAll(stream);
      stream = await this.#request();
    }
    if (turn !== this.#turn) return this.#discard(stream);
    this.#adopt(stream);
    video.srcObject = stream;
    // pressed again meanwhile: the newer opening took the video, which breaks this one off
    await video.play().catch((error: unknown) => {
      if (turn === this.#turn) throw error;
    });
    return {
      torch: this.#hasTorch(),
      flip: nextLens(this.#lenses, this.#lens) !== undefined,
    };
  }

  async flip(video: HTMLVideoElement): Promise<CameraAbilities> {
    this.#lens = nextLens(this.#lenses, this.#lens)?.deviceId;
    return this.start(video);
  }

  async light(on: boolean): Promise<void> {
    await this.#track?.applyConstraints({advanced: [{torch: on} as MediaTrackConstraintSet]});
  }

  stop(): void {
    this.#turn++;
    if (this.#stream) stopAll(this.#stream);
    this.#stream = undefined;
  }

  /** iOS may come back with the fisheye lens unless the one before is asked for by its id. */
  #request(): Promise<MediaStream> {
    return navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        ...(this.#lens ? {deviceId: {exact: this.#lens}} : {facingMode: {ideal: this.#wish.facing}}),
        width: {ideal: this.#wish.width},
        height: {ideal: this.#wish.height},
      },
    });
  }

  #adopt(stream: MediaStream): void {
    this.#stream = stream;
    const track = stream.getVideoTracks()[0];
    this.#lens = track?.getSettings().deviceId ?? this.#lens;
    track?.addEventListener('ended', () => {
      if (this.#stream === stream) this.onEnded();
    });
  }

  #discard(stream: MediaStream): CameraAbilities {
    stopAll(stream);
    return {torch: false, flip: false};
  }

  #hasTorch(): boolean {
    // Firefox before 132 has no getCapabilities.
    const capabilities = this.#track?.getCapabilities?.() as TorchCapabilities | undefined;
    return Boolean(capabilities?.torch);
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function listLenses(): Promise<Lens[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({kind}) => kind === 'videoinput').map(({deviceId, label}) => ({deviceId, label}));
}
