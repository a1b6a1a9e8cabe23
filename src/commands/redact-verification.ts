import {CountersignError} from '../protocol/errors.ts';
import {findDocument} from '../storage/document.ts';
import {listObjectEvents, updateEventPayload} from '../storage/event.ts';
import {redactVerificationRows} from '../storage/redaction.ts';
import type {Row} from '../storage/schema.ts';
import {findVerification, lockVerification, subjectOfVerification} from '../storage/verification.ts';
import {holdInquiry} from './change-inquiry.ts';
import {holdTransaction} from './change-transaction.ts';
import type {Write} from './write.ts';

/**
 * Forgets what one verification found, with its document, its pictures and what events said of them; the inquiry and its fields stay.
 * @throws CountersignError `not_found`, `gone` when it was redacted before, `conflict` while it is investigated or being read
 */
export async function redactVerification(w: Write, input: {verificationId: string}): Promise<Row<'verification'>> {
  const row = await holdVerification(w, input.verificationId);
  if (row.investigation_locked_at) throw underInvestigation();
  if (row.status === 'submitted')
    throw new CountersignError('conflict', {details: 'The verification is being read; its result comes first.'});
  const document =
    row.document_id === null ? undefined : await findDocument(w.tx, {envId: w.envId, id: row.document_id});
  const redacted = await redactVerificationRows(w.tx, row, document, w.now);
  if (subjectOfVerification(row) === row.id) await w.ctx.keyring.shred(w.tx, w.envId, row.id, w.now);
  else await emptyEvents(w, [row.id, ...(document ? [document.id] : [])]);
  await w.audit('verification.redact', 'verification', row.id);
  return redacted;
}

/** While it is investigated, neither it nor anything it belongs to is redacted. @throws CountersignError `not_found`, `gone` */
export async function lockForInvestigation(
  w: Write,
  input: {verificationId: string; locked: boolean},
): Promise<Row<'verification'>> {
  const row = await holdVerification(w, input.verificationId);
  if ((row.investigation_locked_at !== null) === input.locked) return row;
  const locked = await w.tx
    .updateTable('verification')
    .set({investigation_locked_at: input.locked ? w.now : null, updated_at: w.now, version: row.version + 1})
    .where('env_id', '=', w.envId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await w.audit(`verification.investigation-${input.locked ? 'lock' : 'unlock'}`, 'verification', row.id);
  return locked;
}

export function underInvestigation(): CountersignError {
  return new CountersignError('conflict', {details: 'A verification is locked while it is investigated.'});
}

/** With its inquiry held, so that nothing else happens to it meanwhile. */
async function holdVerification(w: Write, id: string): Promise<Row<'verification'>> {
  const known = await findVerification(w.tx, {envId: w.envId, id});
  if (!known) throw new CountersignError('not_found');
  if (known.inquiry_id !== null) await holdInquiry(w, known.inquiry_id);
  if (known.transaction_id !== null) await holdTransaction(w, known.transaction_id);
  const row = await lockVerification(w.tx, {envId: w.envId, id});
  if (!row) throw new CountersignError('not_found');
  if (row.redacted_at) throw new CountersignError('gone', {details: 'The verification was redacted.'});
  return row;
}

/** That something happened to it remains; what it was goes. */
export async function emptyEvents(w: Write, objectIds: readonly string[]): Promise<void> {
  for (const event of await listObjectEvents(w.tx, w.envId, objectIds)) {
    const data = {type: event.object_type, id: event.object_id, attributes: {}};
    const key = {envId: w.envId, subjectId: event.subject_id, context: `event:${event.id}`};
    const payload = await w.ctx.keyring.seal(w.tx, key, Buffer.from(JSON.stringify({data})));
    await updateEventPayload(w.tx, w.envId, event.id, payload);
  }
}
