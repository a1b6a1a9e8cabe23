/**
 * Verifications that a backend leads: it gives what is to be verified, submits, and reads the result; nobody stands in a flow. One may
 * belong to an inquiry or a transaction; alone, everything of it is sealed with a key of its own, which its redaction shreds.
 */
import {CountersignError} from '../protocol/errors.ts';
import {findDocument, updateDocument} from '../storage/document.ts';
import type {DocumentRow} from '../storage/document.ts';
import {readGovernmentIdRelated} from '../storage/government-id-related.ts';
import {presentDocument, presentVerification} from '../storage/resources/finding.ts';
import type {SelfieAttributes} from '../storage/resources/selfie.ts';
import {
  findVerification,
  insertVerification,
  lockVerification,
  subjectOfVerification,
  updateVerification,
} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {holdInquiry} from './change-inquiry.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

export interface AskVerification {
  /** Made by the caller, for files are sealed before the commit. */
  id: string;
  kind: VerificationRow['kind'];
  inquiryId?: string | undefined;
  transactionId?: string | undefined;
  accountId?: string | undefined;
  /** What the transaction's type calls it. */
  name?: string | undefined;
  /** What it asks, as the configuration of its kind says it. */
  config: object;
  templateVersionId?: string | undefined;
  countryCode?: string | undefined;
  /** What is given of it, under the names its resource shows it by. */
  attributes?: Record<string, unknown>;
  /** One that stands already. */
  document?: DocumentRow | undefined;
}

/** A verification that waits to be submitted. The caller holds what it belongs to. */
export async function askVerification(w: Write, ask: AskVerification): Promise<VerificationRow> {
  await w.ctx.keyring.ensure(w.tx, w.envId, ask.inquiryId ?? ask.transactionId ?? ask.id, w.now);
  const row = await insertVerification(w.tx, {
    env_id: w.envId,
    id: ask.id,
    kind: ask.kind,
    inquiry_id: ask.inquiryId ?? null,
    transaction_id: ask.transactionId ?? null,
    account_id: ask.accountId ?? null,
    template_version_id: ask.templateVersionId ?? null,
    step: ask.name ?? null,
    asked: JSON.stringify(ask.config),
    attempt: 1,
    status: 'initiated',
    document_id: ask.document?.id ?? null,
    country_code: ask.countryCode ?? null,
    result: JSON.stringify(ask.attributes ?? {}),
    checks: JSON.stringify([]),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
  });
  await tellVerification(w, 'verification.created', row);
  await w.audit('verification.create', 'verification', row.id);
  return row;
}

/** To the engine. @throws CountersignError `not_found`, `gone`, `conflict`, and `unprocessable` where there is nothing to look at */
export async function submitAskedVerification(
  w: Write,
  input: {verificationId: string; kind: VerificationRow['kind']},
): Promise<VerificationRow> {
  const row = await holdAskedVerification(w, input.verificationId, input.kind);
  refuseUnlessOpen(row);
  return submitAsked(w, row);
}

/** `row` is held, and waits to be submitted. */
export async function submitAsked(w: Write, row: VerificationRow): Promise<VerificationRow> {
  const document =
    row.document_id === null ? undefined : await findDocument(w.tx, {envId: w.envId, id: row.document_id});
  const {frames = []}: SelfieAttributes = row.result;
  if ((document?.pages ?? frames).length === 0)
    throw new CountersignError('unprocessable', {details: 'The verification has no picture yet.'});
  if (document) {
    const changes = {status: 'submitted' as const, updated_at: w.now};
    const submitted = await updateDocument(w.tx, {envId: w.envId, id: document.id}, changes);
    await tellDocument(w, 'document.submitted', submitted, subjectOfVerification(row));
  }
  const submitted = await updateVerification(w.tx, row, {
    status: 'submitted',
    submitted_at: w.now,
    completed_at: null,
    updated_at: w.now,
  });
  if (!submitted) throw new CountersignError('stale_version');
  await tellVerification(w, 'verification.submitted', submitted);
  await w.audit('verification.submit', 'verification', row.id);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: row.id});
  return submitted;
}

/**
 * One that a backend leads alone or for an inquiry, held until commit; those of a transaction are moved by it.
 * @throws CountersignError `not_found` for another kind's too, `gone`
 */
export async function holdAskedVerification(
  w: Write,
  id: string,
  kind: VerificationRow['kind'],
): Promise<VerificationRow> {
  const known = await findVerification(w.tx, {envId: w.envId, id});
  if (known?.kind !== kind) throw new CountersignError('not_found');
  if (known.inquiry_id !== null) await holdInquiry(w, known.inquiry_id);
  const row = await lockVerification(w.tx, {envId: w.envId, id});
  if (!row) throw new CountersignError('not_found');
  if (row.redacted_at) throw new CountersignError('gone', {details: 'The verification was redacted.'});
  if (row.asked === null || row.transaction_id !== null)
    throw new CountersignError('conflict', {details: 'This verification is led by the flow or transaction it is of.'});
  keepOrder(w, row.updated_at);
  return row;
}

/** Whether it still takes pictures and can be submitted. */
export function refuseUnlessOpen({status}: VerificationRow): void {
  if (status === 'initiated' || status === 'requires_retry') return;
  throw new CountersignError('conflict', {
    details: `Expected a verification that is initiated or requires_retry; it is ${status}.`,
  });
}

export async function tellVerification(w: Write, name: string, row: VerificationRow): Promise<void> {
  const related = await readGovernmentIdRelated(w.tx, w.envId, {inquiryId: row.inquiry_id});
  const data = presentVerification(row, related);
  await w.emit({name, objectType: data.type, objectId: row.id, subjectId: subjectOfVerification(row), data});
}

export async function tellDocument(w: Write, name: string, row: DocumentRow, subjectId: string): Promise<void> {
  const related = await readGovernmentIdRelated(w.tx, w.envId, {inquiryId: row.inquiry_id});
  const data = presentDocument(row, undefined, related);
  await w.emit({name, objectType: data.type, objectId: row.id, subjectId, data});
}
