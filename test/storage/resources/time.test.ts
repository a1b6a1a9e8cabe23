import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isoTime} from '../../../src/storage/resources/time.ts';

test('any time is spelled as Date spells it', () => {
  fc.assert(fc.property(fc.date({noInvalidDate: true}), (time) => assert.equal(isoTime(time), time.toISOString())));
});

test('every millisecond about midnight and about 1970 is spelled as Date spells it', () => {
  for (const about of [0, Date.UTC(2024, 1, 29), Date.UTC(2026, 11, 31, 23, 59, 59)])
    for (let ms = -1500; ms < 1500; ms++) {
      const time = new Date(about + ms);
      assert.equal(isoTime(time), time.toISOString());
    }
});

test('no time stays none, and a time that is none is refused', () => {
  assert.equal(isoTime(null), null);
  assert.throws(() => isoTime(new Date(Number.NaN)), RangeError);
});
