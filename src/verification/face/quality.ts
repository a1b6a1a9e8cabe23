/** Whether a face can be judged at all: sharp, lit, near, straight, eyes open. Measured inside the face only. */
import {alignedFace, alignedSide, alignment} from './align.ts';
import type {Frame} from './frame.ts';
import {boxAround} from './frame.ts';
import type {Mesh} from './mesh.ts';
import {expressionOf, interocular, poseOf, type Expression, type Pose} from './pose.ts';
import {transform} from './warp.ts';

export interface FaceQuality {
  /** Variance of the Laplacian over the squared mean brightness, in thousandths: 43 clean, below 12 soft, below 6 useless. */
  sharpness: number;
  /** Mean luma of the face, 0 to 255. */
  brightness: number;
  /** Share of blown-out pixels (luma above 245), 0 to 1. */
  glare: number;
  /** Difference of the halves' brightness over their sum, 0 to 1. */
  unevenness: number;
  /** Distance of the eyes in pixels. */
  interocular: number;
  /** Width of the face over the width of the frame. */
  share: number;
  /** The face touches the frame's border. */
  cut: boolean;
}

/** The numbers a frame must meet, both for guidance and for the server's checks. */
export const qualityLimits = {
  sharpness: 12,
  /** Below this the server refuses; between the two it is a hint. */
  sharpnessFloor: 6,
  darkest: 60,
  brightest: 205,
  glare: 0.15,
  unevenness: 0.35,
  /** Pixels between the eyes: what guidance asks for, and what the server takes. */
  interocular: 60,
  interocularFloor: 40,
  /** Share of the frame's width. */
  farthest: 0.22,
  nearest: 0.45,
  /** Degrees from straight. */
  yaw: 10,
  pitch: 12,
  roll: 10,
  eyesOpen: 0.17,
  mouthOpen: 0.12,
} as const;

/** What a person can do about it, in the order it should be said. */
export const qualityHints = [
  'too_far',
  'too_near',
  'cut_off',
  'too_dark',
  'too_bright',
  'uneven_light',
  'blurry',
  'not_straight',
  'eyes_closed',
  'mouth_open',
] as const;
export type QualityHint = (typeof qualityHints)[number];

/** Interior of the aligned face: its border may be outside of the frame, which would look like an edge. */
const inset = 10;

export function faceQuality(frame: Frame, mesh: Mesh): FaceQuality {
  const luma = lumaOf(alignedFace(frame, mesh));
  const box = boxAround(mesh);
  return {
    ...lightAndDetail(luma),
    interocular: interocular(mesh),
    share: box.width / frame.width,
    cut: box.x < 0 || box.y < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height,
  };
}

/** Every hint that applies to a frame from the front, most useful first. */
export function hintsFor(quality: FaceQuality, pose: Pose, expression: Expression): QualityHint[] {
  const limits = qualityLimits;
  const applies: Record<QualityHint, boolean> = {
    too_far: quality.share < limits.farthest || quality.interocular < limits.interocularFloor,
    too_near: quality.share > limits.nearest,
    cut_off: quality.cut,
    too_dark: quality.brightness < limits.darkest,
    too_bright: quality.brightness > limits.brightest || quality.glare > limits.glare,
    uneven_light: quality.unevenness > limits.unevenness,
    blurry: quality.sharpness < limits.sharpness,
    not_straight: !isFrontal(pose),
    eyes_closed: expression.eyesOpen < limits.eyesOpen,
    mouth_open: expression.mouthOpen > limits.mouthOpen,
  };
  return qualityHints.filter((hint) => applies[hint]);
}

export function isFrontal({yaw, pitch, roll}: Pose): boolean {
  const limits = qualityLimits;
  return Math.abs(yaw) <= limits.yaw && Math.abs(pitch) <= limits.pitch && Math.abs(roll) <= limits.roll;
}

/** Everything one frame says of one face; what guidance shows and what the server's checks judge. */
export interface FaceMeasures {
  quality: FaceQuality;
  pose: Pose;
  expression: Expression;
}

export function measureFace(frame: Frame, mesh: Mesh): FaceMeasures {
  return {quality: faceQuality(frame, mesh), pose: poseOf(mesh), expression: expressionOf(mesh)};
}

function lumaOf(rgb: Float32Array): Float32Array {
  const luma = new Float32Array(rgb.length / 3);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = 0.299 * (rgb[3 * i] as number) + 0.587 * (rgb[3 * i + 1] as number) + 0.114 * (rgb[3 * i + 2] as number);
  }
  return luma;
}

function lightAndDetail(luma: Float32Array): Pick<FaceQuality, 'sharpness' | 'brightness' | 'glare' | 'unevenness'> {
  const side = alignedSide;
  let [edges, edgesSquared, total, left, right, blown, count] = [0, 0, 0, 0, 0, 0, 0];
  for (let y = inset; y < side - inset; y++) {
    for (let x = inset; x < side - inset; x++) {
      const i = y * side + x;
      const value = luma[i] as number;
      const around =
        (luma[i - 1] as number) + (luma[i + 1] as number) + (luma[i - side] as number) + (luma[i + side] as number);
      const edge = 4 * value - around;
      edges += edge;
      edgesSquared += edge * edge;
      total += value;
      if (x < side / 2) left += value;
      else right += value;
      if (value > 245) blown++;
      count++;
    }
  }
  const brightness = total / count;
  const variance = edgesSquared / count - (edges / count) ** 2;
  return {
    sharpness: (variance / Math.max(brightness, 1) ** 2) * 1000,
    brightness,
    glare: blown / count,
    unevenness: Math.abs(left - right) / Math.max(left + right, 1),
  };
}

/** Where mesh points stand in the aligned square of 112 px. */
export function alignedMesh(mesh: Mesh): {x: number; y: number}[] {
  const matrix = alignment(mesh);
  return mesh.map((point) => transform(matrix, point));
}
