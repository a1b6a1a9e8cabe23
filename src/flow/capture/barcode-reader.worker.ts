/**
 * Reads the stacked bar code of preview frames, beside the page: a frame comes in, and whether it could be decoded goes out. What it
 * says never leaves this worker. The reader's wasm comes from our own origin when bars are first seen.
 */
import {loadPdf417Reader, readPdf417} from '../../verification/barcode/read-pdf417.ts';
import type {GrayImage} from '../../verification/image/gray.ts';
import type {MrzReaderAnswer, MrzReaderRequest} from './mrz-reader.worker.ts';

interface WorkerScope {
  onmessage: ((event: MessageEvent<MrzReaderRequest>) => void) | null;
  postMessage(answer: MrzReaderAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let opening: Promise<void> | undefined;

scope.onmessage = ({data}) => {
  void read(data.frame).then((answer) => scope.postMessage(answer));
};

async function read(frame: GrayImage): Promise<MrzReaderAnswer> {
  try {
    await (opening ??= open());
  } catch {
    // No download, or no WebAssembly: the guidance goes on by the bars' texture alone.
    return {unavailable: true};
  }
  const started = performance.now();
  const symbol = await readPdf417(frame);
  return {readable: symbol !== undefined, ms: performance.now() - started};
}

async function open(): Promise<void> {
  const answer = await fetch(new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url));
  if (!answer.ok) throw new Error(`The reader could not be fetched: ${answer.status}`);
  await loadPdf417Reader(new Uint8Array(await answer.arrayBuffer()));
}
