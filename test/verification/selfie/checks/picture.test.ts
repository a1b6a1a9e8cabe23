/** Each check of the frames on measured numbers: when it passes, when it fails, and when it cannot say. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {MeasuredFace} from '../../../../src/protocol/selfie.ts';
import {frFeature} from '../../../../src/verification/face/models/profiles.ts';
import type {SelfieFrame, SelfieReading} from '../../../../src/verification/selfie/reading.ts';
import {runSelfieChecks} from '../../../../src/verification/selfie/run-checks.ts';

const face: MeasuredFace = {
  score: 0.95,
  box: {x: 220, y: 140, width: 200, height: 220},
  pose: {yaw: 1, pitch: 2, roll: 1},
  points: [],
  eyeDistance: 70,
  eyeOpen: 0.3,
  mouthOpen: 0.02,
  quality: {sharpness: 30, luma: 130, overexposed: 0, asymmetry: 0.1},
  worn: {glasses: 0.1, covering: 0.1},
};

let serial = 0;

function frame(change: Partial<MeasuredFace> = {}, more: Partial<SelfieFrame> = {}): SelfieFrame {
  const number = ++serial;
  const hash = number.toString(16).padStart(16, '0');
  const own = {...face, points: Array.from({length: 56}, (_, i) => i + number), ...change};
  return {
    id: `f${number}`,
    width: 640,
    height: 480,
    faces: 1,
    hash,
    pose: 'center',
    capture: 'camera_auto',
    face: own,
    ...more,
  };
}

function judged(frames: SelfieFrame[], more: Partial<SelfieReading> = {}): (name: string) => string[] {
  const checks = runSelfieChecks({
    frames,
    best: frames.filter(({pose, face: seen}) => pose === 'center' && seen).map(({id}) => id),
    record: {mode: 'still', slots: []},
    config: {liveness: 'not_required'},
    net: {model: 'fr_feature', sha256: '0', calibration: frFeature.calibration},
    today: '2026-11-23',
    ...more,
  });
  return (name) => {
    const found = checks.find((check) => check.name === `selfie_${name}`);
    assert.ok(found, name);
    return [found.status, ...found.reasons];
  };
}

test('a good look passes every check of the picture', () => {
  const told = judged([frame(), frame({pose: {yaw: 27, pitch: 0, roll: 0}}, {pose: 'left'})]);
  for (const name of ['image_quality_detection', 'multiple_faces_detection', 'pose_detection', 'pose_repeat_detection'])
    assert.deepEqual(told(name), ['passed'], name);
  for (const name of ['glare_detection', 'glasses_detection', 'face_covering_detection'])
    assert.deepEqual(told(name), ['passed'], name);
});

test('a second face, glare, dark, glasses and a mask are each told by their own check', () => {
  assert.deepEqual(judged([frame({}, {faces: 2})])('multiple_faces_detection'), ['failed', 'several_faces']);
  const lit = {...face.quality, overexposed: 0.4};
  assert.deepEqual(judged([frame({quality: lit})])('glare_detection'), ['failed', 'too_much_glare']);
  const dark = {...face.quality, luma: 30};
  assert.deepEqual(judged([frame({quality: dark})])('image_quality_detection'), ['failed', 'too_dark']);
  assert.deepEqual(judged([frame({worn: {glasses: 0.9, covering: 0}})])('glasses_detection'), [
    'failed',
    'glasses_worn',
  ]);
  const covered = judged([frame({worn: {glasses: 0, covering: 0.97}})]);
  assert.deepEqual(covered('face_covering_detection'), ['failed', 'face_covered']);
});

test('one frame of three that seems covered is not believed', () => {
  const seen = [0.1, 0.97, 0.2].map((covering) => frame({worn: {glasses: 0, covering}}));
  assert.deepEqual(judged(seen)('face_covering_detection'), ['passed']);
});

test('a turn to the wrong side, or too little of one, was not shown', () => {
  const turned = (yaw: number) => judged([frame(), frame({pose: {yaw, pitch: 0, roll: 0}}, {pose: 'left'})]);
  assert.deepEqual(turned(27)('pose_detection'), ['passed']);
  assert.deepEqual(turned(15)('pose_detection'), ['failed', 'left_not_shown']);
  assert.deepEqual(turned(-27)('pose_detection'), ['failed', 'left_not_shown']);
});

test('without a face nothing that needs one passes', () => {
  const {face: _gone, ...empty} = frame();
  const told = judged([{...empty, faces: 0}]);
  for (const name of ['glare_detection', 'glasses_detection', 'face_covering_detection', 'multiple_faces_detection'])
    assert.deepEqual(told(name), ['not_applicable', 'no_face'], name);
  assert.deepEqual(told('pose_detection'), ['failed', 'no_face']);
});

test('the age of the face: against the document’s, and clearly above a limit or not said', () => {
  const aged = (estimate: number, more: Partial<SelfieReading> = {}) =>
    judged([frame()], {age: {estimate, frames: 5}, config: {liveness: 'not_required', minimumAge: 18}, ...more});
  const document = {faceFound: true, birthdate: '1996-01-01'};
  assert.deepEqual(aged(34, {document})('age_comparison'), ['passed']);
  assert.deepEqual(aged(62, {document})('age_comparison'), ['failed', 'age_mismatch']);
  assert.deepEqual(aged(28)('age_estimation'), ['passed']);
  assert.deepEqual(aged(27.9)('age_estimation'), ['not_applicable', 'not_clearly_older']);
  assert.deepEqual(aged(40, {config: {liveness: 'not_required'}})('age_estimation'), [
    'not_applicable',
    'no_configuration',
  ]);
});
