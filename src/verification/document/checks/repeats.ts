/**
 * Whether the document came before. The engine sees one submission and cannot know: `commands/` looks the number up by its keyed
 * hash, and `withRepeats` says what follows.
 */
import type {Check} from '../../../protocol/check.ts';
import type {SubmissionReading} from '../reading.ts';
import {failed, notApplicable, passed, type CheckOutcome, type CheckRule} from './check-rule.ts';
import {placesOfFields} from './places.ts';

/** What is known of earlier submissions of the same document number in the environment. */
export interface Repeats {
  /** Whether the inquiry has an account at all. */
  account: boolean;
  /** Other accounts that gave the same number. */
  otherAccounts: number;
  /** Earlier inquiries that gave the same number and of which something else was read that can be compared. */
  compared: number;
  /** Of these, the ones with another date of birth or another surname. */
  otherHolders: number;
}

/** A number must be read this surely before anything is kept of it: one wrong character is somebody else's document. */
export const leastNumberConfidence = 0.9;

export const repeat: CheckRule = {
  name: 'id_repeat_detection',
  requirement: 'not_required',
  /** Other accounts that may have given the same document. */
  threshold: 0,
  unit: 'count',
  reasons: ['number_in_another_account', 'no_account', 'no_document_number', 'not_compared'],
  run: notCompared,
};

export const inconsistentRepeat: CheckRule = {
  name: 'id_inconsistent_repeat_detection',
  requirement: 'not_required',
  /** Earlier submissions of the same number that may be of another holder. */
  threshold: 0,
  unit: 'count',
  reasons: ['same_number_different_holder', 'first_submission', 'no_document_number', 'not_compared'],
  run: notCompared,
};

/** The place of the number, which stays with what the lookup says. */
function notCompared(reading: SubmissionReading): CheckOutcome {
  if (!isCertain(reading.fields['document-number'])) return notApplicable('no_document_number');
  return notApplicable('not_compared', placesOfFields(reading, ['document-number']));
}

export function isCertain(field: {confidence: number} | undefined): boolean {
  return field !== undefined && field.confidence >= leastNumberConfidence;
}

/** The checks with what the lookup found; requirements and thresholds stay what the template made them. */
export function withRepeats(checks: readonly Check[], repeats: Repeats): Check[] {
  return checks.map((check) => {
    const threshold = check.metadata.threshold ?? 0;
    if (check.name === repeat.name) return judged(check, repeat, repeatOutcome(repeats, threshold));
    if (check.name === inconsistentRepeat.name)
      return judged(check, inconsistentRepeat, inconsistentOutcome(repeats, threshold));
    return check;
  });
}

function repeatOutcome({account, otherAccounts}: Repeats, threshold: number): CheckOutcome {
  if (!account) return notApplicable('no_account');
  const more = {value: otherAccounts};
  return otherAccounts <= threshold ? passed(more) : failed('number_in_another_account', more);
}

function inconsistentOutcome({compared, otherHolders}: Repeats, threshold: number): CheckOutcome {
  if (compared === 0) return notApplicable('first_submission');
  const more = {value: otherHolders, detail: {compared}};
  return otherHolders <= threshold ? passed(more) : failed('same_number_different_holder', more);
}

function judged(check: Check, {unit}: CheckRule, {status, reasons, value, detail}: CheckOutcome): Check {
  const counted = value !== undefined && {value, ...(unit && {unit})};
  return {...check, status, reasons, metadata: {...check.metadata, ...detail, ...counted}};
}
