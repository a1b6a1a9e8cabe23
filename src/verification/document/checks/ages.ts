/** Whether the holder's age fits the kind of document: nobody drives at nine, and no child has an adult's passport. */
import {childValidity, youngestHolder} from '../authenticity/class-validity.ts';
import {judged, notApplicable, type CheckRule} from './check-rule.ts';
import {regionsOfFields} from './field-regions.ts';
import {yearsBetween} from './years.ts';

export const ageInconsistency: CheckRule = {
  name: 'id_age_inconsistency_detection',
  requirement: 'not_required',
  /** Whole years above (+) or below (-) the youngest age at issue, cut to ten either way so that it tells no birthday. */
  threshold: 0,
  reasons: ['too_young_for_class', 'child_with_adult_validity', 'missing_birthdate', 'no_class_age'],
  run({fields, classification, today}, threshold) {
    const birth = fields.birthdate?.value;
    if (birth === undefined) return notApplicable('missing_birthdate');
    const {type, country} = classification;
    const youngest = type === undefined ? undefined : youngestHolder[type];
    const child = childValidity(type, country);
    const expiry = fields['expiration-date']?.value;
    if (youngest === undefined && (!child || expiry === undefined)) return notApplicable('no_class_age');

    // Without a date of issue: it was issued today at the latest, when its holder was at most this old.
    const issue = fields['issue-date']?.value ?? today;
    const age = yearsBetween(birth, issue);
    const above = youngest === undefined ? undefined : Math.max(-10, Math.min(10, age - youngest));
    const reasons: string[] = [];
    if (above !== undefined && above < threshold) reasons.push('too_young_for_class');
    if (child && expiry !== undefined && age < child.below && yearsBetween(issue, expiry) > child.years)
      reasons.push('child_with_adult_validity');
    return judged(reasons, {
      ...(above !== undefined && {value: above}),
      ...regionsOfFields(fields, ['birthdate', 'issue-date', 'expiration-date']),
    });
  },
};
