/** Rows as the dashboard shows them. */
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {ReadField} from '../../protocol/government-id.ts';
import {
  operatorBase,
  type EvidencePicture,
  type InquiryDetail,
  type InquirySummary,
  type Outbox,
  type SessionDetail,
  type VerificationDetail,
} from '../../protocol/operator.ts';
import * as reads from '../../storage/operator-reads.ts';
import {listSessions} from '../../storage/inquiry-session.ts';
import {presentFields} from '../../storage/resources/inquiry.ts';
import {presentInquirySession} from '../../storage/resources/inquiry-session.ts';
import {selfieAttributes} from '../../storage/resources/selfie.ts';
import type {DocumentPage, Row} from '../../storage/schema.ts';
import {allowedDecisions} from '../../commands/allowed-decisions.ts';
import {readOutboxMail} from '../../commands/read-outbox-mail.ts';

const outboxLength = 100;

export function presentSummary(row: reads.InquiryListRow): InquirySummary {
  return {
    id: row.id,
    status: row.status,
    referenceId: row.account_reference_id ?? row.claimed_reference_id,
    personName: personName(row.fields),
    templateName: row.template_name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export async function presentDetail(ctx: Context, envId: string, id: string): Promise<InquiryDetail> {
  const {db} = ctx.database;
  const inquiry = await reads.findInquiryForOperator(db, envId, id);
  if (!inquiry) throw new CountersignError('not_found');
  const verifications = await reads.listVerificationsForOperator(db, envId, id);
  const documents = await reads.listDocumentsForOperator(db, envId, id);
  const sessions = await listSessions(db, envId, {inquiryId: id}, {size: 50});
  const events = await reads.listEventNamesForOperator(db, envId, id);
  return {
    ...presentSummary(inquiry),
    environmentId: envId,
    accountId: inquiry.account_id,
    reviewerComment: inquiry.reviewer_comment,
    fields: presentFields(inquiry.fields, (fileId) => `${operatorBase}/environments/${envId}/files/${fileId}`),
    times: presentTimes(inquiry),
    allowed: allowedDecisions(inquiry),
    verifications: verifications.map((verification) => presentVerification(verification, documents)),
    sessions: sessions.items.map(presentSession),
    events: events.map((event) => ({id: event.id, name: event.name, createdAt: event.created_at.toISOString()})),
  };
}

function presentSession(row: Row<'inquiry_session'>): SessionDetail {
  const {attributes: told} = presentInquirySession(row);
  const device = [told['browser-name'], told['os-name'], told['device-type']].filter((one) => one !== null).join(', ');
  const {signals, 'time-zone': timeZone} = row.device;
  return {
    id: row.id,
    status: row.status,
    createdAt: row.created_at.toISOString(),
    device: device || null,
    ipAddress: row.ip_address,
    country: told['country-name'],
    network: told['network-organization'] ?? told['ip-isp'],
    timeZone: typeof timeZone === 'string' ? timeZone : null,
    // as `record-signals.ts` wrote them
    signals: Array.isArray(signals) ? (signals as SessionDetail['signals']) : [],
  };
}

export async function presentOutbox(ctx: Context, envId: string): Promise<Outbox> {
  const {db} = ctx.database;
  const deliveries = await reads.listDeliveriesForOperator(db, envId, outboxLength);
  const mails = await reads.listMailsForOperator(db, envId, outboxLength);
  return {
    deliveries: deliveries.map((row) => ({
      id: row.id,
      event: row.event_name,
      url: row.url,
      state: row.state,
      attempts: row.attempts,
      lastStatus: row.last_status,
      lastError: row.last_error,
      createdAt: row.created_at.toISOString(),
      nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    })),
    mails: await Promise.all(mails.map((row) => readOutboxMail(ctx, row))),
  };
}

function presentTimes(inquiry: Row<'inquiry'>): InquiryDetail['times'] {
  const times = [
    ['created', inquiry.created_at],
    ['started', inquiry.started_at],
    ['completed', inquiry.completed_at],
    ['failed', inquiry.failed_at],
    ['expired', inquiry.expired_at],
    ['marked-for-review', inquiry.marked_for_review_at],
    ['decisioned', inquiry.decisioned_at],
  ] as const;
  return times.flatMap(([label, at]) => (at ? [{label, at: at.toISOString()}] : []));
}

function presentVerification(row: Row<'verification'>, documents: Row<'document'>[]): VerificationDetail {
  const document = documents.find(({id}) => id === row.document_id);
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    attempt: row.attempt,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    fields: readFields(row.result),
    checks: row.checks,
    images: picturesOf(row, document).flatMap((page) => presentPage(row.env_id, page)),
  };
}

/** Pages of a document, or the poses of a selfie. */
function picturesOf(row: Row<'verification'>, document: Row<'document'> | undefined): ShownPicture[] {
  if (row.kind !== 'selfie') return document?.pages ?? [];
  return (selfieAttributes(row).frames ?? []).map(({pose, ...frame}) => ({...frame, side: pose}));
}

type ShownPicture = Pick<DocumentPage, 'side' | 'evidenceId' | 'displayFileId' | 'card'>;

function presentPage(envId: string, {side, evidenceId, displayFileId, card}: ShownPicture): EvidencePicture[] {
  if (displayFileId === undefined) return [];
  const urlOf = (fileId: string) => `${operatorBase}/environments/${envId}/files/${fileId}`;
  if (!card) return [{side, evidenceId, url: urlOf(displayFileId)}];
  const {fileId, ...shape} = card;
  return [{side, evidenceId, url: urlOf(displayFileId), card: {...shape, url: urlOf(fileId)}}];
}

/** The engine's reading as it was stored with the verification. */
function readFields(result: Record<string, unknown>): Record<string, ReadField> {
  const fields = result['fields'];
  return fields && typeof fields === 'object' ? (fields as Record<string, ReadField>) : {};
}

function personName(fields: Row<'inquiry'>['fields']): string | null {
  const parts = ['name-first', 'name-last']
    .map((key) => fields[key]?.value)
    .filter((value) => typeof value === 'string' && value !== '');
  return parts.length ? parts.join(' ') : null;
}
