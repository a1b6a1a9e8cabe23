/** The selfie through the flow API, on a real database and with the real engines of faces: what is taken, and every way it is refused. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {applyRetention} from '../../../src/commands/apply-retention.ts';
import {simulateInquiry} from '../../../src/commands/simulate-inquiry.ts';
import {posedFrames} from '../../../src/cli/specimens/posed.ts';
import {kyc, kycWithoutLiveness, selfieReverification} from '../../../src/domain/default-templates.ts';
import {retentionDays} from '../../../src/domain/retention.ts';
import {stepSeconds} from '../../../src/domain/liveness.ts';
import {livenessAnswerSchema} from '../../../src/protocol/flow.ts';
import {positionSchema} from '../../../src/protocol/position.ts';
import type {LivenessAnswer, LivenessStep} from '../../../src/protocol/flow.ts';
import type {Position} from '../../../src/protocol/position.ts';
import type {SelfiePose} from '../../../src/protocol/selfie.ts';
import {installedFaceEngine} from '../../../src/verification/selfie/engine.node.ts';
import {measureFaceFrames} from '../../../src/verification/selfie/face-frames.node.ts';
import {judgeSelfie} from '../../../src/verification/selfie/selfie.node.ts';
import type {EnginePool} from '../../../src/verification/engine.ts';
import {personBytes} from '../../verification/face/picture.ts';
import {nearer, withEyesShut} from '../../verification/liveness/people.ts';
import {json, openFlowWorld, positionAt, start, submit, upload} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {passport, scriptedEngines} from './scripted-engines.ts';

/** What the engine of documents says: the selfie comes later. */
const noSelfieYet = {
  ...{name: 'id_selfie_comparison', status: 'not_applicable', requirement: 'not_required', reasons: ['no_selfie']},
  metadata: {},
} as const;

const dayMs = 24 * 3600 * 1000;

let flow: FlowWorld;
let templates: Record<'kyc' | 'still' | 'again', string>;
before(async () => {
  const document = scriptedEngines();
  const jpeg = Buffer.from(await personBytes('passport-mei-photo'));
  // the picture that people see of the document is the one the face is looked for on
  document.script(({evidence}) => {
    const read = passport()({evidence, chosen: {}, config: {}, today: '2026-11-23', sandbox: true});
    if (!('displayImages' in read)) throw new Error('a passport was read');
    return {
      ...read,
      checks: [...read.checks, noSelfieYet],
      displayImages: read.displayImages.map((image) => ({...image, jpeg, card: {...image, jpeg}})),
    } as never;
  });
  const engines: EnginePool = {
    ...document,
    run: (async (kind: string, input: never, options: never) => {
      if (kind === 'face-frames') return measureFaceFrames(input);
      if (kind === 'selfie') return judgeSelfie(input);
      return document.run('government-id', input, options);
    }) as EnginePool['run'],
  };
  flow = await openFlowWorld(engines);
  await installedFaceEngine();
  templates = {
    kyc: await flow.addTemplate(kyc),
    still: await flow.addTemplate(kycWithoutLiveness),
    again: await flow.addTemplate(selfieReverification),
  };
});
after(() => flow.close());

interface Before {
  token: string;
  inquiryId: string;
  position: Position;
}

/** Consent given, the document read, the camera open. */
async function atCamera(templateId = templates.again): Promise<Before> {
  const {token, position} = await start(flow, {templateId});
  await submit(flow, token, 'consent', {action: 'accept'});
  if (templateId !== templates.again) {
    await submit(flow, token, 'document', {action: 'choose', type: 'pp'});
    const evidence = [{side: 'front' as const, id: await upload(flow, token)}];
    await submit(flow, token, 'document', {action: 'submit', evidence});
    await flow.until(token, ({step}) => step === 'selfie');
  }
  const begun = await submit(flow, token, 'selfie', {action: 'begin', mode: 'poses'});
  return {token, inquiryId: position.inquiryId, position: begun};
}

function challengeOf({screen}: Position) {
  assert.ok(screen.kind === 'selfie' && screen.challenge, `stands at ${screen.kind}`);
  return screen.challenge;
}

type Challenge = ReturnType<typeof challengeOf>;

function bodyOf({nonce}: Pick<Challenge, 'nonce'>, jpegs: readonly Uint8Array[]): LivenessStep {
  const frames = jpegs.map((jpeg, i) => ({at: i * 120, jpeg: Buffer.from(jpeg).toString('base64')}));
  return {nonce, capture: 'camera_auto', frames};
}

const send = (token: string, {id, step}: Pick<Challenge, 'id' | 'step'>, body: LivenessStep) =>
  flow.call(`/liveness/${id}/steps/${step}`, {token, json: body});

