/** Whether the pictures are good enough, and whether the files are pictures at all. */
import {imageErrorCodes} from '../../image/image-error.ts';
import type {PictureReading, SubmissionReading} from '../reading.ts';
import {regionOf, wholePicture} from '../regions.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';

export const blur: CheckRule = {
  name: 'id_blur_detection',
  requirement: 'not_required',
  /** Variance of the Laplacian with the picture brought to 1000 px width: 150 sharp, 40 soft, 15 hardly readable. */
  threshold: 15,
  unit: 'variance',
  reasons: ['blurry', 'no_picture'],
  run({pictures}, threshold) {
    const [worst] = [...pictures].sort((a, b) => a.quality.sharpness - b.quality.sharpness);
    if (!worst) return notApplicable('no_picture');
    const value = Math.round(worst.quality.sharpness * 10) / 10;
    const more = {value, regions: [wholePicture(worst)]};
    return value >= threshold ? passed(more) : failed('blurry', more);
  },
};

export const glare: CheckRule = {
  name: 'id_glare_detection',
  requirement: 'not_required',
  /** Share of the picture in blown-out patches, 0 to 1. */
  threshold: 0.03,
  unit: 'share',
  reasons: ['too_much_glare', 'no_picture'],
  run({pictures}, threshold) {
    const [worst] = [...pictures].sort((a, b) => b.quality.glare.fraction - a.quality.glare.fraction);
    if (!worst) return notApplicable('no_picture');
    const value = Math.round(worst.quality.glare.fraction * 1000) / 1000;
    const patches = worst.quality.glare.regions.map((box) => regionOf(worst, box, 'glare'));
    const more = {value, regions: patches.length > 0 ? patches : [wholePicture(worst)]};
    return value <= threshold ? passed(more) : failed('too_much_glare', more);
  },
};

/** Below these a picture in which nothing was found is better taken again than looked at again. */
const limits = {shortestSide: 300, darkest: 45, brightest: 235, leastSharpness: 7} as const;

export const unprocessable: CheckRule = {
  name: 'id_unprocessable_submission_detection',
  requirement: 'required',
  /** Troubles of the files and pictures. */
  threshold: 0,
  unit: 'count',
  reasons: [...imageErrorCodes, 'too_small', 'too_dark', 'too_bright', 'blurry', 'glare'],
  run(reading, threshold) {
    const files = reading.unreadable.map((file) => file.reason);
    const pictures = reading.classification.source === undefined ? reading.pictures.flatMap(troubleOf) : [];
    const reasons = [...new Set<string>([...files, ...pictures])];
    const more = {value: reasons.length, ...placesOf(reading)};
    return reasons.length <= threshold ? passed(more) : failed(reasons, more);
  },
};

/** Only asked of pictures in which nothing was found: what could be read was good enough. */
function troubleOf({quality, width, height}: PictureReading): string[] {
  const trouble: string[] = [];
  if (Math.min(width, height) < limits.shortestSide) trouble.push('too_small');
  if (quality.exposure.mean < limits.darkest) trouble.push('too_dark');
  if (quality.exposure.mean > limits.brightest && quality.exposure.contrast < 60) trouble.push('too_bright');
  if (quality.sharpness < limits.leastSharpness) trouble.push('blurry');
  if (quality.glare.fraction > (glare.threshold ?? 1)) trouble.push('glare');
  return trouble;
}

/** The pictures that are in trouble, else all that were looked at; a file that is no picture has no place. */
function placesOf({classification, pictures}: SubmissionReading) {
  const bad = classification.source === undefined ? pictures.filter((picture) => troubleOf(picture).length > 0) : [];
  const regions = (bad.length > 0 ? bad : pictures).map(wholePicture);
  return regions.length > 0 ? {regions} : {};
}
