/** Whether the picture is one of a genuine document: not of a screen, not of a copy, not changed in an editor. */
import {rhythmBreak} from '../authenticity/line-rhythm.ts';
import {bestMrz} from '../classify.ts';
import type {ImageRegion} from '../../../protocol/check.ts';
import type {PictureReading} from '../reading.ts';
import {mrzRegion, regionOf, wholePicture} from '../regions.ts';
import {failed, judged, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOr} from './places.ts';

export const electronicReplica: CheckRule = {
  name: 'id_electronic_replica_detection',
  requirement: 'not_required',
  /** Height of the sharpest periodic peak in both colour differences, in spreads of its surroundings. */
  threshold: 3.9,
  unit: 'deviations',
  reasons: ['replica_detected', 'too_small', 'no_picture'],
  run({pictures}, threshold) {
    if (pictures.length === 0) return notApplicable('no_picture');
    const measured = pictures.flatMap((picture) => {
      const screen = picture.authenticity?.screen;
      return screen ? [{picture, screen}] : [];
    });
    const [worst] = measured.sort((a, b) => b.screen.peak - a.screen.peak);
    if (!worst) return notApplicable('too_small');
    const regions = worst.screen.boxes.map((box) => regionOf(worst.picture, box, 'measured'));
    const value = round(worst.screen.peak, 100);
    return value >= threshold ? failed('replica_detected', {value, regions}) : passed({value, regions});
  },
};

export const colourInconsistency: CheckRule = {
  name: 'id_color_inconsistency_detection',
  requirement: 'not_required',
  /** 95th percentile of the distance from the colour of the light, 0 to 255. */
  threshold: 4,
  unit: 'levels',
  reasons: ['no_colour', 'colourless_side', 'no_picture'],
  run({pictures}, threshold) {
    if (pictures.length === 0) return notApplicable('no_picture');
    // The side with a bar code is printed in black on many genuine cards.
    const [palest] = pictures
      .filter((picture) => picture.authenticity && picture.aamva?.ok !== true)
      .sort((a, b) => spreadOf(a) - spreadOf(b));
    if (!palest) return notApplicable('colourless_side');
    const more = {value: round(spreadOf(palest), 10), regions: [middleOf(palest)]};
    return spreadOf(palest) >= threshold ? passed(more) : failed('no_colour', more);
  },
};

export const tamper: CheckRule = {
  name: 'id_tamper_detection',
  requirement: 'not_required',
  /** Largest distance, in pitches, by which neighbouring characters of the zone stand off their line's rhythm. */
  threshold: 0.2,
  unit: 'pitches',
  reasons: ['uneven_characters', 'edited_with_software', 'no_character_rhythm', 'no_picture'],
  run({pictures}, threshold) {
    if (pictures.length === 0) return notApplicable('no_picture');
    const editors = [...new Set(pictures.flatMap(({authenticity}) => authenticity?.editor ?? []))];
    const zone = bestMrz(pictures);
    const breaks = (zone?.reading.positions ?? []).flatMap((line) => rhythmBreak(line) ?? []);
    // Neither a zone to measure nor a word of an editor: nothing speaks against it, and nothing for it.
    if (breaks.length === 0 && editors.length === 0) return notApplicable('no_character_rhythm');
    const value = breaks.length > 0 ? round(Math.max(...breaks), 1000) : undefined;
    const reasons: string[] = [];
    if (value !== undefined && value > threshold) reasons.push('uneven_characters');
    if (editors.length > 0) reasons.push('edited_with_software');
    return judged(reasons, {
      ...(value !== undefined && {value}),
      ...placesOr([zone && mrzRegion(zone.picture)], pictures),
      ...(editors.length > 0 && {detail: {editors}}),
    });
  },
};

/**
 * Fails for what says itself that it was made up. It never passes: whether a layout is the issuer's own could only be told beside
 * reference images of the genuine document, which issuers do not publish for that.
 */
export const fabrication: CheckRule = {
  name: 'id_fabrication_detection',
  requirement: 'not_required',
  /** Pictures that say of themselves that they were made up. */
  threshold: 0,
  unit: 'count',
  reasons: ['made_by_generator', 'no_reference_images', 'no_picture'],
  run({pictures}, threshold) {
    if (pictures.length === 0) return notApplicable('no_picture');
    const made = pictures.filter(({authenticity}) => authenticity?.generated);
    if (made.length <= threshold) return notApplicable('no_reference_images');
    return failed('made_by_generator', {value: made.length, regions: made.map(wholePicture)});
  },
};

function spreadOf({authenticity}: PictureReading): number {
  return authenticity?.colourSpread ?? 0;
}

function middleOf(picture: PictureReading): ImageRegion {
  const {evidenceId, width, height} = picture;
  const [x, y] = [Math.round(width * 0.2), Math.round(height * 0.2)];
  const box = {x, y, width: width - 2 * x, height: height - 2 * y};
  return {evidenceId, ...box, pictureWidth: width, pictureHeight: height, label: 'measured'};
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
