import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {longestWindowMs, nextAllowedAt, sendLimits, sendScopes} from '../../src/domain/send-limits.ts';

const now = new Date('2026-11-29T12:00:00Z');
const sent = fc.array(
  fc.nat(2 * longestWindowMs).map((ms) => new Date(now.getTime() - ms)),
  {maxLength: 150},
);
const scope = fc.constantFrom(...sendScopes);

test('a message may go out exactly if no window is full', () => {
  fc.assert(
    fc.property(scope, sent, (of, times) => {
      const isFull = sendLimits[of].some(
        ({most, ms}) => times.filter((at) => at.getTime() + ms > now.getTime()).length >= most,
      );
      assert.equal(nextAllowedAt(of, times, now) !== undefined, isFull);
    }),
  );
});

test('at the moment that is named one more may go out, and a moment before it not', () => {
  fc.assert(
    fc.property(scope, sent, (of, times) => {
      const next = nextAllowedAt(of, times, now);
      if (!next) return;
      assert.ok(next > now);
      assert.equal(nextAllowedAt(of, times, next), undefined);
      assert.ok(nextAllowedAt(of, times, new Date(next.getTime() - 1)));
    }),
  );
});
