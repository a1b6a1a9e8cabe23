/** Glasses, and covers of mouth and nose: seen on the frames that stand for the person. */
import type {CheckOutcome} from '../../check-outcome.ts';
import type {WornThing} from '../../face/worn-weights.ts';
import {bestFrames, faceRegion, type SelfieReading} from '../reading.ts';
import {failed, notApplicable, passed, type SelfieCheckRule} from './check-rule.ts';

export const coveringDetection: SelfieCheckRule = {
  name: 'selfie_face_covering_detection',
  requirement: 'not_required',
  /** How likely something lies over mouth or nose, 0 to 1; false alarms in docs/models/worn.md. */
  threshold: 0.5,
  reasons: ['face_covered', 'no_face'],
  run: (reading, threshold) => worn(reading, {thing: 'covering', reason: 'face_covered', threshold}),
};

export const glassesDetection: SelfieCheckRule = {
  name: 'selfie_glasses_detection',
  requirement: 'not_required',
  /** How likely glasses are worn, 0 to 1; false alarms in docs/models/worn.md. */
  threshold: 0.5,
  reasons: ['glasses_worn', 'no_face'],
  run: (reading, threshold) => worn(reading, {thing: 'glasses', reason: 'glasses_worn', threshold}),
};

interface Sought {
  thing: WornThing;
  reason: string;
  threshold: number;
}

/** The middle of the frames: one of them may be moved or lit badly. */
function worn(reading: SelfieReading, {thing, reason, threshold}: Sought): CheckOutcome {
  const frames = bestFrames(reading).filter(({face}) => face?.worn);
  const [first] = frames;
  if (!first) return notApplicable('no_face');
  const likely = frames.flatMap(({face}) => face?.worn?.[thing] ?? []).toSorted((a, b) => a - b);
  const value = Math.round((likely[(likely.length - 1) >> 1] ?? 0) * 1000) / 1000;
  const more = {value, regions: faceRegion(first), detail: {frames: likely.length}};
  return value < threshold ? passed(more) : failed(reason, more);
}
