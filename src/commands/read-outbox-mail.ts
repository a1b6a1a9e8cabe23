/** A message as an operator reads it. */
import {CountersignError} from '../protocol/errors.ts';
import type {Outbox} from '../protocol/operator.ts';
import {findEnvironment} from '../storage/environment.ts';
import {openMail} from '../storage/outbox-mail.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';

type Shown = Outbox['mails'][number];

/** Kinds without a code or link that opens something. */
const harmless: ReadonlySet<string> = new Set(['webhook-disabled']);

/**
 * The message of a redacted person shows that there was one, and nothing of it. What lets somebody in is shown only in a sandbox that
 * sends nothing: there its operator is the person.
 */
export async function readOutboxMail(ctx: Context, row: Row<'outbox_mail'>): Promise<Shown> {
  const outside = {
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
  try {
    const {to, subject, text} = await openMail(ctx.database.db, ctx.keyring, row);
    if (await mayRead(ctx, row)) return {...outside, to, subject, text};
    // a subject may quote the code
    return {...outside, to, subject: '', text: null};
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'gone') return {...outside, to: '', subject: '', text: ''};
    throw error;
  }
}

async function mayRead(ctx: Context, row: Row<'outbox_mail'>): Promise<boolean> {
  if (harmless.has(row.kind)) return true;
  if (ctx.senders?.[row.channel]) return false;
  return (await findEnvironment(ctx.database.db, row.env_id))?.kind === 'sandbox';
}
