import {test} from 'node:test';
import assert from 'node:assert/strict';
import {countryOf} from '../../../../src/flow/steps/form/dialled-country.ts';
import {composeDay, partsInOrder, readDay} from '../../../../src/flow/steps/form/day.ts';
import {parseNumber} from '../../../../src/flow/steps/form/number-input.ts';

test('a number with its calling code belongs to the likely country of those that share it', () => {
  assert.equal(countryOf('491711234567', undefined), 'DE');
  assert.equal(countryOf('12015550123', 'CA'), 'CA');
  assert.equal(countryOf('12015550123', undefined), 'US');
});

test('a number is read as its language writes it', () => {
  assert.equal(parseNumber('1,234.5', 'en'), 1234.5);
  assert.equal(parseNumber('1.234,5', 'de'), 1234.5);
  assert.equal(parseNumber('1.5', 'de'), 1.5);
  assert.equal(parseNumber('١٢٫٥', 'ar'), 12.5);
  assert.equal(parseNumber(' ', 'en'), null);
  assert.equal(parseNumber('about 5', 'en'), 'about 5');
});

test('a day stands in the order of the place, and survives half written', () => {
  assert.deepEqual(partsInOrder('en', ['en-US']), ['month', 'day', 'year']);
  assert.deepEqual(partsInOrder('en', ['de', 'en-GB']), ['day', 'month', 'year']);
  assert.deepEqual(partsInOrder('ja', []), ['year', 'month', 'day']);
  assert.equal(composeDay({year: '١٩٩٠', month: '4', day: '3'}), '1990-04-03');
  assert.deepEqual(readDay(composeDay({year: '1990', month: '', day: '3'})), {year: '1990', month: '', day: '03'});
});
