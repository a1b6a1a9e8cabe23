/** The holder's face on the document: whether there is one, and whether it can be compared with anything. */
import type {DocumentPortrait, PictureReading, SubmissionReading} from '../reading.ts';
import {regionOf, wholePicture} from '../regions.ts';
import {failed, notApplicable, passed, type CheckOutcome, type CheckRule} from './check-rule.ts';

export const portraitDetection: CheckRule = {
  name: 'id_portrait_detection',
  requirement: 'not_required',
  /** The detector's score, 0 to 1. */
  threshold: 0.6,
  unit: 'probability',
  reasons: ['no_portrait', 'front_missing', 'provider_not_configured'],
  run: (reading, threshold) =>
    onPortrait(reading, (portrait, picture) => {
      const more = {value: round(portrait.score), regions: [regionOf(picture, portrait.box, 'portrait')]};
      return portrait.score >= threshold ? passed(more) : failed('no_portrait', more);
    }) ?? failed('no_portrait', {value: 0, regions: reading.pictures.filter(isFront).map(wholePicture)}),
};

/** Below this distance of the eyes, in pixels, nets see too little. */
const leastEyeDistance = 20;

export const portraitClarity: CheckRule = {
  name: 'id_portrait_clarity_detection',
  requirement: 'not_required',
  /** Variance of the Laplacian over the squared mean brightness, in thousandths, inside of the face: 30 clear, 2 hardly to be known. */
  threshold: 2,
  unit: 'sharpness',
  reasons: ['unclear_portrait', 'small_portrait', 'no_portrait', 'front_missing', 'provider_not_configured'],
  run: (reading, threshold) =>
    onPortrait(reading, (portrait, picture) => {
      const reasons = [
        ...(portrait.sharpness < threshold ? ['unclear_portrait'] : []),
        ...(portrait.eyeDistance < leastEyeDistance ? ['small_portrait'] : []),
      ];
      const more = {
        value: round(portrait.sharpness),
        regions: [regionOf(picture, portrait.box, 'portrait')],
        detail: {'eye-distance': Math.round(portrait.eyeDistance)},
      };
      return reasons.length === 0 ? passed(more) : failed(reasons, more);
    }) ?? notApplicable('no_portrait'),
};

/** Undefined where a front was looked at and shows no face. */
export function onPortrait(
  {pictures}: SubmissionReading,
  judge: (portrait: DocumentPortrait, picture: PictureReading) => CheckOutcome,
): CheckOutcome | undefined {
  const fronts = pictures.filter(isFront);
  if (fronts.length === 0) return notApplicable('front_missing');
  if (fronts.some(({portrait}) => portrait === false)) return notApplicable('provider_not_configured');
  for (const front of fronts) if (front.portrait) return judge(front.portrait, front);
  return undefined;
}

function isFront({side}: PictureReading): boolean {
  return side === 'front';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
