/** Mails as rows: they exist exactly if their transaction commits, and are unreadable once their subject's key is shredded. */
import {newId} from '../protocol/ids.ts';
import type {Reader, Tx} from './database.ts';
import type {Keyring} from './keyring.ts';
import type {Row} from './schema.ts';

/** What is sealed: recipient and words. */
export interface MailContent {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface NewMail {
  envId: string;
  /** The inquiry or account it speaks of. */
  subjectId: string;
  /** What it is for, e.g. `one-time-link`. */
  kind: string;
  content: MailContent;
  now: Date;
}

/** Answers the id of the mail. */
export async function putMail(
  tx: Tx,
  keyring: Keyring,
  {envId, subjectId, kind, content, now}: NewMail,
): Promise<string> {
  const id = newId('mail', now.getTime());
  const sealed = await keyring.seal(
    tx,
    {envId, subjectId, context: contextOf(id)},
    Buffer.from(JSON.stringify(content)),
  );
  await tx
    .insertInto('outbox_mail')
    .values({env_id: envId, id, subject_id: subjectId, kind, sealed, created_at: now})
    .execute();
  return id;
}

/** Throws CountersignError `gone` when the subject was redacted. */
export async function openMail(reader: Reader, keyring: Keyring, row: Row<'outbox_mail'>): Promise<MailContent> {
  const key = {envId: row.env_id, subjectId: row.subject_id, context: contextOf(row.id)};
  // what `putMail` sealed under this very id
  return JSON.parse((await keyring.open(reader, key, row.sealed)).toString()) as MailContent;
}

/** The oldest first. */
export function listUnsentMails(reader: Reader, limit: number): Promise<Row<'outbox_mail'>[]> {
  return reader
    .selectFrom('outbox_mail')
    .selectAll()
    .where('sent_at', 'is', null)
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

export async function markMailSent(reader: Reader, envId: string, id: string, now: Date): Promise<void> {
  await reader
    .updateTable('outbox_mail')
    .set({sent_at: now})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .execute();
}

function contextOf(id: string): string {
  return `mail:${id}`;
}
