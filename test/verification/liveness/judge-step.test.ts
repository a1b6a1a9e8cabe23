/** What a person is told at once about the frames of one step; attacks on real pixels are in `attacks.test.ts`. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FaceFrame, MeasuredFace} from '../../../src/protocol/selfie.ts';
import {missingInStep} from '../../../src/verification/liveness/judge-step.ts';

let serial = 0;

/** A face that looks straight ahead in good light; every frame of it a little elsewhere. */
function frame(face: Partial<MeasuredFace> = {}, light: Partial<MeasuredFace['quality']> = {}): FaceFrame {
  const number = ++serial;
  const measured: MeasuredFace = {
    ...{score: 0.9, box: {x: 200, y: 100, width: 200, height: 260}, pose: {yaw: 0, pitch: 0, roll: 0}},
    ...{points: [number, number, number + 3, number], eyeDistance: 80, eyeOpen: 0.28, mouthOpen: 0.05},
    quality: {sharpness: 30, luma: 120, overexposed: 0, asymmetry: 0.1, ...light},
    ...face,
  };
  return {id: `f${number}`, width: 640, height: 480, faces: 1, hash: '0'.repeat(16), face: measured};
}

const straight = (light: Partial<MeasuredFace['quality']>) =>
  missingInStep('center', [frame({}, light), frame({}, light)], {first: true});

test('a straight look is taken in the light and as sharp as the verdict wants it', () => {
  assert.equal(straight({}), undefined);
  assert.equal(straight({luma: 59}), 'dark');
  assert.equal(straight({luma: 206}), 'bright');
  assert.equal(straight({sharpness: 5.9}), 'blurry');
});

test('a turned face may lie in more shade', () => {
  const frames = [frame(), frame({pose: {yaw: 25, pitch: 0, roll: 0}}, {luma: 50, sharpness: 3})];
  assert.equal(missingInStep('left', frames, {first: false}), undefined);
});

test('nearer and eyes shut are measured within the step; narrow eyes count as shut', () => {
  const shown = (pose: 'closer' | 'eyes_closed', from: Partial<MeasuredFace>, to: Partial<MeasuredFace>) =>
    missingInStep(pose, [frame(from), frame(to)], {first: false});
  assert.equal(shown('closer', {}, {eyeDistance: 100}), undefined);
  assert.equal(shown('closer', {eyeDistance: 100}, {eyeDistance: 100}), 'come_closer');
  assert.equal(shown('eyes_closed', {}, {eyeOpen: 0.12}), undefined);
  assert.equal(shown('eyes_closed', {}, {}), 'close_eyes');
  assert.equal(shown('eyes_closed', {eyeOpen: 0.16}, {eyeOpen: 0.16}), undefined);
});
