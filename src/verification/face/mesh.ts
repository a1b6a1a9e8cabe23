/** The 468 points of a face: a turned square around it, 192 x 192 -> MediaPipe face mesh -> points in pixels of the frame. */
import {boxAround, type Frame, type Point, type Point3} from './frame.ts';
import type {Detection} from './detect.ts';
import {cropSquare, type Affine} from './warp.ts';

/** Side of the net's input, in pixels. */
export const meshSide = 192;
export const meshPointCount = 468;
/** The square is this much larger than the face. */
const margin = 1.5;

/** Points in the canonical order of MediaPipe's face mesh. */
export type Mesh = readonly Point3[];

/** A turned square: its middle, its side in pixels, and how far the head leans (radians, clockwise). */
export interface FaceRegion {
  cx: number;
  cy: number;
  side: number;
  roll: number;
}

/** Names of the mesh points we use; "left" and "right" are the image's, not the person's. */
export const meshPoint = {
  leftEyeOuter: 33,
  leftEyeInner: 133,
  leftEyeTop: 159,
  leftEyeBottom: 145,
  rightEyeInner: 362,
  rightEyeOuter: 263,
  rightEyeTop: 386,
  rightEyeBottom: 374,
  noseTip: 4,
  noseBase: 2,
  mouthLeft: 61,
  mouthRight: 291,
  lipTop: 13,
  lipBottom: 14,
  forehead: 10,
  chin: 152,
  cheekLeft: 234,
  cheekRight: 454,
} as const;

export function regionOfDetection({box, points}: Detection): FaceRegion {
  const [left, right] = [points[0], points[1]];
  return {
    cx: box.x + box.width / 2,
    cy: box.y + box.height / 2,
    side: margin * Math.max(box.width, box.height),
    roll: left && right ? Math.atan2(right.y - left.y, right.x - left.x) : 0,
  };
}

/** Where to look in the next frame, or a second time in the same one. */
export function regionOfMesh(mesh: Mesh): FaceRegion {
  const {x, y, width, height} = boxAround(mesh);
  const left = at(mesh, meshPoint.leftEyeOuter);
  const right = at(mesh, meshPoint.rightEyeOuter);
  return {
    cx: x + width / 2,
    cy: y + height / 2,
    side: margin * Math.max(width, height),
    roll: Math.atan2(right.y - left.y, right.x - left.x),
  };
}

/** RGB from 0 to 1, 192 x 192 x 3. */
export function meshInput(frame: Frame, region: FaceRegion): Float32Array {
  return cropSquare(frame, toInput(region), {side: meshSide, scale: 1 / 255});
}

/** The net's 1404 numbers as points of the frame. */
export function decodeMesh(raw: Float32Array, region: FaceRegion): Mesh {
  const scale = region.side / meshSide;
  const [cosine, sine] = [Math.cos(region.roll), Math.sin(region.roll)];
  const mesh: Point3[] = [];
  for (let i = 0; i < meshPointCount; i++) {
    const x = ((raw[3 * i] as number) - meshSide / 2) * scale;
    const y = ((raw[3 * i + 1] as number) - meshSide / 2) * scale;
    mesh.push({
      x: region.cx + cosine * x - sine * y,
      y: region.cy + sine * x + cosine * y,
      z: (raw[3 * i + 2] as number) * scale,
    });
  }
  return mesh;
}

/** One point of a mesh, which has all 468. */
export function at(mesh: Mesh, index: number): Point3 {
  const point = mesh[index];
  if (!point) throw new RangeError(`A mesh has ${meshPointCount} points; ${index} is none of them`);
  return point;
}

/** Frame to input: the region's middle to the input's, upright. */
function toInput({cx, cy, side, roll}: FaceRegion): Affine {
  const k = meshSide / side;
  const [a, b] = [k * Math.cos(roll), k * Math.sin(roll)];
  const half = meshSide / 2;
  return [a, b, half - a * cx - b * cy, -b, a, half + b * cx - a * cy];
}

/** Middle of an eye, from its two corners and its two lids. */
export function eyeCentre(mesh: Mesh, side: 'left' | 'right'): Point {
  const corners =
    side === 'left'
      ? [meshPoint.leftEyeOuter, meshPoint.leftEyeInner, meshPoint.leftEyeTop, meshPoint.leftEyeBottom]
      : [meshPoint.rightEyeOuter, meshPoint.rightEyeInner, meshPoint.rightEyeTop, meshPoint.rightEyeBottom];
  let [x, y] = [0, 0];
  for (const index of corners) {
    x += at(mesh, index).x / corners.length;
    y += at(mesh, index).y / corners.length;
  }
  return {x, y};
}
