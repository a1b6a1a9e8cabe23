/** What following a face costs per preview frame: the built worker, its nets from our own origin, on poses of a specimen or a camera. */
import type {Page} from 'playwright';

export interface FaceCase {
  worker: string;
  wasm: string;
  /** Pictures at `/specimens/`, shown in turn; none = what the camera shows, the newest picture as soon as the one before was read, as the flow does. */
  pictures: string[];
  frames: number;
}

export interface FaceTimes {
  /** Milliseconds until the nets stood. */
  ready: number;
  /** Of every frame, from handing it over to its answer. */
  times: number[];
  /** From the first frame to the last, with the waits for pictures of the camera. */
  seconds: number;
}

/** Runs in the page. */
export function timeFaces(page: Page, given: FaceCase): Promise<FaceTimes> {
  return page.evaluate(async ({worker: path, wasm, pictures, frames}) => {
    interface Policy {
      createScriptURL(url: string): string;
    }
    const scope = globalThis as unknown as {
      trustedTypes: {createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): Policy};
    };
    const absolute = (file: string): string => new URL(file, location.href).href;
    const ask = (worker: Worker, message: unknown, transfer: Transferable[] = []) =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        worker.onmessage = ({data}: MessageEvent<Record<string, unknown>>) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
        worker.postMessage(message, transfer);
      });
    const open = async (): Promise<Worker> => {
      const policy = scope.trustedTypes.createPolicy('countersign-worker', {createScriptURL: (url) => url});
      const worker = new Worker(policy.createScriptURL(absolute(path)), {type: 'module'});
      const names = ['', '-simd', '-threaded-simd'].map((kind) => `tfjs-backend-wasm${kind}.wasm`);
      const files = Object.fromEntries(names.map((name) => [name, absolute(wasm)]));
      const loaded = await ask(worker, {load: {wasm: files, models: absolute('/models/')}});
      if (!('ready' in loaded)) throw new Error('the nets did not load');
      return worker;
    };
    const size = {resizeWidth: 480, resizeHeight: 363, resizeQuality: 'low'} as const;
    const camera = async (): Promise<() => Promise<ImageBitmap>> => {
      const video = Object.assign(document.createElement('video'), {muted: true});
      document.body.append(video);
      const wish = {facingMode: {ideal: 'user'}, width: {ideal: 1280}, height: {ideal: 720}};
      video.srcObject = await navigator.mediaDevices.getUserMedia({video: wish});
      let waiting = false;
      let wake = (): void => {};
      const watch = (): void => {
        waiting = true;
        wake();
        video.requestVideoFrameCallback(watch);
      };
      video.requestVideoFrameCallback(watch);
      await video.play();
      return async () => {
        if (!waiting) await new Promise<void>((shown) => (wake = shown));
        waiting = false;
        const resizeHeight = Math.round((video.videoHeight * size.resizeWidth) / video.videoWidth);
        return createImageBitmap(video, {...size, resizeHeight});
      };
    };
    const blobs = await Promise.all(pictures.map(async (name) => (await fetch(`/specimens/${name}`)).blob()));
    const began = performance.now();
    const worker = await open();
    const ready = performance.now() - began;
    let turn = 0;
    const next = blobs.length
      ? () => createImageBitmap(blobs[turn++ % blobs.length] ?? new Blob(), size)
      : await camera();
    const times: number[] = [];
    const start = performance.now();
    for (let i = 0; i < frames; i++) {
      const bitmap = await next();
      const started = performance.now();
      const answer = await ask(worker, {bitmap}, [bitmap]);
      times.push(performance.now() - started);
      if (!('reading' in answer)) throw new Error('a frame was not read');
    }
    worker.terminate();
    return {ready, times, seconds: (performance.now() - start) / 1000};
  }, given);
}
