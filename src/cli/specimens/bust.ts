/**
 * A head that can be turned, made from one picture of a person who looks into the camera.
 *
 * The face's depth is that of its mesh (468 points), so a turn has the parallax of a real one: the nose moves before the cheeks. The
 * rest of the head is continued as a rounded thing behind the face, and melts into what does not move: neck, shoulders, the wall.
 * The picture is laid over a grid of places; every place knows its depth and how much of the head's movement it takes part in.
 */
import {distance, middle, type Frame, type Point} from '../../verification/face/frame.ts';
import {at, meshPoint, type Mesh} from '../../verification/face/mesh.ts';
import {poseOf, type Pose} from '../../verification/face/pose.ts';
import {canvasOver, drawTriangle, type Corner} from './rasterise.ts';

/** A picture and its relief. Lengths are pixels of the picture. */
export interface Bust {
  picture: Frame;
  columns: number;
  rows: number;
  /** Of each place of the grid, row by row: distance from the axis the head turns about (smaller is nearer), and its part in the turn, 0 to 1. */
  depth: Float32Array;
  part: Float32Array;
  /** Where the axis stands. */
  axis: Point;
  /** How the head is held in the picture. */
  rest: Pose;
}

/** How the head is to be held, in degrees as in `Pose`, and how far it stands from its place, in pixels and as a factor. */
export interface Attitude extends Pose {
  x: number;
  y: number;
  nearness: number;
}

const cell = 8;
/** From the eye to the axis, by the width of the face: a head an arm's length away. */
const eyeDistance = 3.4;
/** Places of known depth that one place of the grid asks. */
const asked = 6;

/** The outline of the face in the mesh, clockwise from the forehead. */
const outline = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
/** Around the outline: how far out, how far behind it (by the width of the face), and the part in the turn; above, and below the chin. */
const rings = [
  {out: 1.1, behind: 0.1, part: 1, neck: 0.85},
  {out: 1.22, behind: 0.26, part: 1, neck: 0.5},
  {out: 1.4, behind: 0.48, part: 0.95, neck: 0.2},
  {out: 1.65, behind: 0.62, part: 0.6, neck: 0.05},
  {out: 2, behind: 0.7, part: 0.2, neck: 0},
  {out: 2.5, behind: 0.75, part: 0, neck: 0},
  {out: 3.6, behind: 0.75, part: 0, neck: 0},
];

interface Sounding extends Point {
  depth: number;
  part: number;
}

/** `mesh` is that of the picture's one face. */
export function sculpt(picture: Frame, mesh: Mesh): Bust {
  const columns = Math.ceil(picture.width / cell) + 1;
  const rows = Math.ceil(picture.height / cell) + 1;
  const bust: Bust = {
    picture,
    columns,
    rows,
    depth: new Float32Array(columns * rows),
    part: new Float32Array(columns * rows),
    axis: middle([at(mesh, meshPoint.cheekLeft), at(mesh, meshPoint.cheekRight)]),
    rest: poseOf(mesh),
  };
  const soundings = soundingsOf(mesh);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const {depth, part} = interpolate(soundings, {x: column * cell, y: row * cell});
      bust.depth[row * columns + column] = depth;
      bust.part[row * columns + column] = part;
    }
  }
  return bust;
}

function soundingsOf(mesh: Mesh): Sounding[] {
  const width = distance(at(mesh, meshPoint.cheekLeft), at(mesh, meshPoint.cheekRight));
  const axisDepth = (at(mesh, meshPoint.cheekLeft).z + at(mesh, meshPoint.cheekRight).z) / 2;
  const centre = middle(outline.map((index) => at(mesh, index)));
  const face = mesh.map(({x, y, z}) => ({x, y, depth: z - axisDepth, part: 1}));
  const around = rings.flatMap(({out, behind, part, neck}) =>
    outline.map((index) => {
      const {x, y, z} = at(mesh, index);
      const below = smooth((y - centre.y) / (at(mesh, meshPoint.chin).y - centre.y));
      return {
        x: centre.x + (x - centre.x) * out,
        y: centre.y + (y - centre.y) * out,
        depth: z - axisDepth + behind * width,
        part: part + (neck - part) * below,
      };
    }),
  );
  return [...face, ...around];
}

