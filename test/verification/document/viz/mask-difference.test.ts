import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {maskDifference} from '../../../../src/verification/document/viz/mask-difference.ts';

test('shows the characters that differ, and where', () => {
  assert.deepEqual(maskDifference('FSPANOLA', 'ESPANOLA'), ['F•••••••', 'E•••••••']);
  assert.deepEqual(maskDifference('BBJOERK', 'BJOERK'), ['B••••••', '–••••••']);
  assert.deepEqual(maskDifference('MARTIN', 'MARTEN'), ['••••I•', '••••E•']);
  assert.deepEqual(maskDifference('SAME', 'SAME'), ['••••', '••••']);
});

test('shows nothing of two different names, not even where they are alike', () => {
  assert.deepEqual(maskDifference('SAMPLE', 'HUTCHINSON').join('').replace(/[•–]/g, ''), '');
  assert.deepEqual(maskDifference('AB', 'AC'), ['••', '••'], 'half of a short name is too much');
});

test('never shows more than three characters of either, and both are as long', () => {
  const names = fc.string({unit: fc.constantFrom(...'ABCDE'.split('')), maxLength: 100});
  fc.assert(
    fc.property(names, names, (one, other) => {
      const masked = maskDifference(one, other);
      assert.equal(masked[0].length, masked[1].length);
      for (const text of masked) assert.ok(text.replace(/[•–]/g, '').length <= 3);
    }),
  );
});
