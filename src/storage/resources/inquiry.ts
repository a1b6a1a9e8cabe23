import {shownFields} from '../../domain/file-field.ts';
import type {InquiryResource} from '../../protocol/inquiry.ts';
import type {Row} from '../schema.ts';
import type {FileUrl} from './government-id.ts';
import {isoTime} from './time.ts';

/** What hangs on an inquiry but stands in other rows; absent = none. */
export interface InquiryRelated {
  /** The account's reference id; without it the claim made by the browser is shown. */
  referenceId?: string | null;
  previousStepName?: string | null;
  sessionIds?: readonly string[];
  verifications?: readonly {id: string; kind: Row<'verification'>['kind']}[];
  documents?: readonly {id: string; kind: 'government-id' | 'generic'}[];
}

/**
 * An inquiry as the API and its events show it (native version, kebab-case). Without `fileUrl` (in events) files have no address: the
 * reader asks the API for fresh ones.
 */
export function presentInquiry(row: Row<'inquiry'>, related: InquiryRelated = {}, fileUrl?: FileUrl): InquiryResource {
  return {
    type: 'inquiry',
    id: row.id,
    attributes: {
      status: row.status,
      'reference-id': related.referenceId ?? row.claimed_reference_id,
      note: row.note,
      behaviors: null,
      tags: row.tags,
      creator: row.creator,
      'reviewer-comment': row.reviewer_comment,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
      'started-at': isoTime(row.started_at),
      'expires-at': isoTime(row.expires_at),
      'completed-at': isoTime(row.completed_at),
      'failed-at': isoTime(row.failed_at),
      'marked-for-review-at': isoTime(row.marked_for_review_at),
      'decisioned-at': isoTime(row.decisioned_at),
      'expired-at': isoTime(row.expired_at),
      'redacted-at': isoTime(row.redacted_at),
      'previous-step-name': related.previousStepName ?? null,
      'next-step-name': row.step,
      fields: presentFields(row.fields, fileUrl),
    },
    relationships: {
      account: {data: row.account_id === null ? null : {type: 'account', id: row.account_id}},
      template: {data: null},
      'inquiry-template': {data: {type: 'inquiry-template', id: row.template_id}},
      'inquiry-template-version': {data: {type: 'inquiry-template-version', id: row.template_version_id}},
      transaction: {data: null},
      reviewer: {data: null},
      reports: {data: []},
      verifications: {
        data: (related.verifications ?? []).map(({id, kind}) => ({type: `verification/${kind}` as const, id})),
      },
      sessions: {data: (related.sessionIds ?? []).map((id) => ({type: 'inquiry-session', id}))},
      documents: {data: (related.documents ?? []).map(({id, kind}) => ({type: `document/${kind}` as const, id}))},
      selfies: {data: []},
    },
  };
}

export function presentFields(fields: Row<'inquiry'>['fields'], fileUrl?: FileUrl) {
  return shownFields(fields, fileUrl) as InquiryResource['attributes']['fields'];
}