/** 0 for what stands beside the face or above, 1 for what is under the chin. */
function smooth(share: number): number {
  const t = Math.max(0, Math.min(1, (share - 0.55) / 0.4));
  return t * t * (3 - 2 * t);
}

/** By the nearest soundings, the nearer the more. */
function interpolate(soundings: readonly Sounding[], place: Point): {depth: number; part: number} {
  const near: {gap: number; sounding: Sounding}[] = [];
  for (const sounding of soundings) {
    const gap = distance(sounding, place);
    if (near.length === asked && gap >= (near.at(-1)?.gap ?? Infinity)) continue;
    const index = near.findIndex((other) => gap < other.gap);
    near.splice(index === -1 ? near.length : index, 0, {gap, sounding});
    near.length = Math.min(near.length, asked);
  }
  let [weights, depth, part] = [0, 0, 0];
  for (const {gap, sounding} of near) {
    const weight = 1 / (gap * gap + 1);
    weights += weight;
    depth += weight * sounding.depth;
    part += weight * sounding.part;
  }
  return {depth: depth / weights, part: part / weights};
}

/** The picture with its head held another way. */
export function turn(bust: Bust, attitude: Attitude): Frame {
  const {picture, columns, rows} = bust;
  const places = placesOf(bust, attitude);
  // what takes no part in the turn stands as it stood
  const canvas = canvasOver(picture);
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corner = row * columns + column;
      const [a, b, c, d] = [corner, corner + 1, corner + columns, corner + columns + 1].map((index) => places[index]);
      if (!a || !b || !c || !d || !(a.moves || b.moves || c.moves || d.moves)) continue;
      drawTriangle(canvas, picture, [a, b, c]);
      drawTriangle(canvas, picture, [b, d, c]);
    }
  }
  return canvas.frame;
}

interface Place extends Corner {
  moves: boolean;
}

/** Where every place of the grid stands after the turn: lifted into space, turned about the axis, and seen again. */
function placesOf({picture, columns, rows, depth, part, axis, rest}: Bust, to: Attitude): Place[] {
  const faceWidth = 2 * Math.max(...depth.map((each) => -each), 1);
  const eye = eyeDistance * faceWidth;
  const turned = rotation({yaw: to.yaw - rest.yaw, pitch: to.pitch - rest.pitch, roll: to.roll - rest.roll});
  return Array.from({length: columns * rows}, (_, index) => {
    const x = Math.min((index % columns) * cell, picture.width - 1);
    const y = Math.min(Math.floor(index / columns) * cell, picture.height - 1);
    const z = depth[index] ?? 0;
    const share = part[index] ?? 0;
    const away = (eye + z) / eye;
    const [right, down, back] = turned([(x - axis.x) * away, (y - axis.y) * away, z]);
    const seen = (eye * to.nearness) / (eye + back);
    const moved = {x: axis.x + right * seen + to.x, y: axis.y + down * seen + to.y};
    return {
      x: x + share * (moved.x - x),
      y: y + share * (moved.y - y),
      z: z + share * (back - z),
      u: x,
      v: y,
      moves: share > 0.01,
    };
  });
}

/** Yaw first, then pitch, then roll; signs as `Pose` has them. */
function rotation(angles: Pose): (point: Vector) => Vector {
  const [yaw, pitch, roll] = [angles.yaw, angles.pitch, angles.roll].map((angle) => (angle * Math.PI) / 180);
  const about = (angle = 0) => [Math.cos(angle), Math.sin(angle)] as const;
  const [[cy, sy], [cp, sp], [cr, sr]] = [about(yaw), about(pitch), about(roll)];
  return ([x, y, z]) => {
    const [x1, z1] = [x * cy - z * sy, z * cy + x * sy];
    const [y2, z2] = [y * cp - z1 * sp, z1 * cp + y * sp];
    return [x1 * cr - y2 * sr, y2 * cr + x1 * sr, z2];
  };
}

type Vector = readonly [x: number, y: number, z: number];
