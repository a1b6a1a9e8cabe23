import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {codeLifeMs, digitsTyped, judgeTyped, mostSends, mostTries, nextSendAt} from '../../src/domain/one-time-code.ts';
import type {CodeState} from '../../src/domain/one-time-code.ts';

const sentAt = new Date('2026-11-29T12:00:00Z');
const later = (ms: number) => new Date(sentAt.getTime() + ms);
const state = fc.record({
  sends: fc.integer({min: 1, max: mostSends}),
  wrong: fc.integer({min: 0, max: mostTries}),
  sentAt: fc.constant(sentAt),
  usedAt: fc.option(fc.constant(sentAt), {nil: null}),
});

test('a code is right only if it matches, in its time, unused and with tries left', () => {
  fc.assert(
    fc.property(state, fc.boolean(), fc.nat(2 * codeLifeMs), (code, matches, ms) => {
      const may = matches && ms < codeLifeMs && code.usedAt === null && code.wrong < mostTries;
      assert.equal(judgeTyped(code, matches, later(ms)) === 'right', may);
    }),
  );
});

test('whoever guesses has as many tries as a code takes, and a late answer does not tell a hit', () => {
  let code: CodeState = {sends: 1, wrong: 0, sentAt, usedAt: null};
  const outcomes = Array.from({length: mostTries + 2}, () => {
    const outcome = judgeTyped(code, false, later(1));
    code = {...code, wrong: code.wrong + 1};
    return outcome;
  });
  assert.deepEqual(outcomes, ['wrong', 'wrong', 'wrong', 'wrong', 'spent', 'spent', 'spent']);
  fc.assert(
    fc.property(state, fc.nat(codeLifeMs), (code, ms) => {
      const at = later(codeLifeMs + ms);
      assert.equal(judgeTyped(code, true, at), judgeTyped(code, false, at));
    }),
  );
});

test('each pause before another code is longer, and five are all', () => {
  const pauses = Array.from({length: mostSends}, (_, i) => nextSendAt({sends: i + 1, wrong: 0, sentAt, usedAt: null}));
  const seconds = pauses.map((at) => at && (at.getTime() - sentAt.getTime()) / 1000);
  assert.deepEqual(seconds, [30, 60, 120, 240, undefined]);
});

test('digits are read in the script of whoever types, spaced as they like', () => {
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
  const digits = fc.array(fc.nat(9), {minLength: 6, maxLength: 6});
  fc.assert(
    fc.property(digits, fc.constantFrom(...zeros), fc.constantFrom('', ' ', '-', '.'), (code, zero, between) => {
      const typed = code.map((digit) => String.fromCodePoint(zero + digit)).join(between);
      assert.equal(digitsTyped(` ${typed} `), code.join(''));
    }),
  );
});
