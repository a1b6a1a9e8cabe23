import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Check} from '../../../src/protocol/check.ts';
import {openEnginePool} from '../../../src/verification/pool.node.ts';
import type {EnginePool} from '../../../src/verification/engine.ts';
import {openFlowWorld, start, submit, upload} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';

/** The real engine in its own process, on pictures of specimens. */
let engines: EnginePool;
let flow: FlowWorld;
const root = path.resolve(import.meta.dirname, '../../..');

before(async () => {
  engines = openEnginePool({
    processes: 1,
    entry: new URL('../../../src/engine.ts', import.meta.url),
    models: path.join(root, 'models'),
  });
  flow = await openFlowWorld(engines);
  // specimens are made relative to the real day
  flow.ctx.now = () => new Date();
  await engines.ready();
});
after(async () => {
  await flow.close();
  await engines.stop();
});

async function send(
  token: string,
  side: 'front' | 'back',
  name: string,
): Promise<{side: 'front' | 'back'; id: string}> {
  const bytes = Buffer.from(await readFile(path.join(root, 'demo/specimens', name)));
  return {side, id: await upload(flow, token, side, bytes)};
}

async function begin(): Promise<{token: string; inquiryId: string}> {
  const {token, position} = await start(flow);
  await submit(flow, token, 'consent', {action: 'accept'});
  return {token, inquiryId: position.inquiryId};
}

async function failedChecks(inquiryId: string): Promise<string[]> {
  const rows = await flow.database.db
    .selectFrom('verification')
    .select('checks')
    .where('inquiry_id', '=', inquiryId)
    .execute();
  const checks: Check[] = rows.flatMap((row) => row.checks);
  return checks
    .filter(({status, requirement}) => status === 'failed' && requirement === 'required')
    .map(({name}) => name);
}

describe('specimens through the flow and the real engine', () => {
  it('approves a passport and keeps what its machine-readable zone says', async () => {
    const {token} = await begin();
    const front = await send(token, 'front', 'passport-photo.jpg');
    await submit(flow, token, 'document', {action: 'submit', evidence: [front]});
    const done = await flow.until(token, ({screen}) => screen.kind !== 'processing');
    assert.equal(done.status, 'approved', JSON.stringify(done.screen));
    assert.match(String(done.fields?.birthdate?.value), /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(done.fields?.['name-last']?.value);
  });

  it('declines an expired passport by that check alone', async () => {
    const {token, inquiryId} = await begin();
    const front = await send(token, 'front', 'passport-expired-photo.jpg');
    await submit(flow, token, 'document', {action: 'submit', evidence: [front]});
    const done = await flow.until(token, ({screen}) => screen.kind !== 'processing');
    assert.equal(done.status, 'declined', JSON.stringify(done.screen));
    assert.deepEqual(await failedChecks(inquiryId), ['id_expired_detection']);
  });

  it('asks for the back of a licence, and approves both sides', async () => {
    const {token} = await begin();
    const front = await send(token, 'front', 'licence-front-photo.jpg');
    await submit(flow, token, 'document', {action: 'submit', evidence: [front]});
    const half = await flow.until(token, ({screen}) => screen.kind !== 'processing');
    assert.ok(half.screen.kind === 'document', JSON.stringify(half));
    assert.deepEqual(
      half.screen.sides.map(({side, state}) => [side, state]),
      [
        ['front', 'received'],
        ['back', 'wanted'],
      ],
    );
    const back = await send(token, 'back', 'licence-back-photo.jpg');
    await submit(flow, token, 'document', {action: 'submit', evidence: [back]});
    const done = await flow.until(token, ({screen}) => screen.kind !== 'processing');
    assert.equal(done.status, 'approved', JSON.stringify(done.screen));
  });

  it('offers another try for a cat, and fails after the last', async () => {
    const {token} = await begin();
    for (const left of [1, 0, undefined]) {
      const front = await send(token, 'front', 'cat.jpg');
      await submit(flow, token, 'document', {action: 'submit', evidence: [front]});
      const next = await flow.until(token, ({screen}) => screen.kind !== 'processing');
      if (left === undefined) assert.equal(next.status, 'failed');
      else assert.equal(next.screen.kind === 'document' && next.screen.attemptsLeft, left, JSON.stringify(next.screen));
      assert.deepEqual('problems' in next.screen && next.screen.problems, ['no_document']);
    }
  });
});
