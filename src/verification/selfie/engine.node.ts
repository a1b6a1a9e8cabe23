/** What both engines of faces share: the nets and the embedder, opened once per process. */
import {openEmbedder, type Embedder} from '../face/embedder.node.ts';
import {FaceModelsMissing, openInstalledNets, type InstalledNets} from '../face/installed.node.ts';

export interface FaceEngine {
  nets: InstalledNets;
  embedder: Embedder;
}

let opening: Promise<FaceEngine> | undefined;

/** @throws FaceModelsMissing where the nets are not installed; the next call looks again. */
export function faceEngine(): Promise<FaceEngine> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** Undefined where the nets are not installed. */
export async function installedFaceEngine(): Promise<FaceEngine | undefined> {
  try {
    return await faceEngine();
  } catch (error) {
    if (error instanceof FaceModelsMissing) return undefined;
    throw error;
  }
}

async function open(): Promise<FaceEngine> {
  const nets = await openInstalledNets();
  const {COUNTERSIGN_FACE_MODEL: profile, COUNTERSIGN_FACE_CALIBRATION: calibration} = process.env;
  const embedder = await openEmbedder(nets, {
    ...(profile !== undefined && {profile}),
    ...(calibration !== undefined && {calibration}),
  });
  await nets.passive();
  return {nets, embedder};
}
