/** Whether the document is of the person whom the inquiry or the account names. */
import type {GovernmentIdFieldName, GovernmentIdResult} from '../../../protocol/government-id.ts';
import type {ExpectedFields} from '../../engine.ts';
import type {SubmissionReading} from '../reading.ts';
import {sameName, sameNumber} from '../same-holder.ts';
import {failed, notApplicable, passed, type CheckOutcome, type CheckRule} from './check-rule.ts';
import {placesOfFields} from './places.ts';

type Fields = GovernmentIdResult['fields'];

const mismatches = ['name_mismatch', 'birthdate_mismatch', 'number_mismatch'] as const;

export const inquiryComparison: CheckRule = {
  name: 'id_inquiry_comparison',
  requirement: 'not_required',
  /** Fields that may differ. */
  threshold: 0,
  unit: 'count',
  reasons: [...mismatches, 'no_inquiry_fields', 'missing_properties'],
  run(reading, threshold) {
    return compareHolder(reading, reading.expected?.inquiry ?? {}, {threshold, nothing: 'no_inquiry_fields'});
  },
};

export const accountComparison: CheckRule = {
  name: 'id_account_comparison',
  requirement: 'not_required',
  /** Fields that may differ. */
  threshold: 0,
  unit: 'count',
  reasons: [...mismatches, 'no_account', 'no_account_fields', 'missing_properties'],
  run(reading, threshold) {
    if (!reading.expected?.account) return notApplicable('no_account');
    return compareHolder(reading, reading.expected.account, {threshold, nothing: 'no_account_fields'});
  },
};

interface Comparison {
  field: GovernmentIdFieldName;
  reason: (typeof mismatches)[number];
  same: boolean;
}

function compareHolder(
  reading: SubmissionReading,
  expected: ExpectedFields,
  {threshold, nothing}: {threshold: number; nothing: string},
): CheckOutcome {
  const wanted = Object.values(expected).some((value) => value.trim() !== '');
  if (!wanted) return notApplicable(nothing);
  const compared = comparisons(reading.fields, expected);
  if (compared.length === 0) return notApplicable('missing_properties');
  const different = compared.filter(({same}) => !same);
  const more = {
    value: different.length,
    ...placesOfFields(
      reading,
      (different.length > 0 ? different : compared).map(({field}) => field),
    ),
    detail: {compared: compared.map(({field}) => field), different: different.map(({field}) => field)},
  };
  if (different.length <= threshold) return passed(more);
  return failed([...new Set(different.map(({reason}) => reason))], more);
}

/** Only what both sides have. A machine-readable zone has no boundary between first and middle names. */
function comparisons(read: Fields, expected: ExpectedFields): Comparison[] {
  const given = (from: (name: GovernmentIdFieldName) => string | undefined) =>
    [from('name-first'), from('name-middle')].filter((name) => name !== undefined && name !== '').join(' ');
  const wanted: Comparison[] = [];
  const add = (field: GovernmentIdFieldName, reason: Comparison['reason'], same: () => boolean) => {
    if (read[field] && expected[field]) wanted.push({field, reason, same: same()});
  };
  add('name-first', 'name_mismatch', () =>
    sameName(
      given((name) => expected[name]),
      given((name) => read[name]?.value),
    ),
  );
  add('name-last', 'name_mismatch', () => sameName(expected['name-last'] ?? '', read['name-last']?.value ?? ''));
  add('birthdate', 'birthdate_mismatch', () => expected.birthdate === read.birthdate?.value);
  add('identification-number', 'number_mismatch', () =>
    sameNumber(expected['identification-number'] ?? '', read['identification-number']?.value ?? ''),
  );
  return wanted;
}
