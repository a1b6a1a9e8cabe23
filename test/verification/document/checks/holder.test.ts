import assert from 'node:assert/strict';
import {test} from 'node:test';
import {picture, withBarcode, withZone} from '../submission.ts';
import {checkOf, verdictOf} from './check-of.ts';

const inquiry = 'id_inquiry_comparison';
const account = 'id_account_comparison';

test('passes where the document is of the person the inquiry names', () => {
  const expected = {inquiry: {'name-first': 'Jordan', 'name-last': 'Sample', birthdate: '1999-10-20'}};
  assert.deepEqual(verdictOf(inquiry, [withZone()], {expected}), ['passed']);
  const check = checkOf(inquiry, [withBarcode()], {expected});
  assert.equal(check.metadata.value, 0);
  assert.deepEqual(check.metadata['compared'], ['name-first', 'name-last', 'birthdate']);
  assert.equal(check.metadata.regions?.length, 1);
});

test('spellings of one name are one name', () => {
  const same: [given: string, read: string][] = [
    ['Müller', 'MUELLER'],
    ['Müller', 'MULLER'],
    ['Sørensen', 'SOERENSEN'],
    ['Sørensen', 'SORENSEN'],
    ['Łukasz', 'LUKASZ'],
    ["O'Connor", 'OCONNOR'],
    ['García López', 'GARCIA LOPEZ'],
    ['García', 'GARCIA LOPEZ'],
    ['Mari-Liis', 'MARILIIS'],
    ['Бондаренко', 'BONDARENKO'],
  ];
  for (const [given, surname] of same) {
    const expected = {inquiry: {'name-last': given}};
    assert.deepEqual(verdictOf(inquiry, [withZone({surname})], {expected}), ['passed'], `${given} ${surname}`);
  }
});

test('another name, birthday or number fails, each with its reason and nobody’s data', () => {
  const failing = (fields: Record<string, string>) =>
    checkOf(inquiry, [withZone({documentNumber: 'NW38CK7F2'})], {expected: {inquiry: fields}});
  assert.deepEqual(failing({'name-last': 'Other'}).reasons, ['name_mismatch']);
  assert.deepEqual(failing({'name-first': 'Jo'}).reasons, ['name_mismatch']);
  assert.deepEqual(failing({birthdate: '1999-10-21'}).reasons, ['birthdate_mismatch']);
  const both = failing({'name-last': 'Other', 'identification-number': 'NW38CK7F3'});
  assert.deepEqual([both.reasons, both.metadata.value], [['name_mismatch', 'number_mismatch'], 2]);
  assert.doesNotMatch(JSON.stringify(both.metadata), /NW38|SAMPLE|Other/i);
  assert.deepEqual(failing({'identification-number': 'nw38-ck7f2'}).status, 'passed');
});

test('a template may let one field differ', () => {
  const about = {expected: {inquiry: {'name-last': 'Other'}}, config: {thresholds: {[inquiry]: 1}}};
  assert.deepEqual(verdictOf(inquiry, [withZone()], about), ['passed']);
});

test('without anything to compare it says so', () => {
  assert.deepEqual(verdictOf(inquiry, [withZone()]), ['not_applicable', 'no_inquiry_fields']);
  assert.deepEqual(verdictOf(inquiry, [picture()], {expected: {inquiry: {'name-last': 'Other'}}}), [
    'not_applicable',
    'missing_properties',
  ]);
  assert.deepEqual(verdictOf(account, [withZone()]), ['not_applicable', 'no_account']);
  assert.deepEqual(verdictOf(account, [withZone()], {expected: {account: {}}}), [
    'not_applicable',
    'no_account_fields',
  ]);
});

test("the account's fields are compared in the same way", () => {
  const named = (last: string) => ({expected: {account: {'name-last': last}}});
  assert.deepEqual(verdictOf(account, [withZone()], named('Sample')), ['passed']);
  assert.deepEqual(verdictOf(account, [withZone()], named('Other')), ['failed', 'name_mismatch']);
});
