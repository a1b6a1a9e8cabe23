import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {GenericDocumentConfig, GenericDocumentFieldName} from '../../../../src/protocol/generic-document.ts';
import {runRules} from '../../../../src/verification/document/run-checks.ts';
import {genericDocumentChecks} from '../../../../src/verification/generic-document/checks/registry.ts';
import {classifyDocument} from '../../../../src/verification/generic-document/classify-document.ts';
import {findResidents} from '../../../../src/verification/generic-document/find-resident.ts';
import type {PaperReading} from '../../../../src/verification/generic-document/reading.ts';
import {linesOf, pageOf} from '../page-of.ts';

const bill = 'Mrs Linnea Solberg\n17 Harbour Lane\nBristol BS1 5TR\nYour electricity bill\nMeter reading 48 211 kWh';

function read(text: string, changes: Partial<PaperReading> = {}): PaperReading {
  const lines = linesOf(text);
  const page = pageOf(lines);
  const [resident] = findResidents(lines, [page.height]);
  const given = (value: string) => ({value, sources: ['text' as const], confidence: 0.9});
  return {
    files: [{evidenceId: 'evi_1', speaks: false}],
    unreadable: [],
    pages: [page],
    qualities: [],
    class: classifyDocument(lines),
    ...(resident && {resident}),
    fields: resident
      ? {
          'name-full': given(resident.name?.value ?? ''),
          'address-street-1': given(resident.street1),
          'address-city': given(resident.city),
          'issue-date': given('2026-11-03'),
        }
      : {},
    config: {maximumAgeDays: 90},
    today: '2026-11-22',
    ...changes,
  };
}

function verdict(name: string, reading: PaperReading): string {
  const check = runRules(genericDocumentChecks, reading).find((one) => one.name === name);
  return [check?.status, ...(check?.reasons ?? [])].join(' ');
}

test('every failed or inapplicable check gives a reason that its rule lists', () => {
  const readings = [read(bill), read('', {pages: [pageOf([])]}), read(bill, {config: {}, fields: {}})];
  for (const reading of readings) {
    for (const check of runRules(genericDocumentChecks, reading)) {
      const rule = genericDocumentChecks.find(({name}) => name === check.name);
      if (check.status !== 'passed') assert.ok(check.reasons.length > 0, check.name);
      for (const reason of check.reasons) assert.ok(rule?.reasons.includes(reason), `${check.name} ${reason}`);
    }
  }
});

test('document_unprocessable_submission_detection', () => {
  const name = 'document_unprocessable_submission_detection';
  assert.equal(verdict(name, read(bill)), 'passed');
  const empty = {pages: [pageOf([])], qualities: [{page: 0, sharpness: 90, mean: 180, glare: 0}]};
  assert.equal(verdict(name, read('', empty)), 'failed no_text');
  const blurred = {pages: [pageOf([])], qualities: [{page: 0, sharpness: 2, mean: 20, glare: 0.2}]};
  assert.equal(verdict(name, read('', blurred)), 'failed too_dark blurry glare');
  const damaged = {unreadable: [{evidenceId: 'evi_2', reason: 'file_damaged' as const}]};
  assert.equal(verdict(name, read(bill, damaged)), 'failed file_damaged');
});

test('document_type_detection', () => {
  const of = (config: GenericDocumentConfig, text = bill) => verdict('document_type_detection', read(text, {config}));
  assert.equal(of({types: ['utility_bill']}), 'passed');
  assert.equal(of({types: ['bank_statement']}), 'failed type_not_accepted');
  assert.equal(of({types: ['utility_bill']}, 'Dear friend\nAll is well\nYours'), 'failed type_not_detected');
  assert.equal(of({types: ['utility_bill', 'other']}, 'Dear friend\nAll is well\nYours'), 'passed');
  assert.equal(of({}, 'Dear friend\nAll is well\nYours'), 'not_applicable no_configuration');
  assert.equal(of({types: ['utility_bill']}, ''), 'failed nothing_readable');
});

