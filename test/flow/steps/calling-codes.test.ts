import assert from 'node:assert/strict';
import {test} from 'node:test';
import {getCountries, getCountryCallingCode} from 'libphonenumber-js/max';
import {callableCountries, callingCode} from '../../../src/flow/steps/calling-codes.ts';

test('every country of the numbering plans is offered, with its calling code', () => {
  const offered = Object.fromEntries(callableCountries().map((country) => [country, callingCode(country)]));
  assert.deepEqual(offered, Object.fromEntries(getCountries().map((one) => [one, getCountryCallingCode(one)])));
  assert.equal(callingCode('AQ'), undefined);
});
