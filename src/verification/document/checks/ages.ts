/** Whether the holder's age fits the kind of document: nobody drives at nine. */
import {youngestHolder} from '../authenticity/class-validity.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {regionsOfFields} from './field-regions.ts';
import {yearsBetween} from './years.ts';

export const ageInconsistency: CheckRule = {
  name: 'id_age_inconsistency_detection',
  requirement: 'not_required',
  /** Whole years above (+) or below (-) the youngest age at issue, cut to ten either way so that it tells no birthday. */
  threshold: 0,
  reasons: ['too_young_for_class', 'missing_birthdate', 'no_class_age'],
  run({fields, classification, today}, threshold) {
    const birth = fields.birthdate?.value;
    if (birth === undefined) return notApplicable('missing_birthdate');
    const youngest = classification.type === undefined ? undefined : youngestHolder[classification.type];
    if (youngest === undefined) return notApplicable('no_class_age');

    // Without a date of issue: it was issued today at the latest, when its holder was at most this old.
    const issue = fields['issue-date']?.value ?? today;
    const value = Math.max(-10, Math.min(10, yearsBetween(birth, issue) - youngest));
    const more = {value, ...regionsOfFields(fields, ['birthdate', 'issue-date'])};
    return value < threshold ? failed('too_young_for_class', more) : passed(more);
  },
};