async function answer(token: string, challenge: Challenge, jpegs: readonly Uint8Array[]): Promise<LivenessAnswer> {
  flow.advance(1500);
  return livenessAnswerSchema.parse(await json(await send(token, challenge, bodyOf(challenge, jpegs))));
}

/** Answers until the session is over; `who` may change on the way. Gives back what was sent. */
async function turnHead({token, position}: Before, who: (step: number, pose: SelfiePose) => string = () => 'mei') {
  const sent: {challenge: Challenge; jpegs: Uint8Array[]}[] = [];
  let at = position;
  while (at.screen.kind === 'selfie' && at.screen.challenge) {
    const challenge = challengeOf(at);
    const jpegs = await posedFrames(who(challenge.step, challenge.pose), challenge.pose);
    sent.push({challenge, jpegs});
    const {accepted, position: next} = await answer(token, challenge, jpegs);
    assert.ok(accepted, `${challenge.pose} was taken`);
    at = next;
  }
  return sent;
}

async function verificationOf(inquiryId: string, kind: 'selfie' | 'government-id' = 'selfie') {
  const row = await flow.database.db
    .selectFrom('verification')
    .selectAll()
    .where('inquiry_id', '=', inquiryId)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  const check = (name: string) => {
    const found = row.checks.find((each) => each.name === name);
    assert.ok(found, name);
    return [found.status, ...found.reasons];
  };
  return {row, check};
}

const settled = ({screen}: Position) => screen.kind !== 'processing';

test('a document and the head of its holder: approved, by every check that was asked', async () => {
  const begun = await atCamera(templates.kyc);
  const frames = await turnHead(begun);
  const {screen} = await flow.until(begun.token, settled);
  const {row, check} = await verificationOf(begun.inquiryId);
  assert.equal(row.status, 'passed', JSON.stringify(row.checks.filter(({status}) => status === 'failed')));
  assert.equal(screen.kind, 'success');
  assert.deepEqual(check('selfie_liveness_detection'), ['passed']);
  assert.deepEqual(check('selfie_id_comparison'), ['passed']);
  const document = await verificationOf(begun.inquiryId, 'government-id');
  assert.deepEqual(document.check('id_selfie_comparison'), ['passed'], 'the document is told');
  const {value = 0, threshold = 1} = document.row.checks.find(({name}) => name === noSelfieYet.name)?.metadata ?? {};
  assert.ok(value >= threshold, `${value} of ${threshold}`);

  await tellsNobody(
    begun.inquiryId,
    frames.flatMap(({jpegs}) => jpegs),
  );
  await replayIsRefused(frames);
  await isForgotten(begun.inquiryId);
});

/** Events and what webhooks get of them hold no frame and no vector; where frames are kept, they are sealed. */
async function tellsNobody(inquiryId: string, jpegs: readonly Uint8Array[]): Promise<void> {
  const {db} = flow.database;
  const events = await db.selectFrom('event').selectAll().where('subject_id', '=', inquiryId).execute();
  const names = events.map(({name}) => name);
  assert.ok(names.includes('verification.passed') && names.includes('inquiry.approved'), names.join());
  for (const {id, name, payload} of events) {
    const key = {envId: flow.envId, subjectId: inquiryId, context: `event:${id}`};
    const said = (await flow.keyring.open(db, key, payload)).toString('utf8');
    assert.doesNotMatch(said, /embedding|"points"|"landmarks"/, name);
    for (const jpeg of jpegs) assert.ok(!said.includes(Buffer.from(jpeg).toString('base64').slice(0, 120)), name);
  }
  const {row} = await verificationOf(inquiryId);
  const told = JSON.stringify([row.result, row.checks]);
  assert.doesNotMatch(told, /embedding|"points"|base64/);
  for (const jpeg of jpegs) assert.ok(!told.includes(Buffer.from(jpeg).toString('base64').slice(0, 200)));
  const face = await db.selectFrom('face_template').selectAll().where('inquiry_id', '=', inquiryId).executeTakeFirst();
  // 512 numbers and a seal around them
  assert.ok(face && Buffer.from(face.sealed).length > 512);
}

/** Everything a recorded session sent, in another inquiry whose poses happen to be the same: the pictures are known. */
async function replayIsRefused(frames: readonly {challenge: Challenge; jpegs: Uint8Array[]}[]): Promise<void> {
  const {token, position} = await atCamera();
  const challenge = challengeOf(position);
  const recorded = frames.find((one) => one.challenge.pose === challenge.pose);
  assert.ok(recorded);
  const again = await answer(token, challenge, recorded.jpegs);
  assert.deepEqual([again.accepted, again.hint], [false, 'frozen']);
}

