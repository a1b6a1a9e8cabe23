/** The MRZ net on onnxruntime: the native one (3 to 5 ms CPU a line), else its wasm build, which runs anywhere at a third of the speed. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {decodeCtc, mrzAlphabet, normaliseStrip, type MrzRecogniser} from './recogniser.ts';

/** The part of onnxruntime that both builds share. */
interface Runtime {
  InferenceSession: {create(model: Uint8Array, options: Record<string, unknown>): Promise<Session>};
  Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => Tensor;
}
interface Session {
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
  release(): Promise<void>;
}
interface Tensor {
  data: unknown;
  dims: readonly number[];
}

export type OnnxRuntime = 'native' | 'wasm';

/** `models` is the folder that holds `mrz/mrz-lines.onnx`; `runtime` forces one build (for the contract test). */
export async function openOnnxRecogniser(options: {models: string; runtime?: OnnxRuntime}): Promise<MrzRecogniser> {
  const model = await readFile(join(options.models, 'mrz', 'mrz-lines.onnx'));
  const {runtime, session} = await openSession(model, options.runtime);
  return {
    async recognise(strip) {
      const input = new runtime.Tensor('float32', normaliseStrip(strip), [1, 1, strip.height, strip.width]);
      const {y} = await session.run({x: input});
      if (!y || !(y.data instanceof Float32Array)) throw new Error('The MRZ net gave no output');
      const scores = y.data;
      const classes = mrzAlphabet.length + 1;
      return decodeCtc(y.dims[1] ?? 0, strip.width, (step, symbol) => scores[step * classes + symbol] as number);
    },
    close: () => session.release(),
  };
}

async function openSession(model: Uint8Array, wanted?: OnnxRuntime): Promise<{runtime: Runtime; session: Session}> {
  if (wanted !== 'wasm') {
    const native = await openNative(model, wanted === 'native');
    if (native) return native;
  }
  const runtime = await load('onnxruntime-web');
  const session = await runtime.InferenceSession.create(model, {executionProviders: ['wasm']});
  return {runtime, session};
}

/** A missing or unloadable native library is an ordinary state of affairs unless it was asked for by name. */
async function openNative(
  model: Uint8Array,
  required: boolean,
): Promise<{runtime: Runtime; session: Session} | undefined> {
  try {
    const runtime = await load('onnxruntime-node');
    const session = await runtime.InferenceSession.create(model, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      // The arena keeps the largest batch's memory for ever; a line needs less than a megabyte.
      enableCpuMemArena: false,
    });
    return {runtime, session};
  } catch (cause) {
    if (required) throw cause;
    return undefined;
  }
}

/** Both are optional dependencies, so the import is by a name the type checker does not follow. */
async function load(name: string): Promise<Runtime> {
  const module = (await import(name)) as Runtime & {default?: Runtime};
  return module.InferenceSession ? module : (module.default as Runtime);
}
