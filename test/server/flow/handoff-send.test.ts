import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Handoff} from '../../../src/protocol/flow.ts';
import {openOutbox} from '../outbox.ts';
import {json, openFlowWorld, start} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {scriptedEngines} from './scripted-engines.ts';

let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(scriptedEngines());
});
after(() => flow.close());

test('a link goes by mail and by text message, once claimed is used up, and to nowhere else', async () => {
  const {token} = await start(flow, {language: 'en'});
  const handoff = (await json(await flow.call('/handoff', {token, json: {}}))) as Handoff;
  assert.deepEqual(handoff.senders, ['email', 'sms']);
  const send = (by: string, to: string) => flow.call('/handoff/send', {token, json: {by, to}});
  assert.equal((await send('email', 'erika@example.org')).status, 204);
  assert.equal((await send('sms', '+49 1511 2345678')).status, 204);
  for (const [by, to] of [
    ['email', 'nobody'],
    ['sms', '+49 900 1234567'],
    ['sms', '0151 12345678'],
  ] as const) {
    assert.equal((await send(by, to)).status, 422, to);
  }
  const outbox = await openOutbox(flow.ctx, flow.envId);
  for (const to of ['erika@example.org', '+4915112345678']) {
    const code = /\/verify\?code=([\w-]+)/.exec(outbox.find((mail) => mail.to === to)?.text ?? '')?.[1];
    assert.ok(code);
    assert.notEqual(code, handoff.code);
    assert.equal((await flow.call('/handoff/claim', {json: {code}})).status, 201);
    assert.equal((await flow.call('/handoff/claim', {json: {code}})).status, 409);
  }
});

test('links are counted with codes, and in production without a sender none is offered', async () => {
  const {token} = await start(flow);
  const send = () => flow.call('/handoff/send', {token, json: {by: 'email', to: 'anna@example.org'}});
  for (let sent = 1; sent <= 6; sent++) assert.equal((await send()).status, 204);
  const refused = await send();
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 3000);
  await flow.database.db.updateTable('environment').set({kind: 'production'}).execute();
  const handoff = (await json(await flow.call('/handoff', {token, json: {}}))) as Handoff;
  assert.deepEqual(handoff.senders, []);
  assert.equal((await send()).status, 422);
});
