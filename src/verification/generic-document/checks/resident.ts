/** Whether the document is of the person, at the place, that the inquiry or the account names. */
import {failed, notApplicable, passed, type CheckOutcome} from '../../document/checks/check-rule.ts';
import type {ExpectedResident} from '../../engine.ts';
import {compareResident} from '../compare-resident.ts';
import {placesOr, regionOfLines} from '../page-line.ts';
import type {PaperReading} from '../reading.ts';
import type {PaperRule} from './paper-rule.ts';

const mismatches = ['name_mismatch', 'address_mismatch'] as const;

export const inquiryComparison: PaperRule = {
  name: 'document_inquiry_comparison',
  requirement: 'required',
  /** Parts (name, address) that may differ. */
  threshold: 0,
  unit: 'count',
  reasons: [...mismatches, 'no_inquiry_fields', 'missing_properties'],
  run: (reading, threshold) =>
    compare(reading, reading.expected?.inquiry ?? {}, {threshold, nothing: 'no_inquiry_fields'}),
};

export const accountComparison: PaperRule = {
  name: 'document_account_comparison',
  requirement: 'not_required',
  /** Parts (name, address) that may differ. */
  threshold: 0,
  unit: 'count',
  reasons: [...mismatches, 'no_account', 'no_account_fields', 'missing_properties'],
  run: (reading, threshold) =>
    reading.expected?.account
      ? compare(reading, reading.expected.account, {threshold, nothing: 'no_account_fields'})
      : notApplicable('no_account'),
};

function compare(
  {resident, pages}: PaperReading,
  expected: ExpectedResident,
  {threshold, nothing}: {threshold: number; nothing: string},
): CheckOutcome {
  const said = Object.values(expected).some((value) => value.trim() !== '');
  if (!said) return notApplicable(nothing);
  const {name, address} = compareResident(expected, resident);
  if (name === 'unknown' && address === 'unknown') return notApplicable('missing_properties');
  const different = [...(name === 'other' ? ['name'] : []), ...(address === 'other' ? ['address'] : [])];
  const compared = [...(name === 'unknown' ? [] : ['name']), ...(address === 'unknown' ? [] : ['address'])];
  const places = resident && [
    resident.name && regionOfLines(pages, [resident.name.line], 'name-full'),
    regionOfLines(pages, resident.lines, 'address'),
  ];
  const more = {value: different.length, ...placesOr(places ?? [], pages), detail: {compared, different}};
  if (different.length <= threshold) return passed(more);
  return failed(
    different.map((part) => `${part}_mismatch`),
    more,
  );
}
