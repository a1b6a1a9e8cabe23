/** Frames that are one frame: a feed that stands still, or a picture sent twice. A camera never gives the same picture again. */
import type {FaceFrame, MeasuredFace} from '../../protocol/selfie.ts';
import {livenessLimits} from './limits.ts';

/** Whether two measured faces come from the same picture, encoded once more or not. */
export function sameFrame(a: MeasuredFace, b: MeasuredFace | undefined): boolean {
  if (!b || a.points.length !== b.points.length || a.points.length === 0) return false;
  let sum = 0;
  for (const [i, value] of a.points.entries()) sum += (value - (b.points[i] ?? 0)) ** 2;
  return Math.sqrt(sum / (a.points.length / 2)) < livenessLimits.frozen;
}

/** Pairs of frames, by id, that show the very same picture. */
export function repeatedFrames(frames: readonly FaceFrame[]): [string, string][] {
  return frames.flatMap((one, i) =>
    frames
      .slice(i + 1)
      .filter((other) => one.hash === other.hash && one.face && sameFrame(one.face, other.face))
      .map((other): [string, string] => [one.id, other.id]),
  );
}
