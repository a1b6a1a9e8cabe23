import type {Updateable} from 'kysely';
import type {InquiryState} from '../domain/inquiry.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import {batchOf} from './batch.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {InquiryStatus, Row, Tables} from './schema.ts';

export function findInquiry(reader: Reader, envId: string, id: string): Promise<Row<'inquiry'> | undefined> {
  return reader.selectFrom('inquiry').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

/** The row, held until the transaction ends, so that two decisions come one after the other. */
export function lockInquiry(tx: Tx, envId: string, id: string): Promise<Row<'inquiry'> | undefined> {
  return tx
    .selectFrom('inquiry')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Written with what else waits in this transaction. */
export function insertInquiry(tx: Tx, row: Row<'inquiry'>): void {
  batchOf(tx).insert('inquiry', row);
}

export type InquiryColumns = Omit<Updateable<Tables['inquiry']>, 'env_id' | 'id' | 'version' | 'created_at'>;

/** Writes columns under the optimistic lock. @throws CountersignError `stale_version` when the row changed since it was read. */
export async function updateInquiryRow(
  tx: Tx,
  row: Pick<Row<'inquiry'>, 'env_id' | 'id' | 'version'>,
  changes: InquiryColumns,
): Promise<Row<'inquiry'>> {
  const updated = await tx
    .updateTable('inquiry')
    .set({...changes, version: row.version + 1})
    .where('env_id', '=', row.env_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (!updated) throw new CountersignError('stale_version');
  return updated;
}

export interface InquiryFilter {
  ids?: readonly string[];
  accountId?: string;
  /** The account's, or the claim of a browser. */
  referenceId?: string;
  templateId?: string;
  statuses?: readonly InquiryStatus[];
  note?: string;
  createdFrom?: Date;
  createdUntil?: Date;
}

export function listInquiries(
  reader: Reader,
  envId: string,
  filter: InquiryFilter,
  page: PageRequest,
): Promise<Page<Row<'inquiry'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('inquiry').selectAll().where('env_id', '=', envId).where(where);
    if (filter.ids) query = query.where('id', 'in', ['', ...filter.ids]);
    if (filter.accountId !== undefined) query = query.where('account_id', '=', filter.accountId);
    if (filter.templateId !== undefined) query = query.where('template_id', '=', filter.templateId);
    if (filter.statuses) query = query.where('status', 'in', filter.statuses);
    if (filter.note !== undefined) query = query.where('note', '=', filter.note);
    if (filter.createdFrom) query = query.where('created_at', '>=', filter.createdFrom);
    if (filter.createdUntil) query = query.where('created_at', '<=', filter.createdUntil);
    const {referenceId} = filter;
    if (referenceId !== undefined) {
      query = query.where((is) =>
        is.or([
          is('claimed_reference_id', '=', referenceId),
          is(
            'account_id',
            'in',
            is
              .selectFrom('account')
              .select('account.id')
              .where('account.env_id', '=', envId)
              .where('account.reference_id', '=', referenceId),
          ),
        ]),
      );
    }
    return query.orderBy(order).limit(limit).execute();
  });
}

/** Open inquiries of every environment whose time has come, oldest first. */
export function listDueInquiries(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<Pick<Row<'inquiry'>, 'env_id' | 'id'>[]> {
  return reader
    .selectFrom('inquiry')
    .select(['env_id', 'id'])
    .where('status', 'in', ['created', 'pending'])
    .where('expires_at', '<=', now)
    .where('redacted_at', 'is', null)
    .orderBy('expires_at')
    .limit(limit)
    .execute();
}

/** The part of a row its life changes, as the rules of `domain/inquiry.ts` see it. */
export function inquiryState(row: Row<'inquiry'>): InquiryState {
  return {
    status: row.status,
    createdAt: row.created_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    failedAt: row.failed_at,
    expiresAt: row.expires_at,
    expiredAt: row.expired_at,
    markedForReviewAt: row.marked_for_review_at,
    decisionedAt: row.decisioned_at,
    redactedAt: row.redacted_at,
    reviewerComment: row.reviewer_comment,
  };
}

type InquiryStateColumns = Pick<
  Row<'inquiry'>,
  | 'status'
  | 'started_at'
  | 'completed_at'
  | 'failed_at'
  | 'expires_at'
  | 'expired_at'
  | 'marked_for_review_at'
  | 'decisioned_at'
  | 'redacted_at'
  | 'reviewer_comment'
>;

/** The columns that hold a state. */
export function inquiryStateColumns(state: InquiryState): InquiryStateColumns {
  return {
    status: state.status,
    started_at: state.startedAt,
    completed_at: state.completedAt,
    failed_at: state.failedAt,
    expires_at: state.expiresAt,
    expired_at: state.expiredAt,
    marked_for_review_at: state.markedForReviewAt,
    decisioned_at: state.decisionedAt,
    redacted_at: state.redactedAt,
    reviewer_comment: state.reviewerComment,
  };
}
