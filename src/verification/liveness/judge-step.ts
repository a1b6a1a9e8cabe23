/**
 * Whether the frames of one step show what was asked: at once, while the person waits, and only so much that they can do something about
 * it. Whether it was a living person is judged at the end, over the whole session (`judge-session.ts`).
 */
import type {LivenessHint} from '../../protocol/flow.ts';
import type {FaceFrame, MeasuredFace, SelfiePose} from '../../protocol/selfie.ts';
import {sameFrame} from './frozen.ts';
import {livenessLimits as limits} from './limits.ts';

/** What is missing; undefined where the frames show the pose. `first`: whether this is the session's first step, where nothing moved yet. */
export function missingInStep(
  pose: SelfiePose,
  frames: readonly FaceFrame[],
  {first}: {first: boolean},
): LivenessHint | undefined {
  const faces = frames.flatMap(({face}) => (face ? [face] : []));
  const last = frames.at(-1)?.face;
  if (!last || faces.length < frames.length) return 'no_face';
  if (frames.some(({faces: count}) => count > 1)) return 'several_faces';
  if (frames.length > 1 && faces.slice(1).every((face, i) => sameFrame(face, faces[i]))) return 'frozen';
  return missingInView(frames.at(-1), last) ?? missingInPose(pose, faces, last, first);
}

/** Distance and light: the same for every pose. */
function missingInView(frame: FaceFrame | undefined, face: MeasuredFace): LivenessHint | undefined {
  const {quality} = face;
  // seen from the side the eyes stand closer together: the width tells the distance then
  const across = face.eyeDistance / Math.max(0.5, Math.cos((face.pose.yaw * Math.PI) / 180));
  if (across < limits.leastEyeDistance) return 'come_closer';
  if (frame && across > frame.width * limits.nearestShare) return 'move_back';
  if (quality.luma < limits.dark) return 'dark';
  if (quality.luma > limits.bright || quality.overexposed > limits.overexposed) return 'bright';
  return undefined;
}

function missingInPose(
  pose: SelfiePose,
  faces: readonly MeasuredFace[],
  last: MeasuredFace,
  first: boolean,
): LivenessHint | undefined {
  const {yaw} = last.pose;
  const moved = Math.max(...faces.map((face) => Math.abs(face.pose.yaw - yaw)));
  switch (pose) {
    case 'center':
      if (!isStraight(last)) return 'look_straight';
      if (last.quality.luma < limits.straightDark) return 'dark';
      if (last.quality.luma > limits.straightBright) return 'bright';
      return last.quality.sharpness < limits.sharpness ? 'blurry' : undefined;
    case 'left':
    case 'right': {
      const turned = pose === 'left' ? yaw : -yaw;
      if (turned < limits.turn / 3) return pose === 'left' ? 'turn_left' : 'turn_right';
      if (turned < limits.turn) return 'turn_further';
      return first || moved >= limits.moved ? undefined : 'look_straight';
    }
    case 'closer': {
      const before = Math.min(...faces.map(({eyeDistance}) => eyeDistance));
      return last.eyeDistance >= before * limits.closer ? undefined : 'come_closer';
    }
    case 'eyes_closed': {
      const open = Math.max(...faces.map(({eyeOpen}) => eyeOpen));
      // nobody is shut out for the shape of their eyes: a person looks at these sessions anyway
      if (open < limits.narrowEyes) return undefined;
      return last.eyeOpen <= open * limits.eyesClosed ? undefined : 'close_eyes';
    }
  }
}

export function isStraight({pose}: Pick<MeasuredFace, 'pose'>): boolean {
  return (
    Math.abs(pose.yaw) <= limits.straightYaw &&
    Math.abs(pose.pitch) <= limits.straightPitch &&
    Math.abs(pose.roll) <= limits.straightRoll
  );
}
