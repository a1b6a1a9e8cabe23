/** The answers that each check of a government ID can give, and what only the lookups of `commands/` bring. */
import type {Check, CheckStatus} from '../../../../src/protocol/check.ts';
import {withListMatches} from '../../../../src/verification/document/checks/lists.ts';
import {governmentIdChecks} from '../../../../src/verification/document/checks/registry.ts';
import {withRepeats} from '../../../../src/verification/document/checks/repeats.ts';
import {withSelfie} from '../../../../src/verification/document/checks/selfie.ts';

/** What `commands/` adds, which alone knows other submissions, lists and the selfie. */
const selfieSaid = (status: CheckStatus, reasons: string[]): Check => {
  return {
    name: 'selfie_id_comparison',
    status,
    requirement: 'required',
    reasons,
    metadata: {value: 0.6, threshold: 0.48},
  };
};
const item = {kind: 'name', listId: 'lst_1', itemId: 'lsi_1'};
export const lookups: ((checks: Check[]) => Check[])[] = [
  (checks) => withRepeats(checks, {account: true, otherAccounts: 0, compared: 1, otherHolders: 0}),
  (checks) => withRepeats(checks, {account: true, otherAccounts: 2, compared: 1, otherHolders: 1}),
  (checks) => withRepeats(checks, {account: false, otherAccounts: 0, compared: 0, otherHolders: 0}),
  (checks) => withListMatches(checks, []),
  (checks) => withListMatches(checks, [item]),
  (checks) => withListMatches(checks, undefined),
  (checks) => withSelfie(checks, selfieSaid('passed', [])),
  (checks) => withSelfie(checks, selfieSaid('failed', ['no_match'])),
];

/** Answers that a check cannot give, and why. */
const never: Record<string, Partial<Record<CheckStatus, string>>> = {
  id_unprocessable_submission_detection: {not_applicable: 'there is always something submitted'},
  id_fabrication_detection: {passed: 'needs reference images of the genuine document, which nobody publishes'},
  id_aamva_database_lookup: {passed: 'needs a provider', failed: 'needs a provider'},
  id_handwriting_detection: {passed: 'needs a provider', failed: 'needs a provider'},
  id_public_figure_detection: {passed: 'needs a provider', failed: 'needs a provider'},
};

/** All that can be given: `id_mrz_detection: failed`. */
export const wantedAnswers = governmentIdChecks.flatMap(({name}) =>
  (['passed', 'failed', 'not_applicable'] as const)
    .filter((status) => never[name]?.[status] === undefined)
    .map((status) => `${name}: ${status}`),
);
