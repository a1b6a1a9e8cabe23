/** What following a face costs per preview frame: the built worker, its nets from our own origin, on poses of a specimen. */
import type {Page} from 'playwright';

export interface FaceCase {
  worker: string;
  wasm: string;
  /** Pictures at `/specimens/`, shown in turn. */
  pictures: string[];
  frames: number;
}

/** Runs in the page: milliseconds until the nets stood, then of every frame from handing it over to its answer. */
export function timeFaces(page: Page, given: FaceCase): Promise<{ready: number; times: number[]}> {
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
    const blobs = await Promise.all(pictures.map(async (name) => (await fetch(`/specimens/${name}`)).blob()));
    const began = performance.now();
    const worker = await open();
    const ready = performance.now() - began;
    const times: number[] = [];
    for (let i = 0; i < frames; i++) {
      const blob = blobs[i % blobs.length];
      if (!blob) throw new Error('no pictures');
      const bitmap = await createImageBitmap(blob, {resizeWidth: 480, resizeHeight: 363, resizeQuality: 'low'});
      const started = performance.now();
      const answer = await ask(worker, {bitmap}, [bitmap]);
      times.push(performance.now() - started);
      if (!('reading' in answer)) throw new Error('a frame was not read');
    }
    worker.terminate();
    return {ready, times};
  }, given);
}