/** When the time that the consent names is over, nothing of a face is left: no vector, no frame that opens, no sealed object on the disk. */
async function isForgotten(inquiryId: string): Promise<void> {
  const {db} = flow.database;
  const files = await db.selectFrom('evidence').select('file_id').where('inquiry_id', '=', inquiryId).execute();
  const ids = files.map(({file_id: id}) => id);
  assert.ok(ids.length > 5 && objectsOf(ids).length === ids.length, 'the search finds what is there');
  const days = retentionDays(kyc);
  assert.ok(days);
  flow.advance((days - 1) * dayMs);
  await applyRetention(flow.ctx);
  assert.equal(objectsOf(ids).length, ids.length, 'not a day before');
  flow.advance(2 * dayMs);
  assert.ok((await applyRetention(flow.ctx)) >= 1);
  const faces = await db.selectFrom('face_template').select('inquiry_id').where('inquiry_id', '=', inquiryId).execute();
  assert.deepEqual(faces, []);
  for (const id of ids)
    await assert.rejects(flow.ctx.files.readAll(db, {envId: flow.envId, id}), `the picture ${id} is gone`);
  await flow.files.sweep(new Date(flow.ctx.now().getTime() + 2 * dayMs));
  assert.deepEqual(objectsOf(ids), []);
}

function objectsOf(ids: readonly string[]): string[] {
  const names = fs.readdirSync(path.join(flow.dataDir, 'files'), {recursive: true}).map(String);
  return names.filter((name) => ids.some((id) => path.basename(name).startsWith(`${id}.`)));
}

test('somebody else with the document: not a match, and after three attempts declined', async () => {
  const begun = await atCamera(templates.kyc);
  await turnHead(begun, () => 'kenji');
  const {screen} = await flow.until(begun.token, settled);
  assert.ok(screen.kind === 'selfie' && screen.problems.includes('no_match') && screen.attempt === 2);
  const {check} = await verificationOf(begun.inquiryId);
  assert.deepEqual(check('selfie_id_comparison'), ['failed', 'no_match']);
  assert.deepEqual(check('selfie_liveness_detection'), ['passed']);
});

test('another person who comes in midway is noticed', async () => {
  const begun = await atCamera(templates.kyc);
  await turnHead(begun, (step) => (step < 2 ? 'mei' : 'kenji'));
  await flow.until(begun.token, settled);
  const {check} = await verificationOf(begun.inquiryId);
  assert.deepEqual(check('selfie_liveness_detection'), ['failed', 'person_changed']);
});

/** One look, and from there nearer or with the eyes shut. */
async function withoutTurning(pose: SelfiePose): Promise<Uint8Array[]> {
  const jpegs = await posedFrames('mei', 'center');
  const [first, second] = jpegs;
  assert.ok(first && second);
  if (pose === 'center') return jpegs;
  return [first, await (pose === 'closer' ? nearer : withEyesShut)(second)];
}

test('who cannot turn their head comes nearer and shuts their eyes, and a person looks at it', async () => {
  const {token, inquiryId} = await atCamera(templates.kyc);
  let at = await submit(flow, token, 'selfie', {action: 'begin', mode: 'alternative'});
  const poses: SelfiePose[] = [];
  while (at.screen.kind === 'selfie' && at.screen.challenge) {
    const challenge = challengeOf(at);
    poses.push(challenge.pose);
    if (challenge.pose !== 'center') {
      const {accepted, hint} = await answer(token, challenge, (await posedFrames('mei', 'center')).slice(0, 2));
      assert.deepEqual([accepted, hint], [false, challenge.pose === 'closer' ? 'come_closer' : 'close_eyes']);
    }
    const {accepted, hint, position} = await answer(token, challenge, await withoutTurning(challenge.pose));
    assert.ok(accepted, `${challenge.pose}: ${hint ?? ''}`);
    at = position;
  }
  assert.deepEqual(poses.toSorted(), ['center', 'center', 'closer', 'eyes_closed']);
  await flow.until(token, settled);
  const {check} = await verificationOf(inquiryId);
  assert.deepEqual(check('selfie_liveness_detection'), ['not_applicable', 'depth_not_measured']);
  assert.deepEqual(check('selfie_id_comparison'), ['passed']);
  const {status} = await flow.database.db
    .selectFrom('inquiry')
    .select('status')
    .where('id', '=', inquiryId)
    .executeTakeFirstOrThrow();
  assert.equal(status, 'needs_review');
});

