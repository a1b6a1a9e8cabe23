import assert from 'node:assert/strict';
import {test} from 'node:test';
import {betterLens, isUnfit, nextLens} from '../../../src/flow/capture/lenses.ts';

const lens = (label: string) => ({deviceId: label, label});
const iphone = ['Front Camera', 'Back Ultra Wide Camera', 'Back Camera', 'Back Telephoto Camera'].map(lens);

test('knows the lenses that are no good for documents', () => {
  for (const label of ['Back Ultra Wide Camera', 'Integrated IR Camera', 'Windows Hello infrared', 'TrueDepth']) {
    assert.ok(isUnfit(label), label);
  }
  for (const label of [
    'Back Camera',
    'camera2 0, facing back',
    'FaceTime HD Camera',
    'Firewire camera',
    'Mirror cam',
  ]) {
    assert.equal(isUnfit(label), false, label);
  }
});

test('leaves a good lens alone and replaces a bad one by one on the same side', () => {
  assert.equal(betterLens(iphone, 'Back Camera'), undefined);
  assert.equal(betterLens(iphone, 'Back Ultra Wide Camera')?.label, 'Back Camera');
  assert.equal(
    betterLens([lens('Integrated IR Camera'), lens('Integrated Camera')], 'Integrated IR Camera')?.label,
    'Integrated Camera',
  );
  assert.equal(betterLens([lens('IR Camera')], 'IR Camera'), undefined);
});

test('flips through the good ones only, and not at all with one', () => {
  assert.equal(nextLens(iphone, 'Front Camera')?.label, 'Back Camera');
  assert.equal(nextLens(iphone, 'Back Telephoto Camera')?.label, 'Front Camera');
  assert.equal(nextLens([lens('Webcam'), lens('IR Camera')], 'Webcam'), undefined);
});
