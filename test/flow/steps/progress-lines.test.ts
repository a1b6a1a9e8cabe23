import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {progressWords} from '../../../src/protocol/position.ts';
import {progressLines} from '../../../src/flow/steps/progress-lines.ts';

const shape = (seen: Parameters<typeof progressLines>[0]) =>
  progressLines(seen).map(({word, state}) => `${word}:${state}`);

test('begins with what is known without any word', () => {
  assert.deepEqual(shape([])[0], 'received:now');
  assert.ok(
    shape([])
      .slice(1)
      .every((line) => line.endsWith(':next')),
  );
});

test('ticks what was done and leaves out what a document does not have', () => {
  assert.deepEqual(shape(['received', 'found_document', 'reading_text', 'checking_dates']), [
    'received:done',
    'found_document:done',
    'reading_text:done',
    'checking_dates:now',
    'deciding:next',
  ]);
});

test('shows the barcode when there is one', () => {
  assert.ok(shape(['received', 'found_document', 'reading_barcode']).includes('reading_barcode:now'));
});

test('always has exactly one line in progress, after the done ones', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...progressWords)), (seen) => {
      const states = progressLines(seen).map(({state}) => state);
      assert.equal(states.filter((state) => state === 'now').length, 1);
      assert.deepEqual(
        states,
        [...states].sort((a, b) => ['done', 'now', 'next'].indexOf(a) - ['done', 'now', 'next'].indexOf(b)),
      );
    }),
  );
});
