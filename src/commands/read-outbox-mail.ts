import {CountersignError} from '../protocol/errors.ts';
import type {Outbox} from '../protocol/operator.ts';
import {openMail} from '../storage/outbox-mail.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';

/** A mail as an operator reads it; the mail of a redacted person shows that there was one, and nothing of it. */
export async function readOutboxMail(ctx: Context, row: Row<'outbox_mail'>): Promise<Outbox['mails'][number]> {
  const outside = {
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
  try {
    const {to, subject, text} = await openMail(ctx.database.db, ctx.keyring, row);
    return {...outside, to, subject, text};
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'gone') return {...outside, to: '', subject: '', text: ''};
    throw error;
  }
}
