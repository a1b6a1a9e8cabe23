/** Attacks on real pixels, measured by the real nets: what one step takes, and what a whole session is judged as. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FaceFrame, LivenessSlot, SelfiePose} from '../../../src/protocol/selfie.ts';
import {readFrame, withIdentity} from '../../../src/verification/face/measure-frame.node.ts';
import {judgeLiveness} from '../../../src/verification/liveness/judge-session.ts';
import {missingInStep} from '../../../src/verification/liveness/judge-step.ts';
import {livenessLimits} from '../../../src/verification/liveness/limits.ts';
import {planarityResidual} from '../../../src/verification/liveness/planarity.ts';
import {faceEngine} from '../../../src/verification/selfie/engine.node.ts';
import {show, tiltedSheet, type PersonName} from './people.ts';

let serial = 0;

/** As for one step; with `whole` also whose face it is, as for the verdict. */
async function measure(jpegs: readonly Buffer[], {whole = false} = {}): Promise<FaceFrame[]> {
  const {nets, embedder} = await faceEngine();
  const frames: FaceFrame[] = [];
  for (const jpeg of jpegs) {
    const read = await readFrame(nets, {id: `f${++serial}`, bytes: new Uint8Array(jpeg)});
    frames.push((whole ? await withIdentity(nets, embedder, read) : read).measured);
  }
  return frames;
}

interface Shown {
  pose: SelfiePose;
  frames: FaceFrame[];
}

const order: SelfiePose[] = ['center', 'right', 'left', 'center'];

/** Films cost seconds to make and measure, and a film of a person is as good in every test. */
const filmed = new Map<string, Promise<FaceFrame[]>>();

function filmOf(person: PersonName, slot: number, pose: SelfiePose): Promise<FaceFrame[]> {
  const key = `${person} ${slot}`;
  const known = filmed.get(key) ?? show(person, pose).then((jpegs) => measure(jpegs, {whole: true}));
  filmed.set(key, known);
  return known;
}

async function session(who: (slot: number) => PersonName): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const [slot, pose] of order.entries()) shown.push({pose, frames: await filmOf(who(slot), slot, pose)});
  return shown;
}

function judge(shown: readonly Shown[]) {
  const slots = shown.map(({pose, frames}, i): LivenessSlot => {
    return {pose, revealedAt: i * 3000, acceptedAt: i * 3000 + 1800, frames: frames.map(({id}) => id)};
  });
  return judgeLiveness(
    {mode: 'poses', slots},
    shown.flatMap(({frames}) => frames),
  );
}

const missing = ({pose, frames}: Shown, first = false) => missingInStep(pose, frames, {first});

test('a head that turns passes every step and the whole session, for a woman and a man', async () => {
  for (const person of ['mei-1', 'kenji-1'] as const) {
    const shown = await session(() => person);
    assert.deepEqual(
      shown.map((step, i) => missing(step, i === 0)),
      [undefined, undefined, undefined, undefined],
      person,
    );
    const {status, reasons, metadata} = judge(shown);
    assert.deepEqual([status, reasons], ['passed', []], JSON.stringify(metadata));
  }
});

test('refuses another person who comes in midway', async () => {
  const check = judge(await session((slot) => (slot < 2 ? 'kenji-1' : 'marco-2')));
  assert.equal(check.status, 'failed');
  assert.ok(check.reasons.includes('person_changed'), JSON.stringify(check));
});

test('refuses pictures of one turn in place of the other', async () => {
  const [center, right, left] = await session(() => 'mei-1');
  assert.ok(center && right && left);
  assert.equal(missing({pose: 'left', frames: right.frames}), 'turn_left');
  const check = judge([center, {pose: 'left', frames: right.frames}, {pose: 'right', frames: left.frames}]);
  assert.deepEqual([check.status, check.reasons[0]], ['failed', 'pose_not_shown']);
});

test('refuses the pictures of an earlier step of the same session', async () => {
  const [center, right, left] = await session(() => 'mei-1');
  assert.ok(center && right && left);
  const again: Shown = {pose: 'right', frames: right.frames.map((frame) => ({...frame, id: `again-${frame.id}`}))};
  assert.equal(missing(again), undefined, 'a step alone cannot know');
  const check = judge([center, right, left, again]);
  assert.deepEqual([check.status, check.reasons], ['failed', ['repeated_frames']]);
});

test('refuses a picture that stands still, whatever is asked', async () => {
  const [jpeg] = await show('mei-1', 'center');
  assert.ok(jpeg);
  const frames = await measure([jpeg, jpeg, jpeg]);
  assert.equal(missing({pose: 'center', frames}, true), 'frozen');
  assert.equal(missing({pose: 'left', frames: frames.slice(0, 1)}), 'turn_left');
});

test('no photograph that is tilted in space passes for a turn: 48 of them', async () => {
  const people = ['mei-1', 'kenji-1', 'elena-1', 'marco-2', 'robert-1', 'mei-2'] as const;
  const turns: number[] = [];
  for (const person of people) {
    const [straight] = await measure([await tiltedSheet(person, 0)]);
    assert.ok(straight?.face);
    for (const degrees of [-50, -40, -30, -20, 20, 30, 40, 50]) {
      const [tilted] = await measure([await tiltedSheet(person, degrees)]);
      if (!tilted?.face) continue;
      const turn = Math.abs(tilted.face.pose.yaw - straight.face.pose.yaw);
      turns.push(turn);
      const depth = planarityResidual(straight.face, tilted.face) ?? 0;
      assert.ok(turn < livenessLimits.turn || depth < livenessLimits.flat, `${person} ${degrees}: ${turn} ${depth}`);
      const pose = tilted.face.pose.yaw > 0 ? 'left' : 'right';
      assert.notEqual(missing({pose, frames: [straight, tilted]}), undefined, `${person} tilted by ${degrees}`);
    }
  }
  assert.ok(turns.length >= 40, 'the faces were found');
});
