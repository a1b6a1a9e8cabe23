import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyAccountFields, writeAccountFields} from '../../src/domain/account.ts';
import type {TypedFields} from '../../src/domain/template.ts';

const passport = {identification_class: 'pp', identification_number: 'U4729013K', issuing_country: 'NL'};

function written(kept: TypedFields, fields: Record<string, unknown>): unknown[] {
  const result = writeAccountFields(kept, fields);
  assert.ok(result.ok, JSON.stringify(result));
  return result.fields['identification_numbers']?.value as unknown[];
}

function plain(list: unknown[]): unknown[] {
  return list.map((item) => {
    const {value} = item as {value: Record<string, {value: unknown}>};
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, member.value]));
  });
}

test('identification numbers are written as a list, and shown as typed hashes', () => {
  const list = written(emptyAccountFields(), {'identification-numbers': [passport]});
  assert.deepEqual(plain(list), [passport]);
  assert.deepEqual(list, written(emptyAccountFields(), {identification_numbers: [passport]}));
});

test('other writes leave them, null takes them away', () => {
  const first = writeAccountFields(emptyAccountFields(), {'identification-numbers': [passport]});
  assert.ok(first.ok);
  assert.deepEqual(plain(written(first.fields, {'name-first': 'Anna'})), [passport]);
  assert.deepEqual(written(first.fields, {'identification-numbers': null}), []);
});

test('a social security number is put beside them, one for each country', () => {
  const kept = writeAccountFields(emptyAccountFields(), {'identification-numbers': [passport]});
  assert.ok(kept.ok);
  const once = writeAccountFields(kept.fields, {'social-security-number': '123-45-6789'});
  assert.ok(once.ok);
  const numbers = plain(written(once.fields, {'social-security-number': '987-65-4321', 'country-code': 'US'}));
  assert.deepEqual(numbers, [
    passport,
    {identification_class: 'ssn', identification_number: '987-65-4321', issuing_country: 'US'},
  ]);
});

test('what is no number says what was expected', () => {
  for (const fields of [
    {'identification-numbers': 'U4729013K'},
    {'identification-numbers': [{...passport, colour: 'red'}]},
    {'identification-numbers': [{...passport, issuing_country: 7}]},
    {'social-security-number': 7},
    {'social-security-number': '1', 'country-code': 'usa'},
  ]) {
    const result = writeAccountFields(emptyAccountFields(), fields);
    assert.ok(!result.ok && result.problems.length === 1, JSON.stringify(fields));
  }
});
