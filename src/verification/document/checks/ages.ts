/** Whether the holder's age fits the kind of document: nobody drives at nine. */
import {youngestHolder} from '../authenticity/class-validity.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOfFields} from './places.ts';
import {cutTo, yearsBetween} from './years.ts';

export const ageInconsistency: CheckRule = {
  name: 'id_age_inconsistency_detection',
  requirement: 'not_required',
  /** Whole years above (+) or below (-) the youngest age at issue, cut to the threshold so that it tells no age. */
  threshold: 0,
  unit: 'years',
  reasons: ['too_young_for_class', 'missing_birthdate', 'no_class_age'],
  run(reading, threshold) {
    const {fields, classification, today} = reading;
    const birth = fields.birthdate?.value;
    if (birth === undefined) return notApplicable('missing_birthdate');
    const youngest = classification.type === undefined ? undefined : youngestHolder[classification.type];
    if (youngest === undefined) return notApplicable('no_class_age');

    // Without a date of issue: it was issued today at the latest, when its holder was at most this old.
    const issue = fields['issue-date']?.value ?? today;
    const above = yearsBetween(birth, issue) - youngest;
    const more = {value: cutTo(threshold, above), ...placesOfFields(reading, ['birthdate', 'issue-date'])};
    return above < threshold ? failed('too_young_for_class', more) : passed(more);
  },
};
