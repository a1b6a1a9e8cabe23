import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {judgeMatch, needsStepUp, yearsBetween} from '../../../src/verification/selfie/match.ts';

const thresholds = {match: 0.48, stepUp: 0.35};

test('the policy: match, a closer look, a person, no match', () => {
  const verdict = (score: number, stepUp?: {frames: number; score: number; fused: number}) =>
    judgeMatch({score, frames: 3, ...(stepUp && {stepUp})}, thresholds, [40, 38]);
  assert.equal(verdict(0.48), 'match');
  assert.equal(verdict(0.34), 'no_match');
  assert.equal(verdict(0.4), 'inconclusive');
  assert.equal(verdict(0.4, {frames: 5, score: 0.42, fused: -0.1}), 'inconclusive');
  assert.equal(verdict(0.4, {frames: 5, score: 0.42, fused: 0.01}), 'match');
  assert.equal(verdict(0.4, {frames: 5, score: 0.5, fused: -0.1}), 'match');
  assert.deepEqual(
    [0.34, 0.35, 0.47, 0.48].map((score) => needsStepUp(score, thresholds)),
    [false, true, true, false],
  );
});

test('no score of any kind matches somebody under sixteen', () => {
  const score = fc.double({min: -1, max: 1, noNaN: true});
  fc.assert(
    fc.property(score, score, fc.integer({min: 0, max: 15}), fc.boolean(), (first, fused, years, byFace) => {
      const ages = byFace ? [undefined, years] : [years, 40];
      const verdict = judgeMatch({score: first, frames: 3, stepUp: {frames: 5, score: first, fused}}, thresholds, ages);
      assert.notEqual(verdict, 'match');
    }),
  );
});

test('counts full years only', () => {
  assert.equal(yearsBetween('2010-11-23', '2026-11-23'), 16);
  assert.equal(yearsBetween('2010-11-24', '2026-11-23'), 15);
  assert.equal(yearsBetween('2008-02-29', '2026-02-28'), 17);
});
