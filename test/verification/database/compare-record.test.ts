import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {recordColumns} from '../../../src/protocol/database.ts';
import type {PersonRecord} from '../../../src/protocol/database.ts';
import {compareRecord, fitOf} from '../../../src/verification/database/compare-record.ts';
import {recordKeys} from '../../../src/verification/database/record-keys.ts';

const marta: PersonRecord = {
  'name-first': 'Marta',
  'name-last': 'Lindqvist',
  birthdate: '1988-05-03',
  'address-street-1': 'Main Street 12a',
  'address-postal-code': '94111',
  'address-country-code': 'US',
  'identification-number': '19880503-1234',
  'phone-number': '+1 415 555 0123',
  'email-address': 'Marta@example.org',
};
const compared = (change: PersonRecord, thing: keyof ReturnType<typeof compareRecord>) => {
  const {result, by} = compareRecord(marta, {...marta, ...change})[thing];
  return by === undefined ? [result] : [result, by];
};

describe('somebody against a record', () => {
  it('is the same to themselves in everything', () => {
    for (const {result} of Object.values(compareRecord(marta, marta)))
      assert.ok(result === 'match' || result === 'missing');
    assert.equal(fitOf(compareRecord(marta, marta)), 1);
  });

  it('names may be spelt otherwise, shortened and turned round, but not be others', () => {
    assert.deepEqual(compared({'name-last': 'Lindkvist'}, 'name'), ['close', 'spelling']);
    assert.deepEqual(compared({'name-first': 'M.'}, 'name'), ['close', 'initial']);
    assert.deepEqual(compared({'name-first': 'Marta Elena'}, 'name'), ['close', 'spelling']);
    assert.deepEqual(compared({'name-first': 'Lindqvist', 'name-last': 'Marta'}, 'name'), ['close', 'order']);
    assert.deepEqual(compared({'name-last': 'Berglund'}, 'name'), ['mismatch']);
    assert.deepEqual(compareRecord({'name-last': 'Müller'}, {'name-last': 'MUELLER'}).name.result, 'match');
  });

  it('dates may have day and month swapped, or be known in part', () => {
    assert.deepEqual(compared({birthdate: '1988-03-05'}, 'birthdate'), ['close', 'day_month_swapped']);
    assert.deepEqual(compared({birthdate: '1988-05'}, 'birthdate'), ['close', 'year_and_month']);
    assert.deepEqual(compared({birthdate: '1988-05-04'}, 'birthdate'), ['mismatch']);
  });

  it('addresses need the same number and postal code; streets may be shortened', () => {
    assert.deepEqual(compared({'address-street-1': '12a Main St.'}, 'address'), ['match', 'exact']);
    assert.deepEqual(compared({'address-street-1': 'Main Street 14'}, 'address'), ['mismatch']);
    assert.deepEqual(compared({'address-postal-code': '94112'}, 'address'), ['mismatch']);
    assert.deepEqual(compared({'address-country-code': 'CA'}, 'address'), ['mismatch']);
  });

  it('numbers are the same or not, however they are written', () => {
    assert.deepEqual(compared({'identification-number': '198805031234'}, 'identification-number'), ['match', 'exact']);
    assert.deepEqual(compared({'phone-number': '0014155550123'}, 'phone-number'), ['match', 'exact']);
    assert.deepEqual(compared({'email-address': 'other@example.org'}, 'email-address'), ['mismatch']);
  });

  it('what one side does not say is missing, never a mismatch', () => {
    for (const {result} of Object.values(compareRecord({}, marta))) assert.equal(result, 'missing');
    assert.equal(fitOf(compareRecord({}, marta)), 0);
  });

  it('any two records give scores within their range, the same both ways for who fits', () => {
    const record = fc.dictionary(fc.constantFrom(...recordColumns), fc.string()) as fc.Arbitrary<PersonRecord>;
    fc.assert(
      fc.property(record, record, (a, b) => {
        const fit = fitOf(compareRecord(a, b));
        assert.ok(fit >= -1 && fit <= 1);
        for (const {score = 0} of Object.values(compareRecord(a, b))) assert.ok(score >= 0 && score <= 1);
      }),
    );
  });
});

describe('keys of a record', () => {
  it('somebody who is spelt a little otherwise shares one', () => {
    const keys = new Set(recordKeys(marta));
    const shares = (change: PersonRecord) => {
      const {'name-first': first, 'name-last': last, birthdate} = {...marta, ...change};
      return recordKeys({'name-first': first ?? '', 'name-last': last ?? '', birthdate: birthdate ?? ''}).some((key) =>
        keys.has(key),
      );
    };
    assert.ok(shares({'name-last': 'Lindkvist'}));
    assert.ok(shares({birthdate: '1988-03-05'}));
    assert.ok(shares({'name-first': 'Mårta'}));
    assert.ok(!shares({'name-first': 'Anna', 'name-last': 'Berg'}));
  });

  it('a record that names nobody has none', () => {
    assert.deepEqual(recordKeys({'name-last': 'Lindqvist'}), []);
    assert.deepEqual(recordKeys({birthdate: '1988-05-03'}), []);
  });
});
