/**
 * The two nets on TensorFlow.js' WebAssembly backend, one thread: in a browser's worker and in the server's engine process.
 * No WebGL (drivers differ, so numbers would) and no threads (they make blob: workers, which our policy forbids, and then hang).
 */
import {loadGraphModel, type GraphModel} from '@tensorflow/tfjs-converter';
import {env, io, setBackend, ready, tensor4d, type Tensor} from '@tensorflow/tfjs-core';
import {setThreadsCount, setWasmPaths} from '@tensorflow/tfjs-backend-wasm';
import {detectorSide} from './detect.ts';
import {meshPointCount, meshSide} from './mesh.ts';
import type {FaceNets} from './nets.ts';

/** A graph model as its two files: `model.json` parsed, and the weights' bytes. */
export interface GraphModelFiles {
  topology: {modelTopology: object; weightsManifest: {weights: io.WeightsManifestEntry[]}[]; format?: string};
  weights: ArrayBuffer;
}

/** `wasm` is the folder of the backend's `.wasm` files with a slash at its end (a URL or a path), or the address of each. */
export async function prepareTensorflow(wasm: string | Record<string, string>): Promise<void> {
  setThreadsCount(1);
  // one thread is not enough to say: an isolated page would still get the build with threads, and its blob: workers
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(wasm);
  if (!(await setBackend('wasm'))) throw new Error('The WebAssembly backend does not start');
  await ready();
}

export function openGraphModel({topology, weights}: GraphModelFiles): Promise<GraphModel> {
  return loadGraphModel(
    io.fromMemory({
      modelTopology: topology.modelTopology,
      weightSpecs: topology.weightsManifest.flatMap((group) => group.weights),
      weightData: weights,
    }),
  );
}

/** `prepareTensorflow` first. */
export async function openFaceNets(files: {detector: GraphModelFiles; mesh: GraphModelFiles}): Promise<FaceNets> {
  const [detector, mesh] = await Promise.all([openGraphModel(files.detector), openGraphModel(files.mesh)]);
  return {
    async detect(input) {
      const [raw] = await run(detector, input, detectorSide);
      if (!raw) throw new Error('The detector gave no output');
      return raw;
    },
    async mesh(input) {
      const outputs = await run(mesh, input, meshSide);
      const points = outputs.find(({length}) => length === meshPointCount * 3);
      const presence = outputs.find(({length}) => length === 1)?.[0];
      if (!points || presence === undefined) throw new Error('The mesh gave no points');
      return {points, presence};
    },
    close() {
      detector.dispose();
      mesh.dispose();
    },
  };
}

async function run(model: GraphModel, input: Float32Array, side: number): Promise<Float32Array[]> {
  const tensor = tensor4d(input, [1, side, side, 3]);
  const answer = model.execute(tensor);
  const outputs: Tensor[] = Array.isArray(answer) ? answer : [answer];
  const values: Float32Array[] = [];
  for (const output of outputs) values.push((await output.data()) as Float32Array);
  for (const each of [tensor, ...outputs]) each.dispose();
  return values;
}
