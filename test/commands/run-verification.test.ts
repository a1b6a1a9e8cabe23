import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {approveInquiry} from '../../src/commands/approve-inquiry.ts';
import {runVerification} from '../../src/commands/run-verification.ts';
import {write} from '../../src/commands/write.ts';
import {EngineError} from '../../src/verification/engine.ts';
import {openFlowWorld, start, submit, upload} from '../server/flow/flow-world.ts';
import type {FlowWorld} from '../server/flow/flow-world.ts';
import {expired, passport, scriptedEngines} from '../server/flow/scripted-engines.ts';

const engines = scriptedEngines();
let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(engines);
});
after(() => flow.close());

const job = (attempt = 1) => ({id: 'job_test', attempt, signal: new AbortController().signal});
const verificationOf = (inquiryId: string) =>
  flow.database.db.selectFrom('verification').selectAll().where('inquiry_id', '=', inquiryId).executeTakeFirstOrThrow();

/** One picture before the engine, which holds still until `release`. */
async function submitted(): Promise<{token: string; inquiryId: string; verificationId: string; release: () => void}> {
  const {token, position} = await start(flow);
  await submit(flow, token, 'consent', {action: 'accept'});
  const id = await upload(flow, token);
  const release = engines.hold();
  await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
  await flow.until(token, ({screen}) => screen.kind === 'processing' && screen.words.length > 0);
  const {id: verificationId} = await verificationOf(position.inquiryId);
  return {token, inquiryId: position.inquiryId, verificationId, release};
}

describe('running a verification', () => {
  it('settles it once, however often the job comes and whatever a later run would say', async () => {
    engines.script(passport(), expired);
    const {token, inquiryId, verificationId, release} = await submitted();
    const second = runVerification(flow.ctx, {envId: flow.envId, verificationId}, job());
    release();
    await second;
    const done = await flow.until(token, ({status}) => status !== 'pending');
    await runVerification(flow.ctx, {envId: flow.envId, verificationId}, job());
    const names = (await flow.eventNames()).filter(
      (name) => name === 'verification.passed' || name === 'verification.failed',
    );
    assert.equal(names.length, 1);
    const {status, version} = await verificationOf(inquiryId);
    assert.equal(version, 2);
    assert.equal(done.status, status === 'passed' ? 'approved' : 'declined');
  });

  it('tells what became of it after its beginning, though the worker’s clock is late', async () => {
    engines.script(passport());
    const {token, release} = await submitted();
    const before = (await flow.eventNames()).length;
    flow.advance(-60_000);
    release();
    await flow.until(token, ({status}) => status !== 'pending');
    const names = (await flow.eventNames()).slice(before);
    flow.advance(60_000);
    assert.deepEqual(names, [
      'document.processed',
      'verification.passed',
      'inquiry.transitioned',
      'inquiry.completed',
      'inquiry.approved',
    ]);
  });

  it('changes nothing of an inquiry that a reviewer decided meanwhile, and says it was canceled', async () => {
    engines.script(expired);
    const {token, inquiryId, release} = await submitted();
    const scope = {envId: flow.envId, actor: {type: 'operator' as const, id: 'user_1'}, requestId: 'req_1'};
    await write(flow.ctx, scope, (w) => approveInquiry(w, {inquiryId}));
    release();
    while ((await verificationOf(inquiryId)).status === 'submitted')
      await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await verificationOf(inquiryId)).status, 'canceled');
    assert.equal((await flow.eventNames()).at(-1), 'verification.canceled');
    assert.equal((await flow.until(token, () => true)).status, 'approved');
  });

  it('leaves the job to the queue while another process may still run it', async () => {
    engines.script(() => new EngineError('stopped', 'shutting down'));
    flow.runs.skipped = -100;
    const {verificationId, release} = await submitted();
    release();
    await assert.rejects(runVerification(flow.ctx, {envId: flow.envId, verificationId}, job(1)), EngineError);
  });

  it('knows nothing of another environment', async () => {
    engines.script(passport());
    const {token, inquiryId, verificationId, release} = await submitted();
    await runVerification(flow.ctx, {envId: flow.otherEnvId, verificationId}, job());
    assert.equal((await verificationOf(inquiryId)).status, 'submitted');
    release();
    // its pictures are still being stored when the files go away otherwise
    await flow.until(token, ({status}) => status === 'approved');
  });
});
