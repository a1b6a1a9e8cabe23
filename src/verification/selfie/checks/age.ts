/** The age that the face shows against the one the document gives. */
import {yearsBetween} from '../match.ts';
import {failed, notApplicable, passed, type SelfieCheckRule} from './check-rule.ts';

export const ageComparison: SelfieCheckRule = {
  name: 'selfie_age_comparison',
  requirement: 'not_required',
  /** Years by which the two may differ. The estimate's mean error is 5 years, twice that for people over 50. */
  threshold: 20,
  reasons: ['age_mismatch', 'no_reference_birthdate', 'no_face'],
  run({document, age, today}, threshold) {
    if (document?.birthdate === undefined) return notApplicable('no_reference_birthdate');
    if (!age) return notApplicable('no_face');
    const value = Math.round(Math.abs(age.estimate - yearsBetween(document.birthdate, today)));
    const more = {value, detail: {frames: age.frames}};
    return value <= threshold ? passed(more) : failed('age_mismatch', more);
  },
};
