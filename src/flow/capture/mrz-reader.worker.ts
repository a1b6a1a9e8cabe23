/**
 * Reads the lines of preview frames with our own net, beside the page and beside the worker that measures: a frame comes in, and whether
 * its lines can be read goes out. What they say never leaves this worker.
 */
import {netPlaces} from '../../verification/document/mrz/net-layers.ts';
import {readMrz} from '../../verification/document/mrz/read.ts';
import {createKernelRecogniser} from '../../verification/document/mrz/recogniser-kernel.ts';
import type {MrzRecogniser} from '../../verification/document/mrz/recogniser.ts';
import {createSimd} from '../../verification/document/mrz/simd/simd.ts';
import type {GrayImage} from '../../verification/image/gray.ts';

export interface MrzReaderRequest {
  frame: GrayImage;
}

/** `readable`: every check digit agrees. `ms`: what the reading took, the download not counted. */
export type MrzReaderAnswer = {readable: boolean; ms: number} | {unavailable: true};

interface WorkerScope {
  onmessage: ((event: MessageEvent<MrzReaderRequest>) => void) | null;
  postMessage(answer: MrzReaderAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let opening: Promise<MrzRecogniser> | undefined;

scope.onmessage = ({data}) => {
  void read(data.frame).then((answer) => scope.postMessage(answer));
};

async function read(frame: GrayImage): Promise<MrzReaderAnswer> {
  let recogniser: MrzRecogniser;
  try {
    recogniser = await (opening ??= openNet());
  } catch {
    // The download failed: the guidance goes on without us.
    return {unavailable: true};
  }
  const started = performance.now();
  const reading = await readMrz(frame, recogniser, {anyOrientation: false});
  return {readable: reading?.verified === true, ms: performance.now() - started};
}

/** The same weights as the server's, in half precision, from our own origin. */
async function openNet(): Promise<MrzRecogniser> {
  const answer = await fetch(new URL('../../../models/mrz/mrz-lines.f16', import.meta.url));
  if (!answer.ok) throw new Error(`The weights could not be fetched: ${answer.status}`);
  return createKernelRecogniser(new Uint8Array(await answer.arrayBuffer()), netPlaces(), createSimd());
}
