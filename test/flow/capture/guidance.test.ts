import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  advanceGuidance,
  holdMs,
  lookFor,
  startGuidance,
  type Expected,
  type GuidanceState,
  type Hint,
} from '../../../src/flow/capture/guidance.ts';
import type {FrameMeasurement} from '../../../src/flow/capture/measure.ts';

const card: Expected = {type: 'id', side: 'front'};
const passport: Expected = {type: 'pp', side: 'front'};
const good: FrameMeasurement = {
  mean: 140,
  contrast: 120,
  sharpness: 120,
  glare: 0,
  motion: 1,
  sides: 4,
  fill: 0.9,
  mrz: false,
  barcode: false,
};
const nothing: FrameMeasurement = {...good, sides: 0, fill: undefined};

/** Shows the same frame for a while and gives the last state. */
function show(
  frame: FrameMeasurement,
  {expected = card, from = startGuidance(0), start = 0, ms = 1500, step = 33} = {},
) {
  let state: GuidanceState = from;
  for (let now = start; now <= start + ms; now += step) state = advanceGuidance(state, frame, expected, now);
  return state;
}

test('says the first thing to mend', () => {
  const cases: [Partial<FrameMeasurement>, Hint][] = [
    [{sides: 0, fill: undefined}, 'place'],
    [{mean: 20}, 'dark'],
    [{mean: 250, contrast: 10}, 'bright'],
    [{fill: 0.4}, 'closer'],
    [{fill: 1.5}, 'farther'],
    [{glare: 0.1}, 'glare'],
    [{motion: 30}, 'still'],
    [{sharpness: 4}, 'blurry'],
    [{}, 'ready'],
  ];
  for (const [change, hint] of cases) assert.equal(show({...good, ...change}).hint, hint, JSON.stringify(change));
});

test('fires after the hold time, at 30 and at 10 frames a second alike', () => {
  for (const step of [33, 100]) {
    assert.ok(show(good, {ms: holdMs - 150, step}).hold < 1, `${step} ms: too early`);
    assert.equal(show(good, {ms: holdMs + 2 * step, step}).hold, 1, `${step} ms`);
  }
});

test('fills its ring evenly while it holds', () => {
  const {hold} = show(good, {ms: holdMs / 2, step: 10});
  assert.ok(Math.abs(hold - 0.5) < 0.05, String(hold));
});

test('one bad frame between good ones does not start it over', () => {
  let state = show(good, {ms: 400, step: 100});
  state = advanceGuidance(state, {...good, sharpness: 3}, card, 500);
  assert.equal(state.hint, 'ready');
  state = advanceGuidance(state, good, card, 600);
  assert.equal(state.hold, 1);
});

test('a document that went away starts it over', () => {
  let state = show(good, {ms: 400});
  state = show(nothing, {from: state, start: 433, ms: 1500});
  assert.equal(state.hold, 0);
  assert.equal(state.hint, 'place');
});

test('ready is easier to keep than to reach', () => {
  const nearly = {...good, sharpness: 13};
  assert.equal(show(nearly).ready, false);
  assert.equal(show(nearly, {from: show(good, {ms: 300}), start: 333, ms: 200}).ready, true);
});

test('a hint stands long enough to be read, however the frames flicker', () => {
  let state = startGuidance(0);
  const changes: number[] = [];
  for (let now = 0; now < 6000; now += 100) {
    const before = state.hint;
    state = advanceGuidance(state, (now / 300) % 2 < 1 ? {...good, glare: 0.2} : {...good, mean: 10}, card, now);
    if (state.hint !== before) changes.push(now);
  }
  for (let i = 1; i < changes.length; i++) assert.ok((changes[i] ?? 0) - (changes[i - 1] ?? 0) >= 900, changes.join());
});

test('waits for the lines of a passport, but not for ever', () => {
  assert.equal(show(good, {expected: passport}).ready, false);
  assert.equal(show({...good, mrz: true}, {expected: passport}).ready, true);
  assert.equal(show(good, {expected: passport, ms: 9000}).ready, true, 'some have no such lines');
});

test('what was read needs no outline: the document may fill the whole picture', () => {
  assert.equal(show({...nothing, mrz: true}, {expected: passport}).ready, true);
  assert.equal(show({...nothing, barcode: true}, {expected: {type: 'dl', side: 'back'}}).ready, true);
});

test('says that the lines are readable, at once, and does not flicker back', () => {
  const lines = {...good, mrz: true};
  let state = show(lines, {expected: passport, ms: 300});
  assert.equal(state.hint, 'ready');
  state = advanceGuidance(state, {...lines, readable: true}, passport, 333);
  assert.equal(state.hint, 'readable');
  state = advanceGuidance(state, {...lines, readable: false}, passport, 366);
  assert.equal(state.hint, 'readable');
});

test('never waits for a reading: lines nobody could read do not hold the shutter', () => {
  const unread = {...good, mrz: true, readable: false};
  assert.equal(show(unread, {expected: passport, ms: holdMs + 66}).hold, 1);
  assert.equal(
    show({...good, mrz: true}, {expected: passport, ms: holdMs + 66}).hold,
    1,
    'nor a reader that is missing',
  );
});

test('what was read a moment ago needs neither an outline nor a sharper picture', () => {
  assert.equal(show({...nothing, readable: true}, {expected: passport}).ready, true);
  assert.equal(show({...good, mrz: true, sharpness: 9, readable: true}, {expected: passport}).hint, 'readable');
  assert.equal(show({...good, mrz: true, sharpness: 9}, {expected: passport}).hint, 'blurry');
  assert.equal(show({...good, mrz: true, sharpness: 2, readable: true}, {expected: passport}).hint, 'blurry');
});

test('looks for what the side can show', () => {
  assert.deepEqual(lookFor({type: 'dl', side: 'back'}), {mrz: false, barcode: true});
  assert.deepEqual(lookFor(passport), {mrz: true, barcode: false});
  assert.deepEqual(lookFor({type: undefined, side: 'front'}), {mrz: true, barcode: true});
});

test('says that the bar code is readable, which counts as found', () => {
  const licence = {type: 'dl', side: 'back'} as const;
  assert.equal(show({...good, barcode: true, decoded: true}, {expected: licence}).hint, 'decoded');
  assert.equal(show({...good, barcode: true, decoded: false}, {expected: licence}).hint, 'ready');
  assert.equal(show({...nothing, decoded: true}, {expected: licence}).ready, true);
});