test('refuses frames of another session, another step, another nonce, and a second answer', async () => {
  const first = await atCamera();
  const other = await atCamera();
  const challenge = challengeOf(first.position);
  const jpegs = await posedFrames('mei', 'center');
  const refused = async (changes: Partial<Challenge>, expected: RegExp) => {
    flow.advance(1500);
    const response = await send(first.token, {...challenge, ...changes}, bodyOf({...challenge, ...changes}, jpegs));
    assert.equal(response.status, 409);
    assert.match(await response.text(), expected);
  };
  await refused({id: challengeOf(other.position).id}, /belong to no session/);
  await refused({step: 1}, /was not asked for/);
  await refused({nonce: challengeOf(other.position).nonce}, /nonce is not the one/);
  await refused({nonce: 'x'.repeat(22)}, /nonce is not the one/);

  const taken = await answer(first.token, challenge, jpegs);
  assert.equal(taken.accepted, true);
  const again = await answer(first.token, challenge, jpegs);
  assert.equal(again.accepted, true, 'the same frames once more change nothing');
  assert.equal(challengeOf(again.position).step, 1);
  flow.advance(1500);
  const doubled = await send(first.token, challenge, bodyOf(challenge, await posedFrames('mei', 'center')));
  assert.equal(doubled.status, 409);
  // the nonce of the first step is stale in the second
  flow.advance(1500);
  const stale = await send(first.token, {...challenge, step: 1}, bodyOf(challenge, await posedFrames('mei', 'left')));
  assert.equal(stale.status, 409);
});

test('frames that come too late end the session, and the next one is another', async () => {
  const {token, position} = await atCamera();
  const challenge = challengeOf(position);
  flow.advance(stepSeconds * 1000);
  const late = await answer(token, challenge, await posedFrames('mei', 'center'));
  assert.deepEqual([late.accepted, late.hint], [false, 'too_slow']);
  const begun = await submit(flow, token, 'selfie', {action: 'begin', mode: 'poses'});
  assert.notEqual(challengeOf(begun).nonce, challenge.nonce);
  assert.notEqual(challengeOf(begun).id, challenge.id);
});

test('refuses one picture twice, a picture of the wrong pose, and pictures out of order', async () => {
  const {token, position} = await atCamera();
  const challenge = challengeOf(position);
  const [jpeg, ...more] = await posedFrames('mei', 'center');
  assert.ok(jpeg);
  assert.equal((await answer(token, challenge, [jpeg, jpeg])).hint, 'frozen');
  assert.equal((await answer(token, challenge, await posedFrames('mei', 'left'))).hint, 'look_straight');
  const body = bodyOf(challenge, more);
  const response = await send(token, challenge, {...body, frames: body.frames.toReversed()});
  assert.equal(response.status, 400);
  const {screen} = positionSchema.parse(await json(await flow.call('/position', {token})));
  assert.ok(screen.kind === 'selfie' && screen.challenge?.step === 0);
});

test('the consent names biometrics and stands before anything of the camera', async () => {
  const {token, position} = await start(flow, {templateId: templates.again});
  assert.ok(position.screen.kind === 'consent' && position.screen.collects.includes('face'));
  await flow.call('/steps/selfie', {token, json: {action: 'begin', mode: 'poses'}});
  assert.equal((await positionAt(flow.call, token)).step, 'consent');
  await submit(flow, token, 'consent', {action: 'accept'});
  const {db} = flow.database;
  const given = await db
    .selectFrom('event')
    .select('name')
    .where('subject_id', '=', position.inquiryId)
    .where('name', '=', 'inquiry.biometric-consent-given')
    .execute();
  assert.equal(given.length, 1);
});

test('the sandbox simulates a selfie through the real engine: passed, somebody else, two who take turns', async () => {
  const jpeg = await personBytes('passport-mei-photo');
  const ctx = {...flow.ctx, posedFrames, specimens: () => Promise.resolve([{side: 'front' as const, jpeg}])};
  const scope = {envId: flow.envId, actor: {type: 'api-key' as const, id: 'api_1'}, requestId: 'req_1'};
  const simulate = async (templateId: string, ...actions: Parameters<typeof simulateInquiry>[2]['actions']) => {
    const {inquiry} = await flow.createInquiry({templateId});
    await simulateInquiry(ctx, scope, {
      inquiryId: inquiry.id,
      actions: [{type: 'create_passed_verification'}, ...actions],
    });
    const {status} = await flow.database.db
      .selectFrom('inquiry')
      .select('status')
      .where('id', '=', inquiry.id)
      .executeTakeFirstOrThrow();
    return {status, ...(await verificationOf(inquiry.id))};
  };
  const passed = await simulate(templates.kyc, {type: 'create_passed_verification'});
  assert.deepEqual([passed.status, passed.row.status], ['approved', 'passed']);
  const still = await simulate(templates.still, {type: 'create_failed_verification'});
  assert.deepEqual([still.status, still.row.status], ['declined', 'failed']);
  assert.deepEqual(still.check('selfie_liveness_detection'), ['not_applicable', 'liveness_not_asked']);
  const data = {selfie: 'swapped_person' as const};
  const swapped = await simulate(templates.kyc, {type: 'create_failed_verification', data});
  assert.deepEqual(swapped.check('selfie_liveness_detection'), ['failed', 'person_changed']);
  assert.equal(swapped.status, 'declined');
});
