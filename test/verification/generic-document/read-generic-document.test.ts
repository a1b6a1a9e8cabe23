import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {makeSpecimens} from '../../../src/cli/specimens.ts';
import {bills} from '../../../src/cli/specimens/bills.ts';
import {writePdf} from '../../../src/cli/specimens/write-pdf.ts';
import type {GenericDocumentResult} from '../../../src/protocol/generic-document.ts';
import {readGenericDocument} from '../../../src/verification/generic-document/read-generic-document.node.ts';

const today = '2026-11-22';
const linnea = {
  'name-first': 'Linnea Maria',
  'name-last': 'Solberg',
  'address-street-1': '17 Harbour Lane',
  'address-city': 'Bristol',
  'address-postal-code': 'BS1 5TR',
};

function pdfOf(name: string): Uint8Array {
  const bill = bills(today).find((one) => one.name === name);
  assert.ok(bill);
  return writePdf(bill.pages, {producer: 'Specimens', created: bill.issueDate});
}

function read(files: Uint8Array[], inquiry: Record<string, string> = linnea): Promise<GenericDocumentResult> {
  const evidence = files.map((bytes, i) => ({id: `evi_${i + 1}`, bytes}));
  return readGenericDocument({evidence, config: {maximumAgeDays: 90}, today, expected: {inquiry}}, () => {});
}

const values = ({fields}: GenericDocumentResult) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
const failures = ({checks}: GenericDocumentResult) =>
  checks.filter(({status}) => status === 'failed').flatMap(({name, reasons}) => [name, ...reasons]);

const solberg = {
  'name-full': 'Linnea Solberg',
  'address-street-1': '17 Harbour Lane',
  'address-street-2': 'Flat 3',
  'address-city': 'Bristol',
  'address-postal-code': 'BS1 5TR',
  'address-country-code': 'GB',
  'issue-date': '2026-11-02',
};

test('the text layer of a PDF says who, where and when, with the places', async () => {
  const result = await read([pdfOf('bill')]);
  assert.equal(result.documentType, 'utility_bill');
  assert.deepEqual(values(result), solberg);
  assert.deepEqual(failures(result), []);
  assert.equal(result.displayImages.length, 2);
  const region = result.fields['name-full']?.region;
  assert.ok(region && region.page === 1 && region.evidenceId === 'evi_1');
  // 60 of 595 points from the left, 150 of 842 from the top, where the baseline stands
  assert.ok(Math.abs(region.x / region.pictureWidth - 60 / 595) < 0.01);
  assert.ok(Math.abs((region.y + region.height) / region.pictureHeight - 153 / 842) < 0.015);
});

test('a photograph of the same letter says the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bill-'));
  await makeSpecimens({out: folder, today, only: ['bill']});
  const result = await read([await readFile(join(folder, 'bill-photo.jpg'))]);
  await rm(folder, {recursive: true});
  const {'issue-date': _day, ...rest} = values(result);
  const {'issue-date': _wanted, ...expected} = solberg;
  assert.deepEqual({...rest, 'address-street-2': 'Flat 3'}, expected);
  assert.equal(result.documentType, 'utility_bill');
  assert.ok(Object.values(result.fields).every(({sources}) => sources[0] === 'viz'));
});

test('an old bill is too old, another’s is another’s', async () => {
  assert.deepEqual(failures(await read([pdfOf('bill-old')])), ['document_expired_detection', 'too_old']);
  assert.deepEqual(failures(await read([pdfOf('statement')])), [
    'document_inquiry_comparison',
    'name_mismatch',
    'address_mismatch',
  ]);
});

test('pages may come in several files, and a file that is none costs its own check', async () => {
  const result = await read([pdfOf('statement'), pdfOf('bill')]);
  assert.equal(values(result)['name-full'], 'Linnea Solberg');
  assert.equal(result.fields['name-full']?.region?.evidenceId, 'evi_2');
  const damaged = await read([pdfOf('bill'), new Uint8Array(100)]);
  assert.deepEqual(failures(damaged), ['document_unprocessable_submission_detection', 'file_unsupported']);
});
