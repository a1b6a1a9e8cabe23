/** The machine-readable zone: is it there, and does it agree with itself. */
import {expectMrz} from '../carries.ts';
import {bestMrz} from '../classify.ts';
import {missingSide} from '../missing-side.ts';
import {mrzRegion} from '../regions.ts';
import {failed, judged, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {wholePictures} from './places.ts';

export const mrzDetection: CheckRule = {
  name: 'id_mrz_detection',
  requirement: 'required',
  /** Recognition confidence of the weakest line, 0 to 1. */
  threshold: 0.45,
  unit: 'probability',
  reasons: ['mrz_not_found', 'mrz_not_readable', 'back_missing', 'not_on_this_document'],
  run(reading, threshold) {
    const found = bestMrz(reading.pictures);
    const expected = expectMrz(reading.classification, reading.chosen);
    if (!found) {
      if (expected === 'not_on_this_document') return notApplicable('not_on_this_document');
      const more = {value: 0, ...wholePictures(reading.pictures)};
      return failed(missingSide(reading) === 'back' ? 'back_missing' : 'mrz_not_found', more);
    }
    const value = Math.round(found.reading.confidence * 1000) / 1000;
    const region = mrzRegion(found.picture);
    const more = {
      value,
      ...(region && {regions: [region]}),
      detail: {layout: found.reading.layout, 'character-pitch-px': Math.round(found.reading.charPitchPx * 10) / 10},
    };
    return value >= threshold ? passed(more) : failed('mrz_not_readable', more);
  },
};

export const mrzInconsistency: CheckRule = {
  name: 'id_mrz_inconsistency_detection',
  requirement: 'required',
  /** Share of check digits that agree, 0 to 1. */
  threshold: 1,
  unit: 'share',
  reasons: ['check_digit_wrong', 'issuer_unknown', 'field_malformed', 'sides_disagree', 'mrz_not_found'],
  run({pictures}, threshold) {
    const found = bestMrz(pictures);
    if (!found) return notApplicable('mrz_not_found');
    const {parsed, repairs, lines} = found.reading;
    const right = parsed.checks.filter((check) => check.valid).length;
    const value = parsed.checks.length === 0 ? 1 : right / parsed.checks.length;
    const malformed = Object.values(parsed.fields).filter(
      (field) => !field.valid && field.reason !== 'check_digit_wrong',
    );

    const reasons: string[] = [];
    if (value < threshold) reasons.push('check_digit_wrong');
    if (parsed.fields.issuer?.valid === false) reasons.push('issuer_unknown');
    if (malformed.some((field) => field.reason !== 'unknown_code')) reasons.push('field_malformed');
    // Two zones of one document say the same; a front and a back of two documents do not.
    const others = pictures.filter((picture) => picture !== found.picture && picture.mrz?.verified);
    if (others.some((picture) => picture.mrz?.lines.join() !== lines.join())) reasons.push('sides_disagree');

    const region = mrzRegion(found.picture);
    return judged(reasons, {
      value: Math.round(value * 1000) / 1000,
      ...(region && {regions: [region]}),
      detail: {
        'wrong-check-digits': parsed.checks.filter((check) => !check.valid).map((check) => check.name),
        repairs: repairs.length,
      },
    });
  },
};
