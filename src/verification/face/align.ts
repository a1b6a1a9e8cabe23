/** Brings a face to where the embedding nets were trained to see it. */
import {boxAround, type Box, type Frame, type Point} from './frame.ts';
import {at, eyeCentre, meshPoint, type Mesh} from './mesh.ts';
import {cropSquare, similarity, type Affine} from './warp.ts';

/** Side of the aligned face in pixels. */
export const alignedSide = 112;

/** The five points of the ArcFace template in a square of 112 px: eyes, nose tip, corners of the mouth. */
const arcFace: readonly Point[] = [
  {x: 38.2946, y: 51.6963},
  {x: 73.5318, y: 51.5014},
  {x: 56.0252, y: 71.7366},
  {x: 41.5493, y: 92.3655},
  {x: 70.7299, y: 92.2041},
];

/** dlib's five-point chip: corners of the eyes and the nose's base in a unit square, padded by a quarter on each side. */
const dlibSide = 150;
const dlibPadding = 0.25;
const dlibPoints: readonly Point[] = [
  {x: 0.8595674595992, y: 0.2134981538014},
  {x: 0.6460604764104, y: 0.2289674387677},
  {x: 0.1205750620789, y: 0.2137274526848},
  {x: 0.3340850613712, y: 0.2290642403242},
  {x: 0.4901123135679, y: 0.6277975316475},
].map(({x, y}) => ({
  x: ((dlibPadding + x) / (1 + 2 * dlibPadding)) * dlibSide,
  y: ((dlibPadding + y) / (1 + 2 * dlibPadding)) * dlibSide,
}));
const dlibIndices = [
  meshPoint.rightEyeOuter,
  meshPoint.rightEyeInner,
  meshPoint.leftEyeOuter,
  meshPoint.leftEyeInner,
  meshPoint.noseBase,
] as const;

export function fivePoints(mesh: Mesh): [Point, Point, Point, Point, Point] {
  return [
    eyeCentre(mesh, 'left'),
    eyeCentre(mesh, 'right'),
    at(mesh, meshPoint.noseTip),
    at(mesh, meshPoint.mouthLeft),
    at(mesh, meshPoint.mouthRight),
  ];
}

/** Frame to the aligned square. */
export function alignment(mesh: Mesh): Affine {
  return similarity(fivePoints(mesh), arcFace);
}

/** RGB bytes as floats, 112 x 112 x 3. */
export function alignedFace(frame: Frame, mesh: Mesh): Float32Array {
  return cropSquare(frame, alignment(mesh), {side: alignedSide});
}

/** RGB bytes as floats, 150 x 150 x 3. */
export function dlibChip(frame: Frame, mesh: Mesh): Float32Array {
  const points = dlibIndices.map((index) => at(mesh, index));
  return cropSquare(frame, similarity(points, dlibPoints), {side: dlibSide});
}

/** The face's box, `times` as large, moved into the frame and cut to it; `clamped` where it did not fit as it is. */
export function contextBox(
  frame: {width: number; height: number},
  mesh: Mesh,
  times: number,
): {box: Box; clamped: boolean} {
  const face = boxAround(mesh);
  const fits = Math.min((frame.height - 1) / face.height, (frame.width - 1) / face.width, times);
  const [width, height] = [face.width * fits, face.height * fits];
  const x = face.x + face.width / 2 - width / 2;
  const y = face.y + face.height / 2 - height / 2;
  const box = {
    x: Math.max(0, Math.min(x, frame.width - 1 - width)),
    y: Math.max(0, Math.min(y, frame.height - 1 - height)),
    width,
    height,
  };
  return {box, clamped: fits < times || Math.abs(box.x - x) > 0.5 || Math.abs(box.y - y) > 0.5};
}

/** The box squeezed into a square of RGB bytes as floats. */
export function squeezed(frame: Frame, {x, y, width, height}: Box, side: number): Float32Array {
  const [sx, sy] = [side / width, side / height];
  return cropSquare(frame, [sx, 0, -x * sx, 0, sy, -y * sy], {side, outside: 'nearest'});
}
