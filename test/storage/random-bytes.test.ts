import assert from 'node:assert/strict';
import {test} from 'node:test';
import {randomBytes} from '../../src/storage/random-bytes.ts';

test('gives as many bytes as asked for, and never the same ones twice', () => {
  const seen = new Set<string>();
  // across several fetches, of which the last bytes are too few for one
  for (let i = 0; i < 1000; i++) {
    const bytes = randomBytes(32);
    assert.equal(bytes.length, 32);
    seen.add(bytes.toString('hex'));
  }
  assert.equal(seen.size, 1000);
  assert.equal(seen.has('0'.repeat(64)), false);
});

test('what was given stays as it is while more is fetched', () => {
  const bytes = randomBytes(32);
  const then = bytes.toString('hex');
  randomBytes(4096);
  randomBytes(4096);
  assert.equal(bytes.toString('hex'), then);
});

test('refuses to give more at a time than it fetches', () => {
  assert.throws(() => randomBytes(4097), RangeError);
});
