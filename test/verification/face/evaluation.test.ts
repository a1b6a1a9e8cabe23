import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {calibrate} from '../../../src/verification/face/calibrate.ts';
import {
  areaUnderCurve,
  bestAccuracy,
  equalErrorRate,
  falseMatches,
  thresholdAt,
  trueMatches,
} from '../../../src/verification/face/evaluation.ts';
import {frFeature} from '../../../src/verification/face/models/profiles.ts';
import {falseMatchRate} from '../../../src/verification/face/models/provider.ts';

const clean = {genuine: [0.7, 0.8, 0.9], impostor: [0.1, 0.2, 0.3, 0.4]};
const score = fc.double({min: -1, max: 1, noNaN: true});
const scores = fc.record({genuine: fc.array(score, {minLength: 1}), impostor: fc.array(score, {minLength: 1})});

test('pairs that two piles of scores tell apart cost nothing', () => {
  assert.equal(equalErrorRate(clean).rate, 0);
  assert.equal(bestAccuracy(clean).accuracy, 1);
  assert.equal(areaUnderCurve(clean).area, 1);
});

test('a threshold lets no more strangers through than it was asked for', () => {
  fc.assert(
    fc.property(scores, fc.constantFrom(0.5, 0.1, 0.01), (given, rate) => {
      const {threshold} = thresholdAt(given, rate);
      assert.ok(falseMatches(given, threshold) <= rate);
    }),
  );
});

test('shares and areas stay between nothing and everything, and turn around with the piles', () => {
  fc.assert(
    fc.property(scores, ({genuine, impostor}) => {
      const {area, low, high} = areaUnderCurve({genuine, impostor});
      assert.ok(low <= area && area <= high && low >= 0 && high <= 1);
      assert.ok(Math.abs(area + areaUnderCurve({genuine: impostor, impostor: genuine}).area - 1) < 1e-9);
      const {rate} = equalErrorRate({genuine, impostor});
      assert.ok(rate >= 0 && rate <= 1);
      assert.ok(trueMatches({genuine, impostor}, -1) === 1);
    }),
  );
});

test('a few pairs never lower a threshold: what they cannot show stays, or rises above the most alike strangers', () => {
  const few = calibrate(clean, frFeature.calibration, 'few');
  assert.deepEqual(few.kept, ['match', 'duplicate', 'stepUp']);
  assert.equal(few.calibration.match, 0.48);
  const alike = calibrate({genuine: [0.9], impostor: [0.6]}, frFeature.calibration, 'alike');
  assert.ok(alike.calibration.match >= 0.63 && alike.calibration.duplicate >= alike.calibration.match);
});

test('how rare a score is falls with the score, between the rows and beyond them', () => {
  const rate = (value: number) => falseMatchRate(frFeature.calibration, value);
  assert.ok(Math.abs(rate(0.48) - 1.4e-4) < 1e-9);
  assert.ok(rate(0.46) < rate(0.45) && rate(0.46) > rate(0.48));
  assert.equal(rate(0.9), 9.3e-6);
  assert.equal(rate(-0.5), 1);
});
