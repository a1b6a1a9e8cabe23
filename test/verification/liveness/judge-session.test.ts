/** Sessions of a head made of points: its parallax is real, so what a photograph cannot give shows in the numbers. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {FaceFrame, LivenessRecord, SelfiePose} from '../../../src/protocol/selfie.ts';
import {judgeLiveness} from '../../../src/verification/liveness/judge-session.ts';

/** x, y, z of 28 points on a rough head of 100 units; smaller z is nearer to the camera. */
const head = Array.from({length: 28}, (_, i) => {
  const [x, y] = [((i * 37) % 100) - 50, ((i * 53) % 130) - 65];
  return [x, y, -Math.sqrt(Math.max(0, 85 ** 2 - x * x - y * y))] as const;
});

function view(yaw: number, {flat = false, shake = 0} = {}): number[] {
  const angle = (yaw * Math.PI) / 180;
  return head.flatMap(([x, y, depth], i) => {
    const z = flat ? 0 : depth;
    const turned = x * Math.cos(angle) - z * Math.sin(angle);
    const away = 400 + (x * Math.sin(angle) + z * Math.cos(angle));
    return [320 + (turned * 400) / away + shake * Math.sin(i), 240 + (y * 400) / away];
  });
}

interface Told {
  flat?: boolean;
  person?: number;
  passive?: number;
  yaw?: number;
}

let serial = 0;
function frame(pose: SelfiePose, told: Told = {}): FaceFrame {
  const yaw = told.yaw ?? (pose === 'left' ? 28 : pose === 'right' ? -28 : 1);
  const number = ++serial;
  return {
    id: `f${number}`,
    width: 640,
    height: 480,
    faces: 1,
    hash: number.toString(16).padStart(16, '0'),
    face: {
      score: 0.95,
      box: {x: 220, y: 140, width: 200, height: 220},
      pose: {yaw, pitch: 2, roll: 1},
      points: view(yaw, {flat: told.flat ?? false, shake: number / 10}),
      eyeDistance: 70,
      eyeOpen: 0.3,
      mouthOpen: 0.02,
      quality: {sharpness: 30, luma: 130, overexposed: 0, asymmetry: 0.1},
      embedding: Float32Array.from({length: 4}, (_, i) => (i === (told.person ?? 0) ? 1 : 0)),
      passive: told.passive ?? 0.93,
    },
  };
}

function session(change: (pose: SelfiePose, slot: number) => Told = () => ({})): {
  record: LivenessRecord;
  frames: FaceFrame[];
} {
  const poses: SelfiePose[] = ['center', 'left', 'right', 'center'];
  const taken = poses.map((pose, slot) =>
    Array.from({length: pose === 'center' ? 4 : 1}, () => frame(pose, change(pose, slot))),
  );
  const slots = poses.map((pose, slot) => ({
    pose,
    revealedAt: slot * 3000,
    acceptedAt: slot * 3000 + 1500,
    frames: (taken[slot] ?? []).map(({id}) => id),
  }));
  return {record: {mode: 'poses', slots}, frames: taken.flat()};
}

const judge = ({record, frames}: ReturnType<typeof session>) => judgeLiveness(record, frames);

test('a turning head passes, and its sub-scores stand in the metadata', () => {
  const check = judge(session());
  assert.deepEqual([check.status, check.reasons], ['passed', []], JSON.stringify(check.metadata));
  assert.ok((check.metadata.value ?? 0) > 0.075);
});

test('refuses a flat picture that is tilted, however far it seems to turn', () => {
  const check = judge(session(() => ({flat: true})));
  assert.deepEqual([check.status, check.reasons], ['failed', ['flat_surface']]);
});

test('refuses a picture that never turns', () => {
  const check = judge(session(() => ({yaw: 2})));
  assert.equal(check.status, 'failed');
  assert.ok(check.reasons.includes('pose_not_shown'));
});

test('refuses another person who comes in on the way', () => {
  const check = judge(session((_pose, slot) => ({person: slot === 2 ? 1 : 0})));
  assert.deepEqual([check.status, check.reasons], ['failed', ['person_changed']]);
});

test('refuses frames that are one frame', () => {
  const made = session();
  const [first, second] = made.frames;
  assert.ok(first?.face && second);
  made.frames[1] = {...second, hash: first.hash, face: first.face};
  assert.deepEqual(judge(made).reasons, ['repeated_frames']);
});

test('refuses turns whose frames were put in the other order', () => {
  const made = session();
  const [, left, right] = made.record.slots;
  assert.ok(left && right);
  [left.frames, right.frames] = [right.frames, left.frames];
  assert.ok(judge(made).reasons.includes('pose_not_shown'));
});

test('refuses answers that come faster than a person moves', () => {
  const made = session();
  for (const slot of made.record.slots) slot.acceptedAt = slot.revealedAt + 40;
  assert.deepEqual(judge(made).reasons, ['wrong_timing']);
});

test('refuses what the passive net is sure of, and leaves to a person what it is not', () => {
  assert.deepEqual(judge(session(() => ({passive: 0.1}))).reasons, ['low_liveness_confidence']);
  const grey = judge(session(() => ({passive: 0.6})));
  assert.deepEqual([grey.status, grey.reasons], ['not_applicable', ['inconclusive', 'passive_unclear']]);
});

test('nothing measured is no pass', () => {
  const {record} = session();
  assert.equal(judgeLiveness(record, []).status, 'failed');
});

test('who cannot turn the head, and who hands in a file, is left to a person', () => {
  const {record, frames} = session();
  assert.deepEqual(judgeLiveness({...record, mode: 'alternative'}, frames).reasons, ['depth_not_measured']);
  assert.deepEqual(judgeLiveness({...record, mode: 'upload'}, frames).reasons, ['not_captured_live']);
});

test('signs of the camera are told and change nothing', () => {
  const {record, frames} = session();
  const check = judgeLiveness({...record, camera: {virtualCameraName: true, frameJitterMs: 0}}, frames);
  assert.equal(check.status, 'passed');
  assert.deepEqual(check.metadata['risk'], {virtualCameraName: true, frameJitterMs: 0});
});
