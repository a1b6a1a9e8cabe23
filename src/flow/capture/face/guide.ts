/**
 * From measured frames to one hint and to the moment of the shutter, for one step of a selfie. Pure: state in, state out, time comes with the
 * frame. It only guides: the server measures everything again.
 *
 * 1. One hint, the first thing to mend; a new one must stand for a moment, so that hints do not flicker.
 * 2. A pose counts only after the face was seen away from it since the step was shown: whoever waits in the pose already is asked to
 *    look straight first.
 * 3. The shutter fires after the pose was held; a look straight into the camera is held longer, because it gives several pictures.
 */
import type {LivenessHint} from '../../../protocol/flow.ts';
import type {SelfiePose} from '../../../protocol/selfie.ts';

/** What the worker says of one frame. */
export interface FaceReading {
  faces: number;
  face?: {
    /** Degrees; positive when the person turns to their own left. */
    yaw: number;
    pitch: number;
    roll: number;
    /** Distance of the eyes and width of the face, by the width of the frame. */
    eyeShare: number;
    share: number;
    /** Middle of the face, 0 to 1 of the frame. */
    x: number;
    y: number;
    /** 0 to 255. */
    brightness: number;
    sharpness: number;
    eyesOpen: number;
  };
}

export type FaceHint = LivenessHint | 'place' | 'center_face' | 'hold' | 'good';

export interface FaceGuide {
  pose: SelfiePose;
  since: number;
  hint: FaceHint;
  hintSince: number;
  candidate: FaceHint;
  candidateSince: number;
  /** What the face was furthest from the pose since the step was shown, in the measure of the pose. */
  away: number;
  /** The widest the eyes, and the smallest the face, were in this step. */
  eyesOpen: number;
  smallest: number;
  goodSince: number | undefined;
  /** How far the pose is held, 0 to 1; at 1 the shutter fires. */
  hold: number;
}

const limits = {
  /** The server asks for a little less, so that what looks good here is good there. */
  turn: 24,
  moved: 17,
  straightYaw: 10,
  straightPitch: 16,
  straightRoll: 14,
  closer: 1.3,
  eyesClosed: 0.52,
  /** Narrower eyes are not seen to shut, and count as shut: `verification/liveness/limits.ts`. */
  narrowEyes: 0.19,
  far: 0.2,
  near: 0.52,
  off: 0.16,
  dark: 55,
  bright: 208,
  /** Of a look straight ahead, which the person is told apart by. */
  straightDark: 62,
  straightBright: 203,
  blurry: 7,
};
const holdMs: Record<SelfiePose, number> = {center: 750, left: 300, right: 300, closer: 300, eyes_closed: 350};
const settleMs = 200;
const shownMs = 700;

export function startGuide(pose: SelfiePose, now: number): FaceGuide {
  return {
    pose,
    since: now,
    hint: 'place',
    hintSince: now - shownMs,
    candidate: 'place',
    candidateSince: now,
    away: 0,
    eyesOpen: 0,
    smallest: Infinity,
    goodSince: undefined,
    hold: 0,
  };
}

/** `first`: nothing has to move yet. */
export function advanceGuide(guide: FaceGuide, reading: FaceReading, first: boolean, now: number): FaceGuide {
  const {face} = reading;
  const seen: FaceGuide = face
    ? {
        ...guide,
        away: Math.max(guide.away, distance(guide.pose, face.yaw)),
        eyesOpen: Math.max(guide.eyesOpen, face.eyesOpen),
        smallest: Math.min(guide.smallest, face.eyeShare),
      }
    : guide;
  const verdict = judge(seen, reading, first);
  const good = verdict === 'hold';
  const goodSince = good ? (guide.goodSince ?? now) : undefined;
  const hold = goodSince === undefined ? 0 : Math.min(1, (now - goodSince) / holdMs[guide.pose]);
  return {...seen, ...withHint(guide, verdict, now), goodSince, hold};
}

/** The server did not take the frames: its reason is shown, and the pose is held anew. */
export function refuseGuide(guide: FaceGuide, hint: FaceHint, now: number): FaceGuide {
  return {...guide, hint, hintSince: now + 800, candidate: hint, candidateSince: now, goodSince: undefined, hold: 0};
}

/** How far a yaw is from the pose, in degrees. */
export function distance(pose: SelfiePose, yaw: number): number {
  if (pose === 'left') return Math.max(0, limits.turn - yaw);
  return pose === 'right' ? Math.max(0, limits.turn + yaw) : Math.abs(yaw);
}

function withHint(guide: FaceGuide, verdict: FaceHint, now: number) {
  const candidateSince = verdict === guide.candidate ? guide.candidateSince : now;
  const settled = now - candidateSince >= settleMs && now - guide.hintSince >= shownMs;
  const change = verdict !== guide.hint && (settled || verdict === 'hold');
  return {
    hint: change ? verdict : guide.hint,
    hintSince: change ? now : guide.hintSince,
    candidate: verdict,
    candidateSince,
  };
}

/** The first thing to mend: one face, place, distance, light, then the pose itself. */
function judge(guide: FaceGuide, {faces, face}: FaceReading, first: boolean): FaceHint {
  if (!face) return 'place';
  if (faces > 1) return 'several_faces';
  const turned = Math.abs(face.yaw) > limits.straightYaw;
  // a turned face is narrower, and stands off the middle
  if (!turned && (Math.abs(face.x - 0.5) > limits.off || Math.abs(face.y - 0.5) > limits.off * 1.3))
    return 'center_face';
  if (!turned && face.share < limits.far && guide.pose !== 'closer') return 'come_closer';
  if (face.share > limits.near && guide.pose !== 'closer') return 'move_back';
  if (face.brightness < limits.dark) return 'dark';
  if (face.brightness > limits.bright) return 'bright';
  return judgePose(guide, face, first);
}

function judgePose(guide: FaceGuide, face: NonNullable<FaceReading['face']>, first: boolean): FaceHint {
  const {yaw, pitch, roll} = face;
  switch (guide.pose) {
    case 'left':
    case 'right': {
      const toward = guide.pose === 'left' ? yaw : -yaw;
      if (toward >= limits.turn) return first || guide.away >= limits.moved ? 'hold' : 'look_straight';
      if (toward > limits.turn / 3) return 'turn_further';
      return guide.pose === 'left' ? 'turn_left' : 'turn_right';
    }
    case 'center':
      if (Math.abs(yaw) > limits.straightYaw || Math.abs(pitch) > limits.straightPitch) return 'look_straight';
      if (Math.abs(roll) > limits.straightRoll) return 'look_straight';
      if (face.brightness < limits.straightDark) return 'dark';
      if (face.brightness > limits.straightBright) return 'bright';
      return face.sharpness < limits.blurry ? 'blurry' : 'hold';
    case 'closer':
      return face.eyeShare >= guide.smallest * limits.closer ? 'hold' : 'come_closer';
    case 'eyes_closed':
      if (guide.eyesOpen < limits.narrowEyes) return 'hold';
      return face.eyesOpen <= guide.eyesOpen * limits.eyesClosed ? 'hold' : 'close_eyes';
  }
}
