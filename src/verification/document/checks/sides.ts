/** Whether two sides were submitted, not one twice. */
import {similarity} from '../fingerprint.ts';
import type {PictureReading} from '../reading.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';

export const doubleSide: CheckRule = {
  name: 'id_double_side_detection',
  requirement: 'required',
  /** Likeness of the two pictures, 0 to 1; about 0.5 for unrelated ones. */
  threshold: 0.9,
  reasons: ['side_submitted_twice', 'only_one_side'],
  run({pictures}, threshold) {
    const [first, second] = pictures;
    if (!first || !second) return notApplicable('only_one_side');
    const value = Math.round(similarity(first.fingerprint, second.fingerprint) * 1000) / 1000;
    const sameText = machineText(first) !== undefined && machineText(first) === machineText(second);
    const more = {value, detail: {'same-machine-readable-text': sameText}};
    return value >= threshold || sameText ? failed('side_submitted_twice', more) : passed(more);
  },
};

/** Two photographs of one side differ in every pixel, but not in what they say. */
function machineText(picture: PictureReading): string | undefined {
  if (picture.mrz) return picture.mrz.lines.join('\n');
  return picture.barcode?.status === 'decoded' ? picture.barcode.text : undefined;
}
