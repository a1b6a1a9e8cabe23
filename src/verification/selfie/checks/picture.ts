/** Whether the frames can be judged at all: one face, in the poses that were asked for, sharp and lit. */
import {qualityLimits} from '../../face/quality.ts';
import {bestFrames, faceRegion, frontalFrames, wholeFrame, type SelfieFrame, type SelfieReading} from '../reading.ts';
import {failed, judged, notApplicable, passed, type SelfieCheckRule} from './check-rule.ts';

export const multipleFaces: SelfieCheckRule = {
  name: 'selfie_multiple_faces_detection',
  requirement: 'required',
  /** Faces that a frame may show. */
  threshold: 1,
  reasons: ['several_faces', 'no_face'],
  run({frames}, threshold) {
    const most = Math.max(0, ...frames.map(({faces}) => faces));
    if (most === 0) return notApplicable('no_face');
    const crowded = frames.filter(({faces}) => faces > threshold);
    if (crowded.length === 0) return passed({value: most});
    return failed('several_faces', {
      value: most,
      regions: crowded.slice(0, 3).map(wholeFrame),
      detail: {frames: crowded.length},
    });
  },
};

/** How far a head must be turned to count as turned, and how straight it must be to count as straight; degrees. */
const turned = 20;
const straight = {yaw: 12, pitch: 20, roll: 18} as const;

export const poseDetection: SelfieCheckRule = {
  name: 'selfie_pose_detection',
  requirement: 'required',
  /** Smallest turn to a side that was asked for, in degrees. */
  threshold: turned,
  reasons: ['no_face', 'center_not_shown', 'left_not_shown', 'right_not_shown'],
  run(reading, threshold) {
    const {frames} = reading;
    if (frames.every(({face}) => !face)) return failed('no_face');
    const asked = new Set(frames.map(({pose}) => pose));
    const turns = frames.flatMap(({pose, face}) =>
      face && (pose === 'left' || pose === 'right') ? [{pose, yaw: face.pose.yaw}] : [],
    );
    const largest = {
      left: Math.max(-Infinity, ...turns.flatMap(({pose, yaw}) => (pose === 'left' ? [yaw] : []))),
      right: Math.max(-Infinity, ...turns.flatMap(({pose, yaw}) => (pose === 'right' ? [-yaw] : []))),
    };
    const reasons: string[] = [];
    if (asked.has('center') && !frontalFrames(reading).some(isStraight)) reasons.push('center_not_shown');
    for (const side of ['left', 'right'] as const) {
      if (asked.has(side) && largest[side] < threshold) reasons.push(`${side}_not_shown`);
    }
    const shown = (['left', 'right'] as const).filter((side) => asked.has(side)).map((side) => largest[side]);
    const value = shown.length > 0 ? Math.min(...shown) : undefined;
    return judged(reasons, {
      ...(value !== undefined && Number.isFinite(value) && {value: Math.round(value * 10) / 10}),
    });
  },
};

function isStraight({face}: SelfieFrame): boolean {
  if (!face) return false;
  const {yaw, pitch, roll} = face.pose;
  return Math.abs(yaw) <= straight.yaw && Math.abs(pitch) <= straight.pitch && Math.abs(roll) <= straight.roll;
}

export const imageQuality: SelfieCheckRule = {
  name: 'selfie_image_quality_detection',
  requirement: 'required',
  /** Variance of the Laplacian over the squared mean brightness, in thousandths, of the face: 43 sharp, 12 soft, 6 useless. */
  threshold: qualityLimits.sharpnessFloor,
  reasons: ['no_face', 'too_small', 'too_dark', 'too_bright', 'blurry', 'file_damaged', 'engine_unavailable'],
  run(reading, threshold) {
    const [best] = bestFrames(reading);
    if (!best?.face) return failed('no_face');
    const {quality, eyeDistance} = best.face;
    const limits = qualityLimits;
    const reasons: string[] = [];
    if (eyeDistance < limits.interocularFloor) reasons.push('too_small');
    if (quality.luma < limits.darkest) reasons.push('too_dark');
    if (quality.luma > limits.brightest) reasons.push('too_bright');
    if (quality.sharpness < threshold) reasons.push('blurry');
    return judged(reasons, {
      value: Math.round(quality.sharpness * 10) / 10,
      regions: faceRegion(best),
      detail: {'eye-distance': Math.round(eyeDistance), brightness: Math.round(quality.luma)},
    });
  },
};

export const glareDetection: SelfieCheckRule = {
  name: 'selfie_glare_detection',
  requirement: 'not_required',
  /** Share of the face that is blown out, 0 to 1. */
  threshold: qualityLimits.glare,
  reasons: ['too_much_glare', 'no_face'],
  run(reading, threshold) {
    const [best] = bestFrames(reading);
    if (!best?.face) return notApplicable('no_face');
    const value = Math.round(best.face.quality.overexposed * 1000) / 1000;
    const more = {value, regions: faceRegion(best)};
    return value <= threshold ? passed(more) : failed('too_much_glare', more);
  },
};

export const poseRepeat: SelfieCheckRule = {
  name: 'selfie_pose_repeat_detection',
  requirement: 'required',
  /** Pairs of frames that may be the very same picture. */
  threshold: 0,
  reasons: ['repeated_frames', 'one_frame'],
  run({frames}, threshold) {
    if (frames.length < 2) return notApplicable('one_frame');
    const pairs = repeatedPairs(frames);
    const more = {value: pairs.length};
    return pairs.length <= threshold ? passed(more) : failed('repeated_frames', {...more, regions: regionsOf(pairs)});
  },
};

/** A camera never gives the same picture twice: not one point of a mesh stands still to a twentieth of a pixel. */
const still = 0.05;

function repeatedPairs(frames: SelfieReading['frames']): [SelfieFrame, SelfieFrame][] {
  return frames.flatMap((one, i) =>
    frames
      .slice(i + 1)
      .flatMap((other): [SelfieFrame, SelfieFrame][] => (isSamePicture(one, other) ? [[one, other]] : [])),
  );
}

function isSamePicture(a: SelfieFrame, b: SelfieFrame): boolean {
  if (a.hash !== b.hash || !a.face || !b.face) return false;
  const [from, to] = [a.face.points, b.face.points];
  const squares = from.map((value, i) => (value - (to[i] ?? 0)) ** 2);
  return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / Math.max(1, from.length / 2)) < still;
}

function regionsOf(pairs: [SelfieFrame, SelfieFrame][]) {
  return pairs.slice(0, 2).flatMap(([a, b]) => [wholeFrame(a), wholeFrame(b)]);
}
