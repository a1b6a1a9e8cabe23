/** From an aligned face to a vector, by the net that the operator chose; every score keeps that net's name, hash and calibration. */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {openOnnxNet} from '../onnx-session.node.ts';
import {alignedFace, alignedSide, dlibChip} from './align.ts';
import {cosine, dlibScore, meanEmbedding, unit, type Embedding} from './embedding.ts';
import type {Frame} from './frame.ts';
import {readModelFile, type InstalledNets} from './installed.node.ts';
import type {Mesh} from './mesh.ts';
import {faceModelFolder} from './models/folder.node.ts';
import {dlib, frFeature} from './models/profiles.ts';
import {calibrationSchema, providerSchema, type FaceCalibration, type ModelProvider} from './models/provider.ts';
import {toPlanes} from './warp.ts';

export interface Embedder {
  /** Kept with every score and every stored vector: vectors of two models cannot be compared. */
  model: string;
  sha256: string;
  calibration: FaceCalibration;
  embed(frame: Frame, mesh: Mesh): Promise<Embedding>;
  /** How alike two are, on the scale of the calibration. */
  compare(a: Embedding, b: Embedding): number;
  /** Of several frames of one person: steadier than any of them. */
  mean(all: readonly Embedding[]): Embedding;
}

/** `profile` is `default`, `dlib` or `path:<file of a ModelProvider>`; `calibration` a file that takes the built-in one's place. */
export async function openEmbedder(
  nets: InstalledNets,
  {profile = 'default', calibration}: {profile?: string; calibration?: string} = {},
): Promise<Embedder> {
  const own = calibration === undefined ? undefined : await readCalibration(calibration);
  if (profile === 'dlib') return dlibEmbedder(nets, own ?? dlib.calibration);
  if (profile.startsWith('path:')) return onnxEmbedder(...(await readProvider(profile.slice(5))), own);
  return onnxEmbedder(frFeature, await readModelFile(faceModelFolder(), frFeature.path), own);
}

async function onnxEmbedder(
  {model, sha256, input, calibration}: ModelProvider,
  bytes: Uint8Array,
  own: FaceCalibration | undefined,
): Promise<Embedder> {
  const net = await openOnnxNet(bytes, undefined, {optimise: 'extended', keepMemory: false});
  const order = input.colours === 'bgr' ? ([2, 1, 0] as const) : ([0, 1, 2] as const);
  return {
    model,
    sha256,
    calibration: own ?? calibration,
    async embed(frame, mesh) {
      const planes = toPlanes(alignedFace(frame, mesh), alignedSide, order);
      for (let i = 0; i < planes.length; i++) planes[i] = ((planes[i] as number) - input.mean) / input.scale;
      return unit((await net.run(planes, [1, 3, alignedSide, alignedSide])).data);
    },
    compare: cosine,
    mean: meanEmbedding,
  };
}

/** dlib's vectors have their own length, and their distance is what was calibrated; kept as they are. */
async function dlibEmbedder(nets: InstalledNets, calibration: FaceCalibration): Promise<Embedder> {
  const net = await nets.dlib();
  const sha256 = createHash('sha256')
    .update(await readModelFile(faceModelFolder(), 'dlib-resnet.bin'))
    .digest('hex');
  return {
    model: dlib.model,
    sha256,
    calibration,
    embed: (frame, mesh) => net.embed(dlibChip(frame, mesh)),
    compare: dlibScore,
    mean: plainMean,
  };
}

function plainMean(all: readonly Embedding[]): Embedding {
  const out = new Float32Array(all[0]?.length ?? 0);
  for (const one of all)
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (one[i] as number) / all.length;
  return out;
}

async function readProvider(file: string): Promise<[ModelProvider, Uint8Array]> {
  const provider = providerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const bytes = await readFile(path.resolve(path.dirname(file), provider.path));
  if (createHash('sha256').update(bytes).digest('hex') !== provider.sha256) {
    throw new Error(`The net that ${file} names has another sha256 than it says`);
  }
  return [provider, new Uint8Array(bytes)];
}

async function readCalibration(file: string): Promise<FaceCalibration> {
  return calibrationSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
