/** Which frames stand for the person: straight, sharp, eyes open, in this order of weight. */
import type {FaceFrame, MeasuredFace} from '../../protocol/selfie.ts';
import type {SelfieInput} from '../engine.ts';
import {qualityLimits} from '../face/quality.ts';
import type {SelfieFrame} from './reading.ts';

/** Ids, best first, at most `count`. Turned faces serve only where there is no straight one. */
export function bestOf(frames: readonly SelfieFrame[], count: number): string[] {
  const ranked = frames
    .flatMap(({id, face}) => (face ? [{id, score: usefulness(face)}] : []))
    .sort((a, b) => b.score - a.score);
  const straight = ranked.filter(({score}) => score > 0);
  return (straight.length > 0 ? straight : ranked.slice(0, 1)).slice(0, count).map(({id}) => id);
}

/** Above 0 for a face that looks into the camera with open eyes. */
function usefulness({pose, eyeOpen, quality, eyeDistance}: MeasuredFace): number {
  const turned = Math.max(Math.abs(pose.yaw) / 12, Math.abs(pose.pitch) / 20, Math.abs(pose.roll) / 18);
  const closed = eyeOpen < qualityLimits.eyesOpen * 0.8 ? 0.5 : 0;
  const soft = quality.sharpness < qualityLimits.sharpness ? 0.3 : 0;
  const small = eyeDistance < qualityLimits.interocular ? 0.1 : 0;
  return 1.3 - turned - closed - soft - small;
}

/** A measured frame with what the session says of it. */
export function selfieFrame(measured: FaceFrame, given: SelfieInput['frames'][number] | undefined): SelfieFrame {
  return {...measured, pose: given?.pose ?? 'center', capture: given?.capture ?? 'upload'};
}
