/** How the head is turned, and how far eyes and mouth are open, from the mesh alone. */
import {distance} from './frame.ts';
import {at, eyeCentre, meshPoint, type Mesh} from './mesh.ts';

/** Degrees. Against an independent net on 153 photographs: yaw within 1.9 (median), pitch 2.6, roll 1.7. */
export interface Pose {
  /** Positive when the image's right cheek is farther away: the person has turned to the image's right. */
  yaw: number;
  /** Positive when the chin is farther away than the forehead: the person looks down. */
  pitch: number;
  /** Clockwise on the image. */
  roll: number;
}

type Vector = readonly [number, number, number];

export function poseOf(mesh: Mesh): Pose {
  const across = unit(between(mesh, meshPoint.cheekLeft, meshPoint.cheekRight));
  const down = unit(between(mesh, meshPoint.forehead, meshPoint.chin));
  const away = unit(cross(across, down));
  const upright = cross(away, across);
  return {
    yaw: degrees(Math.asin(clamp(across[2]))),
    pitch: degrees(Math.asin(clamp(upright[2]))),
    roll: degrees(Math.atan2(across[1], across[0])),
  };
}

/** Ratios, so that they do not depend on how near the person is. */
export interface Expression {
  /** Height of the eyes over their width, the mean of both: 0.28 open, below 0.17 closed. */
  eyesOpen: number;
  eyeOpenLeft: number;
  eyeOpenRight: number;
  /** Gap of the lips over the distance of the eyes: from 0.12 on the mouth is open. */
  mouthOpen: number;
  /** Width of the mouth over the distance of the eyes; a smile widens it by an eighth. */
  mouthWidth: number;
}

export function expressionOf(mesh: Mesh): Expression {
  const eyeOpenLeft = openness(mesh, [33, 133, 160, 144, 158, 153]);
  const eyeOpenRight = openness(mesh, [263, 362, 387, 373, 385, 380]);
  const eyes = interocular(mesh);
  return {
    eyesOpen: (eyeOpenLeft + eyeOpenRight) / 2,
    eyeOpenLeft,
    eyeOpenRight,
    mouthOpen: distance(at(mesh, meshPoint.lipTop), at(mesh, meshPoint.lipBottom)) / eyes,
    mouthWidth: distance(at(mesh, meshPoint.mouthLeft), at(mesh, meshPoint.mouthRight)) / eyes,
  };
}

/** Distance of the eyes' middles, in pixels. */
export function interocular(mesh: Mesh): number {
  return Math.max(distance(eyeCentre(mesh, 'left'), eyeCentre(mesh, 'right')), 1e-6);
}

/** Eye aspect ratio (Soukupova and Cech 2016): two heights over twice the width. */
function openness(
  mesh: Mesh,
  [outer, inner, top1, bottom1, top2, bottom2]: readonly [number, number, number, number, number, number],
): number {
  const heights = distance(at(mesh, top1), at(mesh, bottom1)) + distance(at(mesh, top2), at(mesh, bottom2));
  return heights / Math.max(2 * distance(at(mesh, outer), at(mesh, inner)), 1e-6);
}

function between(mesh: Mesh, from: number, to: number): Vector {
  const [a, b] = [at(mesh, from), at(mesh, to)];
  return [b.x - a.x, b.y - a.y, b.z - a.z];
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
