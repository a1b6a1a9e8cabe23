/** The nets as this process has them: read once, checked by their hashes, opened on first use and kept. */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {openOnnxNet, type OnnxNet} from '../onnx-session.node.ts';
import {openAgeNet, type AgeNet} from './age-net.ts';
import {openDlibNet, type DlibNet} from './dlib-net.ts';
import {faceModelFiles} from './models/catalogue.ts';
import {faceModelFolder} from './models/folder.node.ts';
import type {FaceNets} from './nets.ts';
import {openFaceNets, prepareTensorflow, type GraphModelFiles} from './tensorflow-nets.ts';
import type {WeightFiles} from './weights.ts';

/** The nets are not in the folder; every check that needs them says `provider_not_configured`. */
export class FaceModelsMissing extends Error {
  override readonly name = 'FaceModelsMissing';
}

export interface InstalledNets {
  faces: FaceNets;
  /** Planes of the 2.7 times larger box (BGR bytes) in, three scores out; the first is "live". */
  passive(): Promise<OnnxNet>;
  dlib(): Promise<DlibNet>;
  age(): Promise<AgeNet>;
}

/** @throws FaceModelsMissing */
export async function openInstalledNets(folder = faceModelFolder()): Promise<InstalledNets> {
  const detector = await graph(folder, 'face-detector');
  const mesh = await graph(folder, 'face-mesh');
  await prepareTensorflow(wasmFolder());
  return {
    faces: await openFaceNets({detector, mesh}),
    passive: once(async () =>
      openOnnxNet(await readModelFile(folder, 'fr_liveness.onnx'), undefined, {keepMemory: false}),
    ),
    dlib: once(async () => openDlibNet(await weights(folder, 'dlib-resnet'))),
    age: once(async () => openAgeNet(await weights(folder, 'age'))),
  };
}

/** One file of the catalogue, whole and unchanged. */
export async function readModelFile(folder: string, name: string): Promise<Uint8Array> {
  const content = await readFile(path.join(folder, name)).catch(() => undefined);
  if (!content) throw new FaceModelsMissing(`${name} is not in the folder of models`);
  const expected = faceModelFiles.find((file) => file.name === name)?.sha256;
  if (createHash('sha256').update(content).digest('hex') !== expected) {
    throw new FaceModelsMissing(`${name} in the folder of models is not the file we know`);
  }
  return new Uint8Array(content);
}

async function graph(folder: string, name: string): Promise<GraphModelFiles> {
  const topology = JSON.parse(await readText(folder, `${name}.json`)) as GraphModelFiles['topology'];
  return {topology, weights: bytesOf(await readModelFile(folder, `${name}.bin`))};
}

async function weights(folder: string, name: string): Promise<WeightFiles> {
  const manifest = JSON.parse(await readText(folder, `${name}.json`)) as WeightFiles['manifest'];
  return {manifest, weights: bytesOf(await readModelFile(folder, `${name}.bin`))};
}

async function readText(folder: string, name: string): Promise<string> {
  return new TextDecoder().decode(await readModelFile(folder, name));
}

function bytesOf({buffer}: Uint8Array): ArrayBuffer {
  return buffer as ArrayBuffer;
}

/** The backend's `.wasm` files stand beside its script. */
function wasmFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  return path.dirname(entry) + path.sep;
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opening: Promise<T> | undefined;
  return () => (opening ??= open());
}