test('document_extracted_properties_detection', () => {
  const without = (...names: GenericDocumentFieldName[]) => {
    const {fields, ...rest} = read(bill);
    return {
      ...rest,
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !names.some((n) => n === name))),
    };
  };
  const name = 'document_extracted_properties_detection';
  assert.equal(verdict(name, read(bill)), 'passed');
  assert.equal(verdict(name, without('name-full')), 'failed missing_name');
  assert.equal(verdict(name, without('address-city', 'issue-date')), 'failed missing_address missing_date');
  assert.equal(
    verdict(name, {...without('name-full'), config: {requiredFields: []}}),
    'not_applicable no_required_properties',
  );
});

test('document_expired_detection', () => {
  const of = (value: string | undefined, config: GenericDocumentConfig = {maximumAgeDays: 90}) => {
    const field = value === undefined ? {} : {'issue-date': {value, sources: ['text' as const], confidence: 0.9}};
    return verdict('document_expired_detection', read(bill, {config, fields: field}));
  };
  assert.equal(of('2026-11-03'), 'passed');
  assert.equal(of('2026-08-24'), 'passed');
  assert.equal(of('2026-08-23'), 'failed too_old');
  assert.equal(of('2026-12-24'), 'failed issue_date_in_future');
  assert.equal(of(undefined), 'not_applicable no_issue_date');
  assert.equal(of('2020-01-01', {}), 'not_applicable no_configuration');
  assert.equal(of('2026-08-20', {maximumAgeDays: 90, thresholds: {document_expired_detection: 2}}), 'passed');
});

test('document_inquiry_comparison and document_account_comparison', () => {
  const of = (expected: NonNullable<PaperReading['expected']>, name = 'document_inquiry_comparison', text = bill) =>
    verdict(name, read(text, {expected}));
  const linnea = {'name-first': 'Linnea', 'name-last': 'Solberg'};
  assert.equal(
    of({inquiry: {...linnea, 'address-street-1': '17 Harbour Ln', 'address-postal-code': 'BS1 5TR'}}),
    'passed',
  );
  assert.equal(of({inquiry: {'name-first': 'Anna', 'name-last': 'Muster'}}), 'failed name_mismatch');
  assert.equal(of({inquiry: {...linnea, 'address-postal-code': 'BS9 9ZZ'}}), 'failed address_mismatch');
  assert.equal(of({inquiry: {}}), 'not_applicable no_inquiry_fields');
  assert.equal(of({inquiry: linnea}, undefined, 'nothing'), 'not_applicable missing_properties');
  const account = 'document_account_comparison';
  assert.equal(of({account: linnea}, account), 'passed');
  assert.equal(of({account: {'name-last': 'Muster'}}, account), 'failed name_mismatch');
  assert.equal(of({}, account), 'not_applicable no_account');
  assert.equal(of({account: {}}, account), 'not_applicable no_account_fields');
});

test('document_po_box_detection', () => {
  const name = 'document_po_box_detection';
  assert.equal(verdict(name, read(bill)), 'passed');
  assert.equal(verdict(name, read('Jordan Sample\nPO Box 12\nRICHMOND, VA 23220')), 'failed po_box');
  assert.equal(verdict(name, read('nothing')), 'not_applicable missing_address');
});

test('document_fabrication_detection', () => {
  const of = (file: Partial<PaperReading['files'][number]>) =>
    verdict('document_fabrication_detection', read(bill, {files: [{evidenceId: 'evi_1', speaks: true, ...file}]}));
  const made = {createdAt: '2026-11-03T12:00:00.000Z'};
  assert.equal(of({pdf: {...made, producer: 'iText 7', modifiedAt: '2026-11-03T12:00:01.000Z'}}), 'passed');
  assert.equal(of({software: 'Adobe Photoshop 25.0'}), 'failed edited_with_software');
  assert.equal(of({pdf: {...made, producer: 'Sejda 3.2'}}), 'failed edited_with_software');
  assert.equal(
    of({pdf: {...made, producer: 'iText 7', modifiedAt: '2026-11-09T12:00:00.000Z'}}),
    'failed changed_after_creation',
  );
  assert.equal(of({speaks: false}), 'not_applicable no_metadata');
});
