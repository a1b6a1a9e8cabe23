/** The shipped age check through the flow API with the real engines of faces and documents: by the face, and by the document. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {posedFrames} from '../../../src/cli/specimens/posed.ts';
import {defaultTemplates} from '../../../src/domain/default-templates.ts';
import {livenessAnswerSchema} from '../../../src/protocol/flow.ts';
import type {Position} from '../../../src/protocol/position.ts';
import type {TemplateGraph} from '../../../src/protocol/template.ts';
import type {EnginePool} from '../../../src/verification/engine.ts';
import {readGovernmentId} from '../../../src/verification/document/government-id.node.ts';
import {measureFaceFrames} from '../../../src/verification/selfie/face-frames.node.ts';
import {judgeSelfie} from '../../../src/verification/selfie/selfie.node.ts';
import {personBytes} from '../../verification/face/picture.ts';
import {json, openFlowWorld, start, submit, upload, type FlowWorld} from './flow-world.ts';
import {scriptedEngines} from './scripted-engines.ts';

const shipped = defaultTemplates.find(({name}) => name === 'Age check');
assert.ok(shipped);
const ageCheck = shipped.graph;

let flow: FlowWorld;
before(async () => {
  const engines: EnginePool = {
    ...scriptedEngines(),
    run: (async (kind: string, input: never) => {
      if (kind === 'face-frames') return measureFaceFrames(input);
      if (kind === 'selfie') return judgeSelfie(input);
      return readGovernmentId(input, () => undefined);
    }) as EnginePool['run'],
  };
  flow = await openFlowWorld(engines);
});
after(() => flow.close());

/** The same template where a face must look so many years older than 18. */
function withMargin(years: number): TemplateGraph {
  const {selfie} = ageCheck.steps;
  assert.ok(selfie?.kind === 'selfie');
  const config = {...selfie.config, thresholds: {selfie_age_estimation: years}};
  return {...ageCheck, steps: {...ageCheck.steps, selfie: {...selfie, config}}};
}

/** Consent, and a head that turns as asked. */
async function showFace(graph: TemplateGraph, person: string): Promise<{token: string; inquiryId: string}> {
  const {token, position} = await start(flow, {templateId: await flow.addTemplate(graph)});
  await submit(flow, token, 'consent', {action: 'accept'});
  let at: Position = await submit(flow, token, 'selfie', {action: 'begin', mode: 'poses'});
  while (at.screen.kind === 'selfie' && at.screen.challenge) {
    const {id, step, nonce, pose} = at.screen.challenge;
    flow.advance(1500);
    const frames = (await posedFrames(person, pose)).map((jpeg, i) => {
      return {at: i * 120, jpeg: Buffer.from(jpeg).toString('base64')};
    });
    const body = {nonce, capture: 'camera_auto', frames};
    const answer = livenessAnswerSchema.parse(
      await json(await flow.call(`/liveness/${id}/steps/${step}`, {token, json: body})),
    );
    assert.ok(answer.accepted, pose);
    at = answer.position;
  }
  return {token, inquiryId: position.inquiryId};
}

async function inquiryOf(id: string) {
  const row = await flow.database.db.selectFrom('inquiry').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const verifications = await flow.database.db
    .selectFrom('verification')
    .selectAll()
    .where('inquiry_id', '=', id)
    .execute();
  const check = (name: string) => verifications.flatMap(({checks}) => checks).find((each) => each.name === name);
  const field = (name: string) => row.fields[name]?.value ?? null;
  return {row, verifications, check, field};
}

async function showDocument(token: string, name: string): Promise<Position> {
  await flow.until(token, ({step}) => step === 'document');
  await submit(flow, token, 'document', {action: 'choose', type: 'pp'});
  const evidence = [
    {side: 'front' as const, id: await upload(flow, token, 'front', new Uint8Array(await personBytes(name)))},
  ];
  await submit(flow, token, 'document', {action: 'submit', evidence});
  return flow.until(token, ({screen}) => screen.kind !== 'processing');
}

test('who clearly looks older is done: no document, and of the age only on which side of the limit it is', async () => {
  const {token, inquiryId} = await showFace(ageCheck, 'mei');
  await flow.until(token, ({screen}) => screen.kind === 'success');
  const {row, verifications, check, field} = await inquiryOf(inquiryId);
  assert.equal(row.status, 'approved');
  assert.deepEqual([field('age-confirmed'), field('age-confirmed-by')], [true, 'estimate']);
  assert.deepEqual(
    verifications.map(({kind}) => kind),
    ['selfie'],
  );
  const found = check('selfie_age_estimation');
  assert.deepEqual(
    [found?.status, found?.metadata['band'], found?.metadata['minimum-age']],
    ['passed', '28_and_over', 18],
  );
  assert.equal(found?.metadata.value, undefined, 'the years stay in the engine');
  assert.equal(check('selfie_age_comparison')?.metadata.value, undefined);
  assert.equal(field('birthdate'), null);
});

test('who may be younger is asked for a document that shows the same face, and it decides', async () => {
  const {token, inquiryId} = await showFace(withMargin(70), 'mei');
  const {screen} = await showDocument(token, 'passport-mei-photo');
  assert.equal(screen.kind, 'success');
  const {row, check, field} = await inquiryOf(inquiryId);
  assert.deepEqual([field('age-confirmed'), field('age-confirmed-by')], [true, 'document']);
  assert.deepEqual(check('selfie_age_estimation')?.reasons, ['not_clearly_older']);
  assert.equal(check('id_age_comparison')?.status, 'passed');
  const compared = check('id_selfie_comparison');
  assert.deepEqual([compared?.status, compared?.requirement], ['passed', 'required']);
  assert.ok(Number(compared?.metadata.value) > 0.48);
  assert.equal(row.status, 'approved');
});
