import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
  acceptFrames,
  admitFrames,
  isAnswered,
  leastReactionMs,
  missFrames,
  mostTries,
  openLiveness,
  stepSeconds,
} from '../../src/domain/liveness.ts';
import type {Liveness} from '../../src/domain/liveness.ts';

const begin = new Date('2026-03-01T10:00:00Z');
const later = (ms: number): Date => new Date(begin.getTime() + ms);
const open = (draw = 0): Liveness => openLiveness('poses', {id: 'liv_1', nonce: 'n0', draw}, begin);
const claim = (changes: Partial<Parameters<typeof admitFrames>[1]> = {}) => ({
  id: 'liv_1',
  step: 0,
  nonce: 'n0',
  digest: 'd0',
  ...changes,
});
const afterOne = (): Liveness =>
  acceptFrames(open(), {frames: ['evd_1'], digest: 'd0', nextNonce: 'n1'}, later(leastReactionMs));

test('every order begins straight, holds both turns, and never asks for the same pose twice in a row', () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), (draw) => {
      const {order} = open(draw);
      assert.equal(order[0], 'center');
      assert.ok(order.includes('left') && order.includes('right'));
      assert.ok(order.every((pose, i) => pose !== order[i + 1]));
    }),
  );
});

test('sessions differ in their order', () => {
  const seen = new Set(Array.from({length: 60}, (_, i) => open(i / 60).order.join()));
  assert.equal(seen.size, 6);
});

test('frames answer the step that is asked, under its nonce', () => {
  assert.deepEqual(admitFrames(open(), claim(), later(1000)), {type: 'admitted', pose: 'center'});
});

test('refuses frames of another session, also where none is open', () => {
  const refused = {type: 'refused', reason: 'foreign_session'};
  assert.deepEqual(admitFrames(open(), claim({id: 'liv_2'}), later(1000)), refused);
  assert.deepEqual(admitFrames(undefined, claim(), later(1000)), refused);
});

test('refuses a stale nonce', () => {
  const refused = {type: 'refused', reason: 'stale_nonce'};
  assert.deepEqual(admitFrames(afterOne(), claim({step: 1, nonce: 'n0', digest: 'd1'}), later(2000)), refused);
});

test('refuses a step that was not revealed yet', () => {
  assert.deepEqual(admitFrames(open(), claim({step: 1}), later(1000)), {type: 'refused', reason: 'step_not_revealed'});
});

test('refuses a second answer to a step, and knows the first one again', () => {
  assert.deepEqual(admitFrames(afterOne(), claim({digest: 'other'}), later(2000)), {
    type: 'refused',
    reason: 'step_taken',
  });
  assert.deepEqual(admitFrames(afterOne(), claim(), later(2000)), {type: 'repeated'});
});

test('refuses what comes after the deadline, and what comes before anybody could move', () => {
  assert.deepEqual(admitFrames(open(), claim(), later(stepSeconds * 1000 + 1)), {type: 'late'});
  assert.deepEqual(admitFrames(open(), claim(), later(leastReactionMs - 1)), {type: 'early'});
});

test('a step that was missed too often ends the session', () => {
  let liveness: Liveness | undefined = open();
  for (let i = 0; i < mostTries; i++) liveness = liveness && missFrames(liveness);
  assert.equal(liveness, undefined);
});

test('a session is answered after its last step, and takes nothing more', () => {
  let liveness = open();
  for (let step = 0; step < 4; step++) {
    liveness = acceptFrames(liveness, {frames: [], digest: `d${step}`, nextNonce: `n${step + 1}`}, later(1000 * step));
  }
  assert.ok(isAnswered(liveness));
  const more = claim({step: 4, nonce: 'n4', digest: 'd4'});
  assert.deepEqual(admitFrames(liveness, more, later(9000)), {type: 'refused', reason: 'step_not_revealed'});
});
