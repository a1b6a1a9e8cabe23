/** Each check of a document on files, read by the engine: passed, failed and not applicable, and every answer explained. */
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {problemsOf} from '../../../src/domain/steps/document-problems.ts';
import problems from '../../../src/flow/locales/en/problems.ts';
import type {Check, CheckStatus} from '../../../src/protocol/check.ts';
import {genericDocumentFieldNames} from '../../../src/protocol/generic-document.ts';
import {genericDocumentChecks} from '../../../src/verification/generic-document/checks/registry.ts';
import {readGenericDocument} from '../../../src/verification/generic-document/read-generic-document.node.ts';
import {lacking} from '../document/checks/measured.ts';
import {placesSaid, valuesTable} from '../document/checks/values-table.ts';
import {submissions, today} from './evidence.ts';

const answers: {story: string; check: Check; pictures: boolean}[] = [];

before(async () => {
  for (const {story, files, config = {}, expected} of await submissions()) {
    const evidence = files.map((bytes, i) => ({id: `evi_${i + 1}`, bytes}));
    const input = {evidence, config, today, ...(expected && {expected})};
    const {checks, displayImages} = await readGenericDocument(input, () => undefined);
    answers.push(...checks.map((check) => ({story, check, pictures: displayImages.length > 0})));
  }
});

/** Answers that a check cannot give, and why. */
const never: Record<string, Partial<Record<CheckStatus, string>>> = {
  document_unprocessable_submission_detection: {not_applicable: 'there is always something submitted'},
};

test('each check passes, fails and does not apply on some file', () => {
  const seen = new Set(answers.map(({check: {name, status}}) => `${name}: ${status}`));
  const wanted = genericDocumentChecks.flatMap(({name}) =>
    (['passed', 'failed', 'not_applicable'] as const)
      .filter((status) => never[name]?.[status] === undefined)
      .map((status) => `${name}: ${status}`),
  );
  assert.deepEqual(
    wanted.filter((answer) => !seen.has(answer)),
    [],
  );
});

test('each that passed or failed says what was measured, against what, in what, and where', () => {
  const parts = answers.flatMap((one) => lacking({...one, fields: {}}).map((part) => `${one.story}: ${part}`));
  assert.deepEqual([...new Set(parts)], []);
});

test('docs/checks.md says in what each value is counted, and where it was measured', async () => {
  const documented = await valuesTable('Document');
  for (const {name, unit} of genericDocumentChecks) assert.equal(documented.get(name)?.unit, unit, name);
  const said = placesSaid(
    answers.map(({check}) => check),
    genericDocumentFieldNames,
  );
  for (const [name, places] of said) assert.deepEqual(documented.get(name)?.where.toSorted(), [...places].sort(), name);
});

test('what fails tells the person what to do about it, once it is required', () => {
  for (const {story, check} of answers.filter(({check}) => check.status === 'failed')) {
    const codes = problemsOf([{...check, requirement: 'required'}]).map(({code}) => code);
    assert.ok(codes.length > 0 && !codes.includes('inconsistent'), `${story}: ${check.name}`);
    for (const code of codes) assert.ok(problems[code].length > 0, code);
  }
});
