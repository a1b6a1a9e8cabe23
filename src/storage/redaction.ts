/** What redaction takes away. Sealed columns and files need nothing here: shredding the subject's key unreads them. */
import {sql} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

const nothing = JSON.stringify({});
const none = JSON.stringify([]);

/** Takes the person out of every row that hangs on the inquiry; ids, statuses and times remain as the audit fact. */
export async function redactInquiryRows(tx: Tx, inquiry: Row<'inquiry'>, now: Date): Promise<void> {
  const ours = {env_id: inquiry.env_id, inquiry_id: inquiry.id};
  await tx
    .updateTable('verification')
    .set({result: nothing, checks: none, country_code: null, redacted_at: now, updated_at: now})
    .where('env_id', '=', ours.env_id)
    .where('inquiry_id', '=', ours.inquiry_id)
    .execute();
  await tx
    .updateTable('document')
    .set({fields: nothing, pages: none, redacted_at: now, updated_at: now})
    .where('env_id', '=', ours.env_id)
    .where('inquiry_id', '=', ours.inquiry_id)
    .execute();
  await tx
    .deleteFrom('document_number')
    .where('env_id', '=', ours.env_id)
    .where('inquiry_id', '=', ours.inquiry_id)
    .execute();
  await tx
    .updateTable('inquiry_session')
    .set({ip_address: null, user_agent: null, device: nothing, status: 'expired'})
    .where('env_id', '=', ours.env_id)
    .where('inquiry_id', '=', ours.inquiry_id)
    .execute();
  await tx
    .updateTable('file')
    .set({state: 'shredded', wrapped_key: null, filename: null, sha256: null})
    .where('env_id', '=', ours.env_id)
    .where('subject_id', '=', ours.inquiry_id)
    .execute();
}

/** Finished inquiries of a template version that ended before `limit` and still hold data, oldest first. */
export function listDueForRetention(
  reader: Reader,
  version: {envId: string; versionId: string; limit: Date},
  most: number,
): Promise<Pick<Row<'inquiry'>, 'env_id' | 'id'>[]> {
  const ended = sql<Date>`greatest(decisioned_at, failed_at, expired_at, case when status = 'completed' then completed_at end)`;
  return reader
    .selectFrom('inquiry')
    .select(['env_id', 'id'])
    .where('env_id', '=', version.envId)
    .where('template_version_id', '=', version.versionId)
    .where('status', 'in', ['approved', 'declined', 'failed', 'expired', 'completed'])
    .where('redacted_at', 'is', null)
    .where(ended, '<', version.limit)
    .orderBy('id')
    .limit(most)
    .execute();
}

export function listTemplateGraphs(
  reader: Reader,
): Promise<Pick<Row<'inquiry_template_version'>, 'env_id' | 'id' | 'graph'>[]> {
  return reader.selectFrom('inquiry_template_version').select(['env_id', 'id', 'graph']).execute();
}
