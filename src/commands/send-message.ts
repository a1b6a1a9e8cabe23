/**
 * Mails and text messages: written as sealed rows in the transaction that wants them, and handed to a sender by a job afterwards. Where
 * no sender is configured they stay in the outbox, which operators of a sandbox and tests read; in production they are not written.
 */
import {messageIsLate} from '../domain/message.ts';
import type {JobHandler} from '../jobs/queue.ts';
import {jobSettings} from '../jobs/job-settings.ts';
import type {Channel} from '../protocol/contact.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {findEnvironment} from '../storage/environment.ts';
import {emptyMail, findMail, markMailFailed, markMailSent, openMail, putMail} from '../storage/outbox-mail.ts';
import type {MailContent} from '../storage/outbox-mail.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {write} from './write.ts';
import type {Scope, Write} from './write.ts';

/** `outbox`: nothing leaves the machine, and whoever may look into the sandbox's outbox finds it there. */
export type SenderState = 'configured' | 'outbox' | 'none';

export async function senderState(w: Pick<Write, 'ctx' | 'tx' | 'envId'>, channel: Channel): Promise<SenderState> {
  if (w.ctx.senders?.[channel]) return 'configured';
  const environment = await findEnvironment(w.tx, w.envId);
  return environment?.kind === 'sandbox' ? 'outbox' : 'none';
}

export interface Message {
  channel: Channel;
  /** Whose key seals it: the inquiry, the verification or the environment. */
  subjectId: string;
  /** What it is for, e.g. `confirmation-code`. */
  kind: string;
  content: MailContent;
  /** When it is of no more use. */
  expiresAt?: Date;
}

export async function sendMessage(w: Write, message: Message): Promise<void> {
  const id = await putMail(w.tx, w.ctx.keyring, {...message, envId: w.envId, now: w.now});
  if (w.ctx.senders?.[message.channel]) await w.enqueue('send-message', {envId: w.envId, messageId: id});
}

/** The job `send-message`. At least once: a sender gets the same id over retries, so that a message taken twice shows once. */
export async function deliverMessage(
  ctx: Context,
  ...[data, job]: Parameters<JobHandler<'send-message'>>
): Promise<void> {
  const row = await findMail(ctx.database.db, data.envId, data.messageId);
  if (!row || row.sent_at || row.failed_at) return;
  if (messageIsLate(row, ctx.now())) return settle(ctx, row, {error: 'expired'});
  const content = await openContent(ctx, row);
  if (!content) return settle(ctx, row, {error: 'redacted'});
  try {
    await handOver(ctx, row, content);
  } catch (error) {
    if (job.attempt <= jobSettings['send-message'].retryLimit) throw withoutContent(error);
    return settle(ctx, row, {error: 'not_taken', content});
  }
  await settle(ctx, row, {content});
}

async function handOver({senders}: Context, row: Row<'outbox_mail'>, content: MailContent): Promise<void> {
  // a sender that was there when the message was written and is configured no more: the queue tries again, then gives up
  const sender = senders?.[row.channel];
  if (!sender) throw new Error(`No sender for ${row.channel}`);
  if ('close' in sender) await sender.send(content, `<${row.id}@countersign>`);
  else await sender.send(content, row.id);
}

async function openContent(ctx: Context, row: Row<'outbox_mail'>): Promise<MailContent | undefined> {
  try {
    return await openMail(ctx.database.db, ctx.keyring, row);
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'gone') return undefined;
    throw error;
  }
}

/** Sent, or given up with a short code; either way nobody needs its words any more. */
async function settle(
  ctx: Context,
  row: Row<'outbox_mail'>,
  {error, content}: {error?: string; content?: MailContent},
): Promise<void> {
  const scope: Scope = {
    envId: row.env_id,
    actor: {type: 'system', id: 'send-message'},
    requestId: newId('request', ctx.now().getTime()),
  };
  await write(ctx, scope, async (w) => {
    if (error === undefined) await markMailSent(w.tx, row.env_id, row.id, w.now);
    else await markMailFailed(w.tx, {envId: row.env_id, id: row.id}, {error, now: w.now});
    if (content) await emptyMail(w.tx, ctx.keyring, row, content);
  });
}

/** The queue keeps what a job threw; a server's refusal often repeats the recipient. */
function withoutContent(error: unknown): Error {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return new Error(`The message was not taken: ${name}${code}`);
}
