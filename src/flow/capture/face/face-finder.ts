/**
 * The worker that finds faces, one for the page: started while the person reads the consent, so that the nets are there when the camera is.
 * Everything it loads comes from our own origin.
 */
import {startFaceWorker} from '../worker.ts';
import type {FaceAnswer, FaceFiles, FaceRequest} from './face.worker.ts';
import type {FaceReading} from './guide.ts';

const files = (): FaceFiles => ({
  // the third is never asked for: threads would need blob: workers, which our policy forbids
  wasm: {
    'tfjs-backend-wasm.wasm': new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm', import.meta.url)
      .href,
    'tfjs-backend-wasm-simd.wasm': new URL(
      '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
      import.meta.url,
    ).href,
    'tfjs-backend-wasm-threaded-simd.wasm': new URL(
      '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
      import.meta.url,
    ).href,
  },
  models: new URL('/models/', location.href).href,
});

export class FaceFinder {
  readonly #worker: Worker;
  readonly ready: Promise<void>;
  #answer: ((answer: FaceAnswer) => void) | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      worker.onmessage = ({data}: MessageEvent<FaceAnswer>) => {
        if ('ready' in data) return resolve();
        if ('failed' in data && data.failed === 'load') return reject(new Error('The face finder did not load.'));
        const answer = this.#answer;
        this.#answer = undefined;
        answer?.(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error('The face finder did not start.'));
      };
    });
    // whoever waits for it hears of a failure; a head start that fails is no failure yet
    this.ready.catch(() => {});
    this.#post({load: files()});
  }

  /** Measures one frame; a frame at a time. Undefined where it could not be read. */
  read(bitmap: ImageBitmap): Promise<FaceReading | undefined> {
    return new Promise((resolve) => {
      this.#answer = (answer) => resolve('reading' in answer ? answer.reading : undefined);
      this.#post({bitmap}, [bitmap]);
    });
  }

  stop(): void {
    this.#worker.terminate();
  }

  #post(request: FaceRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(request, transfer);
  }
}

let shared: FaceFinder | undefined;

/** The page's finder, started if it was not. */
export function faceFinder(): FaceFinder {
  shared ??= new FaceFinder(startFaceWorker());
  return shared;
}

/** Gives the memory back; the next one starts anew. */
export function releaseFaceFinder(): void {
  shared?.stop();
  shared = undefined;
}
