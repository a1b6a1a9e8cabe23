/** Whether two sides were submitted, not one twice. */
import {similarity} from '../fingerprint.ts';
import type {PictureReading} from '../reading.ts';
import {cardRegion} from '../regions.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';

export const doubleSide: CheckRule = {
  name: 'id_double_side_detection',
  requirement: 'required',
  /**
   * Likeness of the two flattened cards, 0 to 1. Measured on generated cards: 0.86 and more for two photographs of one
   * side (dense bar codes excepted, but those are told by their text), 0.68 at most for two sides of one card.
   */
  threshold: 0.8,
  unit: 'likeness',
  reasons: ['side_submitted_twice', 'only_one_side'],
  run({pictures}, threshold) {
    const [first, second] = pictures;
    if (!first?.fingerprint || !second?.fingerprint) return notApplicable('only_one_side');
    const value = Math.round(similarity(first.fingerprint, second.fingerprint) * 1000) / 1000;
    const sameText = machineText(first) !== undefined && machineText(first) === machineText(second);
    const regions = [cardRegion(first), cardRegion(second)];
    const more = {value, regions, detail: {'same-machine-readable-text': sameText}};
    return value >= threshold || sameText ? failed('side_submitted_twice', more) : passed(more);
  },
};

/** Two photographs of one side differ in every pixel, but not in what they say. */
function machineText(picture: PictureReading): string | undefined {
  if (picture.mrz) return picture.mrz.lines.join('\n');
  return picture.barcode?.status === 'decoded' ? picture.barcode.text : undefined;
}
