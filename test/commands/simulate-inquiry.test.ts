import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {createInquiry} from '../../src/commands/create-inquiry.ts';
import {simulateInquiry} from '../../src/commands/simulate-inquiry.ts';
import {write} from '../../src/commands/write.ts';
import type {Context} from '../../src/commands/context.ts';
import type {SimulateAction} from '../../src/protocol/inquiry.ts';
import {openFlowWorld} from '../server/flow/flow-world.ts';
import type {FlowWorld} from '../server/flow/flow-world.ts';
import {expired, passport, scriptedEngines} from '../server/flow/scripted-engines.ts';

const engines = scriptedEngines();
const jpeg = new Uint8Array(readFileSync(path.resolve(import.meta.dirname, '../../demo/specimens/passport-photo.jpg')));
const shown: string[] = [];
let flow: FlowWorld;
let ctx: Context;
before(async () => {
  flow = await openFlowWorld(engines);
  ctx = {
    ...flow.ctx,
    specimens: (name) => {
      shown.push(name);
      return Promise.resolve([{side: 'front', jpeg}]);
    },
  };
});
after(() => flow.close());

const scope = () => ({envId: flow.envId, actor: {type: 'api-key' as const, id: 'api_1'}, requestId: 'req_1'});

async function make(): Promise<string> {
  const {templateId} = flow;
  const {inquiry} = await write(flow.ctx, scope(), (w) => createInquiry(w, {namedBy: 'server', templateId}));
  return inquiry.id;
}

const simulate = (inquiryId: string, ...types: SimulateAction['type'][]) =>
  simulateInquiry(ctx, scope(), {inquiryId, actions: types.map((type) => ({type}))});

async function statusOf(id: string): Promise<string> {
  const row = await flow.database.db
    .selectFrom('inquiry')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.status;
}

test('actions move the inquiry as a person or reviewer would, and one that stands already changes nothing', async () => {
  const id = await make();
  await simulate(id, 'start_inquiry', 'start_inquiry');
  assert.equal(await statusOf(id), 'pending');
  await simulate(id, 'expire_inquiry', 'expire_inquiry');
  assert.equal(await statusOf(id), 'expired');
  await assert.rejects(simulate(id, 'complete_inquiry'), {code: 'invalid_transition'});
  const other = await make();
  await simulate(
    other,
    'start_inquiry',
    'complete_inquiry',
    'mark_for_review_inquiry',
    'approve_inquiry',
    'complete_inquiry',
  );
  assert.equal(await statusOf(other), 'approved');
  await assert.rejects(simulate(other, 'decline_inquiry'), {code: 'invalid_transition'});
});

test('a passed verification is read by the engine, and the inquiry is decided by it', async () => {
  engines.script(passport());
  const id = await make();
  await simulate(id, 'create_passed_verification', 'complete_inquiry');
  assert.equal(await statusOf(id), 'approved');
  assert.equal(shown.at(-1), 'passport');
});

test('a failed one shows a document that the engine fails', async () => {
  engines.script(expired);
  const id = await make();
  await simulate(id, 'create_failed_verification');
  assert.equal(await statusOf(id), 'declined');
  assert.equal(shown.at(-1), 'passport-expired');
});

test('outside the sandbox nothing is simulated', async () => {
  const id = await make();
  const {db} = flow.database;
  await db.updateTable('environment').set({kind: 'production'}).where('id', '=', flow.envId).execute();
  try {
    await assert.rejects(simulate(id, 'approve_inquiry'), {code: 'forbidden'});
  } finally {
    await db.updateTable('environment').set({kind: 'sandbox'}).where('id', '=', flow.envId).execute();
  }
  assert.equal(await statusOf(id), 'created');
});
