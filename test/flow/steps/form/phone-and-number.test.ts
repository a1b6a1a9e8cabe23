import {test} from 'node:test';
import assert from 'node:assert/strict';
import {getCountries, getCountryCallingCode} from 'libphonenumber-js/min';
import {countryCodes} from '../../../../src/protocol/countries.ts';
import {callingCodes, countryOf} from '../../../../src/flow/steps/form/calling-codes.ts';
import {composeDay, partsInOrder, readDay} from '../../../../src/flow/steps/form/day.ts';
import {parseNumber} from '../../../../src/flow/steps/form/number-input.ts';

test('calling codes are those of libphonenumber', () => {
  const known = getCountries().filter((country) => countryCodes.includes(country));
  assert.deepEqual(
    Object.fromEntries(callingCodes),
    Object.fromEntries(known.map((country) => [country, getCountryCallingCode(country) as string])),
  );
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
