/** The MRZ net on onnxruntime: the native one (3 to 5 ms CPU a line), else its wasm build, which runs anywhere at a third of the speed. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {openOnnxNet, type OnnxRuntime} from '../../onnx-session.node.ts';
import {decodeCtc, mrzAlphabet, normaliseStrip, type MrzRecogniser} from './recogniser.ts';

export type {OnnxRuntime} from '../../onnx-session.node.ts';

/** `models` is the folder that holds `mrz/mrz-lines.onnx`; `runtime` forces one build (for the contract test). */
export async function openOnnxRecogniser(options: {models: string; runtime?: OnnxRuntime}): Promise<MrzRecogniser> {
  const net = await openOnnxNet(await readFile(join(options.models, 'mrz', 'mrz-lines.onnx')), options.runtime);
  const classes = mrzAlphabet.length + 1;
  return {
    async recognise(strip) {
      const {data, dims} = await net.run(normaliseStrip(strip), [1, 1, strip.height, strip.width]);
      return decodeCtc(dims[1] ?? 0, strip.width, (step, symbol) => data[step * classes + symbol] as number);
    },
    close: () => net.close(),
  };
}
