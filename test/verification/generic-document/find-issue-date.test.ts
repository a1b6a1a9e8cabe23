import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findIssueDate} from '../../../src/verification/generic-document/find-issue-date.ts';
import {linesOf} from './page-of.ts';

const today = '2026-11-22';
const find = (text: string, country?: string) =>
  findIssueDate(linesOf(text), {today, ...(country !== undefined && {country})});

const written: [string, string, string | undefined][] = [
  ['beside its label', 'Invoice date: 3 November 2026\nPayment due: 17 November 2026', '2026-11-03'],
  ['in the column to the right', 'Invoice date\t03.11.2026\nDue date\t17.11.2026', '2026-11-03'],
  ['below its label', 'Rechnungsdatum\n03.11.2026', '2026-11-03'],
  ['German', 'Hamburg, den 3. November 2026\nZahlbar bis 17.11.2026', '2026-11-03'],
  ['French', 'Date de facture : 03/11/2026\nÉchéance : 17/11/2026', '2026-11-03'],
  ['Spanish', 'Fecha de emisión: 03/11/2026\nFecha de vencimiento: 17/11/2026', '2026-11-03'],
  ['the later of two without labels', 'Leeds, 3 October 2026\nWe write about 12 May 2026', '2026-10-03'],
  ['not the date of birth', 'Date of birth 12.03.1990', undefined],
  ['not the period', 'For the period from 01.10.2026 to 31.10.2026', undefined],
  ['not the day it is due', 'Due date 05.11.2026', undefined],
  ['none', 'Thank you for paying', undefined],
];

for (const [name, text, expected] of written) {
  test(`the day of issue: ${name}`, () => assert.equal(find(text)?.value, expected));
}

test('the month comes first where the address is American, unless that day would be in the future', () => {
  assert.equal(find('Statement date: 10/11/2026', 'US')?.value, '2026-10-11');
  assert.equal(find('Statement date: 10/11/2026', 'GB')?.value, '2026-11-10');
  assert.equal(find('Statement date: 04/12/2026')?.value, '2026-04-12');
});

test('a label makes it sure, a lone date does not', () => {
  assert.equal(find('Invoice date: 3 November 2026')?.confidence, 0.9);
  assert.equal(find('Leeds, 3 November 2026')?.confidence, 0.5);
});
