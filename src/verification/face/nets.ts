/** The two nets every face goes through, and what one frame gives. The same code in a browser's worker and on the server. */
import {decodeDetections, detectorInput, type Detection} from './detect.ts';
import type {Frame} from './frame.ts';
import {decodeMesh, meshInput, regionOfDetection, regionOfMesh, type FaceRegion, type Mesh} from './mesh.ts';

/** Inputs and outputs are the nets' own numbers; `detect.ts` and `mesh.ts` say what they mean. */
export interface FaceNets {
  /** 128 x 128 x 3 from -1 to 1 in, 896 x 17 out. */
  detect(input: Float32Array): Promise<Float32Array>;
  /** 192 x 192 x 3 from 0 to 1 in; out 468 x 3 points, and whether it is a face at all (0 to 1). */
  mesh(input: Float32Array): Promise<{points: Float32Array; presence: number}>;
  close(): void;
}

export interface MeshReading {
  mesh: Mesh;
  /** From 0 to 1: whether there is a face in the region at all. */
  presence: number;
}

/** All faces of the frame, best first. */
export async function detectFaces(nets: FaceNets, frame: Frame, leastScore = 0.5): Promise<Detection[]> {
  return decodeDetections(await nets.detect(detectorInput(frame)), frame, leastScore);
}

/** The points of the face in the region. */
export async function readMesh(nets: FaceNets, frame: Frame, region: FaceRegion): Promise<MeshReading> {
  const {points, presence} = await nets.mesh(meshInput(frame, region));
  return {mesh: decodeMesh(points, region), presence};
}

/** The points of a face that was just found. The second pass looks from the first one's points, which steadies them. */
export async function meshOfDetection(nets: FaceNets, frame: Frame, detection: Detection): Promise<MeshReading> {
  const first = await readMesh(nets, frame, regionOfDetection(detection));
  return readMesh(nets, frame, regionOfMesh(first.mesh));
}
