/** The age that the face shows: against the one the document gives, and whether it is clearly above a limit. */
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

/**
 * Nobody is refused for how old they look: who does not look clearly older than the limit is asked for a document, or goes to a person.
 * Kept is on which side of the limit and its margin the face stands, not the years that were estimated.
 */
export const ageEstimation: SelfieCheckRule = {
  name: 'selfie_age_estimation',
  requirement: 'not_required',
  /** Years that the estimate must lie above the template's minimum age: twice its mean error (docs/models/age.md). */
  threshold: 10,
  reasons: ['not_clearly_older', 'no_face', 'no_configuration'],
  run({config: {minimumAge}, age}, threshold) {
    if (minimumAge === undefined) return notApplicable('no_configuration');
    if (!age) return notApplicable('no_face');
    const older = age.estimate >= minimumAge + threshold;
    const limit = minimumAge + threshold;
    const detail = {
      'minimum-age': minimumAge,
      band: older ? `${limit}_and_over` : `below_${limit}`,
      frames: age.frames,
    };
    return older ? passed({detail}) : notApplicable('not_clearly_older', {detail});
  },
};
