import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {rhythmBreak} from '../../../../src/verification/document/authenticity/line-rhythm.ts';

/** Where the middles of `count` characters stand, told to `grain` pixels as the reader does. */
function line(
  about: {count?: number; pitch?: number; grain?: number; bend?: number; without?: number[]; moved?: number} = {},
): number[] {
  const {count = 44, pitch = 15, grain = 4, bend = 0, without = [], moved = 0} = about;
  return Array.from({length: count}, (_, i) => i)
    .filter((i) => !without.includes(i))
    .map((i) => 20 + pitch * (i + bend * i * i + (i >= 20 && i < 26 ? moved : 0)))
    .map((x) => Math.round(x / grain) * grain);
}

test('a line at one pitch has no break: coarsely read, in perspective, or with characters that were not read', () => {
  for (const about of [
    {},
    {grain: 6},
    {bend: 0.0015},
    {bend: -0.0015},
    {without: [7, 8, 30]},
    {count: 30, pitch: 22},
  ]) {
    const value = rhythmBreak(line(about)) ?? 1;
    assert.ok(value < 0.17, `${JSON.stringify(about)} ${value}`);
  }
});

test('a part that was moved by four tenths of a character breaks it', () => {
  for (const moved of [0.38, 0.45, -0.38, -0.45]) {
    const value = rhythmBreak(line({moved})) ?? 0;
    assert.ok(value > 0.2, `${moved} ${value}`);
  }
});

test('short lines are not judged', () => {
  assert.equal(rhythmBreak([]), undefined);
  assert.equal(rhythmBreak(line({count: 12})), undefined);
});

test('any positions give a number from 0 to a half', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 40}), {minLength: 20, maxLength: 60}), (positions) => {
      const value = rhythmBreak(positions.sort((a, b) => a - b));
      assert.ok(value === undefined || (value >= 0 && value <= 0.5), String(value));
    }),
  );
});
