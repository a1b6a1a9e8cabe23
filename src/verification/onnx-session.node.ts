/** One net on onnxruntime: the native build, else its wasm build, which runs anywhere at a third of the speed. */

/** The part of onnxruntime that both builds share. */
interface Runtime {
  InferenceSession: {create(model: Uint8Array, options: Record<string, unknown>): Promise<Session>};
  Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => Tensor;
}
interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
  release(): Promise<void>;
}
interface Tensor {
  data: unknown;
  dims: readonly number[];
}

export type OnnxRuntime = 'native' | 'wasm';

/**
 * `all` also rearranges channels into blocks, which most nets gain by; one that mixes narrow convolutions with PReLU pays for the
 * rearranging between them (fr_feature: 62 ms so, 22 ms without).
 */
export type GraphOptimisation = 'extended' | 'all';

export interface OnnxOptions {
  /** `all` by default. */
  optimise?: GraphOptimisation;
  /** Off, a net gives its working memory back after every run: 12 MB less for the nets of faces at the same speed, but half as much time again for the detector of print. */
  keepMemory?: boolean;
}

/** A net with one input and one output of floats. */
export interface OnnxNet {
  run(data: Float32Array, dims: number[]): Promise<{data: Float32Array; dims: readonly number[]}>;
  close(): Promise<void>;
}

/** `wanted` forces one build (for the contract test); throws when that one cannot be loaded. */
export async function openOnnxNet(
  model: Uint8Array,
  wanted?: OnnxRuntime,
  options: OnnxOptions = {},
): Promise<OnnxNet> {
  const {runtime, session} = await openSession(model, wanted, options);
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    async run(data, dims) {
      const answer = (await session.run({[input]: new runtime.Tensor('float32', data, dims)}))[output];
      if (!answer || !(answer.data instanceof Float32Array)) throw new Error('The net gave no output');
      return {data: answer.data, dims: answer.dims};
    },
    close: () => session.release(),
  };
}

async function openSession(
  model: Uint8Array,
  wanted: OnnxRuntime | undefined,
  options: OnnxOptions,
): Promise<{runtime: Runtime; session: Session}> {
  if (wanted !== 'wasm') {
    const native = await openNative(model, wanted === 'native', options);
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
  {optimise = 'all', keepMemory = true}: OnnxOptions,
): Promise<{runtime: Runtime; session: Session} | undefined> {
  try {
    const runtime = await load('onnxruntime-node');
    const session = await runtime.InferenceSession.create(model, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      graphOptimizationLevel: optimise,
      // The arena keeps the largest batch's memory for ever.
      enableCpuMemArena: false,
      enableMemPattern: keepMemory,
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
