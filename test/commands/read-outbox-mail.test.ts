import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {readOutboxMail} from '../../src/commands/read-outbox-mail.ts';
import type {Context} from '../../src/commands/context.ts';
import {findMail, putMail} from '../../src/storage/outbox-mail.ts';
import {openFlowWorld} from '../server/flow/flow-world.ts';
import type {FlowWorld} from '../server/flow/flow-world.ts';
import {scriptedEngines} from '../server/flow/scripted-engines.ts';

let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(scriptedEngines());
});
after(() => flow.close());

const content = {to: '+4915112345678', subject: '', text: '123456 is your code'};

async function shown(kind: string, ctx: Context = flow.ctx) {
  const {envId, database} = flow;
  const mail = {envId, subjectId: envId, kind, content, now: ctx.now(), channel: 'sms' as const};
  const id = await database.transaction((tx) => putMail(tx, ctx.keyring, mail));
  const row = (await findMail(database.db, envId, id)) ?? assert.fail();
  return readOutboxMail(ctx, row);
}

test('the operator of a sandbox that sends nothing reads the codes', async () => {
  const mail = await shown('confirmation-code');
  assert.deepEqual([mail.channel, mail.to, mail.text], ['sms', content.to, content.text]);
});

test('a code on its way to a real person is shown to nobody', async () => {
  const sms = {send: () => Promise.resolve()};
  const sending = {...flow.ctx, senders: {sms}} as unknown as Context;
  assert.equal((await shown('confirmation-code', sending)).text, null);
  assert.equal((await shown('webhook-disabled', sending)).text, content.text);
});

test('nor in production, whatever is configured', async () => {
  await flow.database.db.updateTable('environment').set({kind: 'production'}).execute();
  const {text, subject} = await shown('one-time-link');
  assert.deepEqual([text, subject], [null, '']);
});
