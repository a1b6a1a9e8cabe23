/**
 * Mails and text messages as rows: they exist exactly if their transaction commits, and are unreadable once their subject's key is
 * shredded.
 */
import {newId} from '../protocol/ids.ts';
import type {Channel} from '../protocol/contact.ts';
import type {Reader, Tx} from './database.ts';
import type {Keyring} from './keyring.ts';
import type {Row} from './schema.ts';

/** What is sealed: recipient and words. A text message has no subject. */
export interface MailContent {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface NewMail {
  envId: string;
  /** The inquiry, account or verification it speaks of. */
  subjectId: string;
  /** What it is for, e.g. `one-time-link`. */
  kind: string;
  content: MailContent;
  now: Date;
  /** A mail unless it says otherwise. */
  channel?: Channel;
  /** When it is of no more use. */
  expiresAt?: Date;
}

/** Answers the id of the message. */
export async function putMail(tx: Tx, keyring: Keyring, mail: NewMail): Promise<string> {
  const {envId, subjectId, kind, content, now, channel = 'email', expiresAt = null} = mail;
  const id = newId('mail', now.getTime());
  const sealed = await sealContent({reader: tx, keyring}, {envId, subjectId, id}, content);
  await tx
    .insertInto('outbox_mail')
    .values({env_id: envId, id, subject_id: subjectId, kind, sealed, created_at: now, channel, expires_at: expiresAt})
    .execute();
  return id;
}

/** Throws CountersignError `gone` when the subject was redacted. */
export async function openMail(reader: Reader, keyring: Keyring, row: Row<'outbox_mail'>): Promise<MailContent> {
  const key = {envId: row.env_id, subjectId: row.subject_id, context: contextOf(row.id)};
  // what `putMail` sealed under this very id
  return JSON.parse((await keyring.open(reader, key, row.sealed)).toString()) as MailContent;
}

export function findMail(reader: Reader, envId: string, id: string): Promise<Row<'outbox_mail'> | undefined> {
  return reader
    .selectFrom('outbox_mail')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
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
  await updateMail(reader, {envId, id}, {sent_at: now});
}

/** Nobody tries any more; `error` is a short code. */
export async function markMailFailed(
  reader: Reader,
  key: {envId: string; id: string},
  failure: {error: string; now: Date},
): Promise<void> {
  await updateMail(reader, key, {failed_at: failure.now, last_error: failure.error});
}

/** Its words go, and to whom it went stays: nobody needs a code that was sent. */
export async function emptyMail(tx: Tx, keyring: Keyring, row: Row<'outbox_mail'>, {to}: MailContent): Promise<void> {
  const key = {envId: row.env_id, subjectId: row.subject_id, id: row.id};
  const sealed = await sealContent({reader: tx, keyring}, key, {to, subject: '', text: ''});
  await updateMail(tx, {envId: row.env_id, id: row.id}, {sealed});
}

async function updateMail(
  reader: Reader,
  {envId, id}: {envId: string; id: string},
  changes: Partial<Pick<Row<'outbox_mail'>, 'sent_at' | 'failed_at' | 'last_error' | 'sealed'>>,
): Promise<void> {
  await reader.updateTable('outbox_mail').set(changes).where('env_id', '=', envId).where('id', '=', id).execute();
}

function sealContent(
  {reader, keyring}: {reader: Reader; keyring: Keyring},
  {envId, subjectId, id}: {envId: string; subjectId: string; id: string},
  content: MailContent,
): Promise<Buffer> {
  return keyring.seal(reader, {envId, subjectId, context: contextOf(id)}, Buffer.from(JSON.stringify(content)));
}

function contextOf(id: string): string {
  return `mail:${id}`;
}
