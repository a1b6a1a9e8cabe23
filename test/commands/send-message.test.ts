import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Context} from '../../src/commands/context.ts';
import {deliverMessage} from '../../src/commands/send-message.ts';
import {jobSettings} from '../../src/jobs/job-settings.ts';
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

/** A hook that refuses so many times; `taken` are the ids it was given. */
function hook(refusals: number): {ctx: Context; taken: string[]} {
  const taken: string[] = [];
  const send = (_message: unknown, id: string) => {
    taken.push(id);
    return taken.length <= refusals ? Promise.reject(new Error(`no way to ${content.to}`)) : Promise.resolve();
  };
  return {ctx: {...flow.ctx, senders: {sms: {send}}} as unknown as Context, taken};
}

async function write(expiresAt?: Date): Promise<string> {
  const {envId, database, ctx} = flow;
  const mail = {envId, subjectId: envId, kind: 'confirmation-code', content, now: ctx.now(), channel: 'sms' as const};
  return database.transaction((tx) => putMail(tx, ctx.keyring, {...mail, ...(expiresAt && {expiresAt})}));
}

const attempt = (ctx: Context, messageId: string, number: number) =>
  deliverMessage(ctx, {envId: flow.envId, messageId}, {attempt: number} as Parameters<typeof deliverMessage>[2]);
const row = async (id: string) => (await findMail(flow.database.db, flow.envId, id)) ?? assert.fail();

test('a hook that was down gets the same message under the same id until it takes it, and never again', async () => {
  const id = await write();
  const {ctx, taken} = hook(2);
  for (const number of [1, 2])
    await assert.rejects(attempt(ctx, id, number), (error: Error) => {
      assert.doesNotMatch(error.message, /4915/);
      return true;
    });
  await attempt(ctx, id, 3);
  await attempt(ctx, id, 4);
  assert.deepEqual(taken, [id, id, id]);
  assert.ok((await row(id)).sent_at);
});

test('after the last try it is given up, with a reason and without its words', async () => {
  const id = await write();
  const {ctx} = hook(Infinity);
  const last = jobSettings['send-message'].retryLimit + 1;
  await assert.rejects(attempt(ctx, id, last - 1));
  await attempt(ctx, id, last);
  const {sent_at, failed_at, last_error} = await row(id);
  assert.deepEqual([sent_at, Boolean(failed_at), last_error], [null, true, 'not_taken']);
});

test('a code that has run out meanwhile is not sent', async () => {
  const id = await write(new Date(flow.now().getTime() + 1000));
  const {ctx, taken} = hook(0);
  flow.advance(2000);
  await attempt(ctx, id, 1);
  assert.deepEqual([taken, (await row(id)).last_error], [[], 'expired']);
});
