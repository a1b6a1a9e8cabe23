import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {EngineError} from '../../../src/verification/engine.ts';
import {documentGraph} from '../../domain/flow-graph.ts';
import {openFlowWorld, start, submit, upload} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {cat, check, expired, failedCheck, passport, scriptedEngines} from './scripted-engines.ts';
import {findFileUse} from '../../../src/storage/file-use.ts';

const engines = scriptedEngines();
let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(engines);
});
beforeEach(() => {
  flow.runs.skipped = 0;
});
after(() => flow.close());

/** Consent and choice made, one front sent. */
async function sendFront(): Promise<{token: string; inquiryId: string}> {
  const {token, position} = await start(flow);
  await submit(flow, token, 'consent', {action: 'accept'});
  await submit(flow, token, 'document', {action: 'choose'});
  await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id: await upload(flow, token)}]});
  return {token, inquiryId: position.inquiryId};
}

async function again(token: string): Promise<void> {
  const id = await upload(flow, token);
  await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
}

const verifications = (inquiryId: string) =>
  flow.database.db
    .selectFrom('verification')
    .selectAll()
    .where('inquiry_id', '=', inquiryId)
    .orderBy('created_at')
    .execute();

describe('a document in the flow', () => {
  it('goes from consent over the picture to an approved inquiry with the fields that were read', async () => {
    engines.script(passport());
    const {token, position} = await start(flow);
    assert.deepEqual(position.screen, {
      kind: 'consent',
      requester: 'Harbour Books',
      retentionDays: 90,
      collects: ['document'],
    });

    const document = await submit(flow, token, 'consent', {action: 'accept'});
    assert.ok(document.screen.kind === 'document' && !document.screen.asks);
    assert.deepEqual(document.screen.sides, [{side: 'front', state: 'wanted'}]);
    const chosen = await submit(flow, token, 'document', {action: 'choose', country: 'DE', type: 'pp'});
    assert.deepEqual(chosen.screen.kind === 'document' && chosen.screen.sides, [{side: 'front', state: 'wanted'}]);

    const id = await upload(flow, token);
    const release = engines.hold();
    const sent = await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
    assert.deepEqual([sent.screen.kind, sent.status], ['processing', 'pending']);
    await flow.until(token, ({screen}) => screen.kind === 'processing' && screen.words.includes('reading_text'));
    release();

    const done = await flow.until(token, ({status}) => status === 'approved');
    assert.deepEqual(done.screen, {kind: 'success', review: false});
    assert.deepEqual(done.fields?.['name-first'], {type: 'string', value: 'ANNA MARIA'});
    assert.deepEqual(done.fields?.['selected-country-code'], {type: 'string', value: 'DE'});
    assert.ok(done.version > sent.version);

    const input = engines.inputs.at(-1);
    assert.deepEqual(input?.chosen, {country: 'DE', type: 'pp'});
    assert.equal(input.today, '2026-03-01');
    assert.deepEqual(
      await flow.eventNames(),
      [
        'inquiry.created',
        'inquiry.transitioned',
        'inquiry.started',
        'verification.created',
        'document.submitted',
        'verification.submitted',
        'document.processed',
        'verification.passed',
        'inquiry.transitioned',
        'inquiry.completed',
        'inquiry.approved',
      ].toSpliced(1, 0, 'inquiry-session.started'),
    );
    const [verification] = await verifications(position.inquiryId);
    assert.equal(verification?.status, 'passed');
    const file = await flow.database.db
      .selectFrom('document')
      .selectAll()
      .where('id', '=', verification.document_id)
      .executeTakeFirstOrThrow();
    const [page] = file.pages;
    assert.deepEqual([page?.card?.foundBy, page?.card?.corners.length], ['outline', 4]);
    // The whole picture and the card cut from it are two files.
    for (const id of [page?.displayFileId ?? '', page?.card?.fileId ?? '']) {
      const bytes = await flow.files.readAll(flow.database.db, {envId: flow.envId, id});
      assert.equal(bytes.subarray(0, 2).toString('hex'), 'ffd8');
      assert.equal(await findFileUse(flow.database.db, flow.envId, id), 'display');
    }
    assert.notEqual(page?.displayFileId, page?.card?.fileId);
  });

  it('declines an expired passport at once, with the check that says so', async () => {
    engines.script(expired);
    const {token, inquiryId} = await sendFront();
    const done = await flow.until(token, ({status}) => status === 'declined');
    assert.deepEqual(done.screen, {kind: 'failed', problems: ['expired'], canRestart: true});
    const [verification, ...others] = await verifications(inquiryId);
    assert.equal(others.length, 0);
    assert.equal(verification?.status, 'failed');
    assert.deepEqual(
      verification.checks.filter(({status}) => status === 'failed').map(({name}) => name),
      ['id_expired_detection'],
    );
  });

  it('sends it to a reviewer where the template says so', async () => {
    engines.script(expired);
    const templateId = await flow.addTemplate({...documentGraph(), decision: {failedCheck: 'needs_review'}});
    const {token} = await start(flow, {templateId});
    await submit(flow, token, 'consent', {action: 'accept'});
    await again(token);
    const done = await flow.until(token, ({status}) => status === 'needs_review');
    assert.deepEqual(done.screen, {kind: 'success', review: true});
  });

  it('lets the person try again with a picture of a cat, and fails after the last attempt', async () => {
    engines.script(cat);
    const {token, inquiryId} = await sendFront();
    for (const attempt of [2, 3]) {
      const retry = await flow.until(token, ({screen}) => screen.kind === 'document');
      assert.ok(retry.screen.kind === 'document');
      assert.deepEqual(
        [retry.screen.attempt, retry.screen.attemptsLeft, retry.screen.problems],
        [attempt, 3 - attempt, ['no_document']],
      );
      await again(token);
    }
    const done = await flow.until(token, ({status}) => status === 'failed');
    assert.deepEqual(done.screen, {kind: 'failed', problems: ['no_document'], canRestart: true});
    assert.deepEqual(
      (await verifications(inquiryId)).map(({status, attempt}) => [status, attempt]),
      [
        ['requires_retry', 1],
        ['requires_retry', 2],
        ['failed', 3],
      ],
    );
  });

  it('asks for the back of a licence it recognised, and judges both sides together', async () => {
    engines.script(
      passport({documentType: 'dl', countryCode: 'US', missingSide: 'back'}),
      passport({documentType: 'dl', countryCode: 'US'}),
    );
    const {token, inquiryId} = await sendFront();
    const half = await flow.until(token, ({screen}) => screen.kind === 'document');
    assert.ok(half.screen.kind === 'document');
    assert.deepEqual(half.screen.sides, [
      {side: 'front', state: 'received'},
      {side: 'back', state: 'wanted'},
    ]);
    assert.deepEqual([half.screen.type, half.screen.country, half.screen.attempt], ['dl', 'US', 1]);
    const back = await upload(flow, token, 'back');
    await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'back', id: back}]});
    await flow.until(token, ({status}) => status === 'approved');
    assert.deepEqual(
      engines.inputs.at(-1)?.evidence.map(({side}) => side),
      ['front', 'back'],
    );
    assert.equal((await verifications(inquiryId)).length, 1);
  });

  it('calls a picture damaged that stops the engine twice, and goes on', async () => {
    const crash = () => new EngineError('crashed', 'SIGKILL');
    engines.script(crash, crash, passport());
    const {token} = await sendFront();
    const retry = await flow.until(token, ({screen}) => screen.kind === 'document');
    assert.deepEqual(retry.screen.kind === 'document' && retry.screen.problems, ['file_damaged']);
    assert.ok((await flow.eventNames()).includes('document.errored'));
    await again(token);
    await flow.until(token, ({status}) => status === 'approved');
  });

  it('spends no attempt while the engine cannot run, and answers the person all the same', async () => {
    engines.script(() => new EngineError('queue_full', 'busy'));
    flow.runs.skipped = 4;
    const {token} = await sendFront();
    const retry = await flow.until(token, ({screen}) => screen.kind === 'document');
    assert.ok(retry.screen.kind === 'document');
    assert.deepEqual([retry.screen.attempt, retry.screen.problems], [1, ['engine_unavailable']]);
    engines.script(passport());
    await again(token);
    await flow.until(token, ({status}) => status === 'approved');
  });

  it('answers also when something nobody foresaw breaks every run', async () => {
    engines.script(() => new Error('a defect'));
    flow.runs.skipped = 4;
    const {token} = await sendFront();
    const retry = await flow.until(token, ({screen}) => screen.kind === 'document');
    assert.deepEqual(retry.screen.kind === 'document' && retry.screen.problems, ['engine_unavailable']);
  });

  it('makes one verification of two presses at once, and shows both where it stands', async () => {
    engines.script(passport());
    const {token, position} = await start(flow);
    await submit(flow, token, 'consent', {action: 'accept'});
    const id = await upload(flow, token);
    const release = engines.hold();
    const press = () => submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
    const positions = await Promise.all([press(), press(), submit(flow, token, 'consent', {action: 'accept'})]);
    assert.ok(positions.every(({step}) => step === 'document'));
    assert.deepEqual(
      positions.slice(0, 2).map(({screen}) => screen.kind),
      ['processing', 'processing'],
    );
    release();
    await flow.until(token, ({status}) => status === 'approved');
    assert.equal((await verifications(position.inquiryId)).length, 1);
  });

  it('says the useful thing first, also from a check that only informs', async () => {
    engines.script(
      passport({
        checks: [
          failedCheck('id_mrz_detection', 'mrz_not_found'),
          check('id_glare_detection', {status: 'failed', requirement: 'not_required', reasons: ['too_much_glare']}),
        ],
      }),
    );
    const {token} = await sendFront();
    const retry = await flow.until(token, ({screen}) => screen.kind === 'document');
    assert.deepEqual(retry.screen.kind === 'document' && retry.screen.problems, ['glare', 'mrz_not_found']);
  });
});
