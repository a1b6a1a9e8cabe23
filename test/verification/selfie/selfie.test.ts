import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SelfieResult} from '../../../src/protocol/selfie.ts';
import type {SelfieInput} from '../../../src/verification/engine.ts';
import {cosine} from '../../../src/verification/face/embedding.ts';
import {measureFaceFrames} from '../../../src/verification/selfie/face-frames.node.ts';
import {judgeSelfie} from '../../../src/verification/selfie/selfie.node.ts';
import {personBytes} from '../face/picture.ts';

async function judge(frames: string[], more: Partial<SelfieInput> = {}): Promise<SelfieResult> {
  const given: SelfieInput['frames'] = [];
  for (const [i, name] of frames.entries()) {
    given.push({id: `evi_${i}`, pose: 'center', capture: 'camera_auto', bytes: await personBytes(name)});
  }
  const liveness = {mode: 'still' as const, slots: []};
  return judgeSelfie({frames: given, liveness, config: {liveness: 'not_required'}, today: '2026-11-23', ...more});
}

async function passport(name: string, birthdate = '1974-09-23'): Promise<SelfieInput['document']> {
  return {bytes: await personBytes(`passport-${name}-photo`), birthdate};
}

function check({checks}: SelfieResult, name: string) {
  const found = checks.find((each) => each.name === name);
  assert.ok(found, `${name} is among the checks`);
  return found;
}

test('matches a selfie with the photograph of the passport, and says how sure that is', async () => {
  const document = await passport('mei');
  const result = await judge(['selfie-mei'], document ? {document} : {});
  const {status, metadata} = check(result, 'selfie_id_comparison');
  assert.equal(status, 'passed');
  assert.ok(Number(metadata.value) >= 0.7 && metadata.threshold === 0.48);
  assert.equal(metadata['model'], 'fr_feature');
  assert.ok(Number(metadata['false-match-rate']) < 1e-4);
  assert.equal(check(result, 'selfie_age_comparison').status, 'passed');
  assert.equal(result.displayImages.length, 1);
  assert.ok(result.template && Math.abs(cosine(result.template.embedding, result.template.embedding) - 1) < 1e-5);
});

test('refuses the selfie of somebody else, man or woman', async () => {
  const document = await passport('mei');
  for (const name of ['selfie-marco', 'selfie-kenji']) {
    const {status, reasons} = check(await judge([name], document ? {document} : {}), 'selfie_id_comparison');
    assert.deepEqual([status, reasons], ['failed', ['no_match']], name);
  }
});

test('never matches a child by itself: the faces agree and a person must look', async () => {
  const document = await passport('mei', '2014-05-01');
  const {status, reasons} = check(await judge(['selfie-mei'], document ? {document} : {}), 'selfie_id_comparison');
  assert.deepEqual([status, reasons], ['not_applicable', ['under_16']]);
});

test('holds a selfie against the account: the same face passes, another or another net does not', async () => {
  const {template} = await judge(['people/kenji-2']);
  assert.ok(template);
  const against = async (name: string, account: NonNullable<SelfieInput['account']>) =>
    check(await judge([name], {account}), 'selfie_account_comparison');
  assert.equal((await against('selfie-kenji', template)).status, 'passed');
  assert.deepEqual((await against('selfie-mei', template)).reasons, ['no_match']);
  assert.deepEqual((await against('selfie-kenji', {...template, model: 'another'})).reasons, ['other_model']);
  assert.deepEqual(check(await judge(['selfie-kenji']), 'selfie_account_comparison').reasons, [
    'no_account_selfie_present',
  ]);
});

test('a template that verifies by the account alone is never passed without one', async () => {
  const config = {liveness: 'not_required', requirements: {selfie_account_comparison: 'required'}} as const;
  const {requirement, reasons} = check(await judge(['selfie-mei'], {config}), 'selfie_account_comparison');
  assert.deepEqual([requirement, reasons], ['required', ['no_account_selfie_present', 'inconclusive']]);
});

test('notices the same picture twice, and a frame without a face', async () => {
  const twice = await judge(['selfie-mei', 'selfie-mei']);
  assert.deepEqual(check(twice, 'selfie_pose_repeat_detection').reasons, ['repeated_frames']);
  const cat = await judge(['cat']);
  assert.deepEqual(check(cat, 'selfie_image_quality_detection').reasons, ['no_face']);
  assert.equal(cat.template, undefined);
});

test('a document without a face is for a person, not a pass', async () => {
  const document = {bytes: await personBytes('licence-back-photo')};
  const {status, reasons} = check(await judge(['selfie-mei'], {document}), 'selfie_id_comparison');
  assert.deepEqual([status, reasons], ['not_applicable', ['no_face_on_document', 'inconclusive']]);
});

test('the engine of one step measures and decides nothing', async () => {
  const {frames} = await measureFaceFrames({frames: [{id: 'evi_1', bytes: await personBytes('selfie-marco')}]});
  const [frame] = frames;
  assert.ok(frame?.face);
  assert.equal(frame.faces, 1);
  assert.equal(frame.face.points.length, 56);
  assert.match(frame.hash, /^[0-9a-f]{16}$/);
  assert.equal(frame.face.embedding, undefined);
});
