/** What redaction takes away. Sealed columns and files need nothing here: shredding the subject's key unreads them. */
import {sql} from 'kysely';
import type {Reader, Tx} from './database.ts';
import {selfieAttributes} from './resources/selfie.ts';
import type {Row} from './schema.ts';
import {subjectOfVerification} from './verification.ts';

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
    .deleteFrom('identity_trace')
    .where('env_id', '=', ours.env_id)
    .where('inquiry_id', '=', ours.inquiry_id)
    .execute();
  await tx
    .deleteFrom('face_template')
    .where('env_id', '=', ours.env_id)
    .where('inquiry_id', '=', ours.inquiry_id)
    .execute();
  await tx
    .updateTable('inquiry_session')
    .set({ip_address: null, user_agent: null, device: nothing, device_id: null, status: 'expired'})
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

/** Takes what one verification found out of its rows, and shreds the pictures it was found in. */
export async function redactVerificationRows(
  tx: Tx,
  row: Row<'verification'>,
  document: Row<'document'> | undefined,
  now: Date,
): Promise<Row<'verification'>> {
  const envId = row.env_id;
  if (row.kind === 'selfie') await shredFace(tx, row);
  if (document) {
    await shredPages(tx, envId, document.pages);
    await tx
      .updateTable('document')
      .set({fields: nothing, pages: none, redacted_at: now, updated_at: now})
      .where('env_id', '=', envId)
      .where('id', '=', document.id)
      .execute();
  }
  // one that stands alone left its own traces; those of an inquiry are of its fields, which stay
  if (row.inquiry_id === null)
    await tx.deleteFrom('identity_trace').where('env_id', '=', envId).where('inquiry_id', '=', row.id).execute();
  if (row.kind !== 'selfie')
    await tx
      .deleteFrom('document_number')
      .where('env_id', '=', envId)
      .where('inquiry_id', '=', subjectOfVerification(row))
      .execute();
  return tx
    .updateTable('verification')
    .set({
      result: nothing,
      checks: none,
      country_code: null,
      redacted_at: now,
      updated_at: now,
      version: row.version + 1,
    })
    .where('env_id', '=', envId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The frames of a selfie, and the numbers made of them. */
async function shredFace(tx: Tx, row: Row<'verification'>): Promise<void> {
  await shredPages(tx, row.env_id, selfieAttributes(row).frames ?? []);
  if (row.inquiry_id === null) return;
  await tx
    .deleteFrom('face_template')
    .where('env_id', '=', row.env_id)
    .where('inquiry_id', '=', row.inquiry_id)
    .execute();
}

async function shredPages(
  tx: Tx,
  envId: string,
  pages: readonly {evidenceId: string; displayFileId?: string}[],
): Promise<void> {
  const evidence = await tx
    .selectFrom('evidence')
    .select('file_id')
    .where('env_id', '=', envId)
    .where('id', 'in', ['', ...pages.map(({evidenceId}) => evidenceId)])
    .execute();
  const displays = pages.flatMap(({displayFileId}) => displayFileId ?? []);
  await tx
    .updateTable('file')
    .set({state: 'shredded', wrapped_key: null, filename: null, sha256: null})
    .where('env_id', '=', envId)
    .where('id', 'in', ['', ...displays, ...evidence.map((row) => row.file_id)])
    .execute();
}

/** Whether an investigation holds something of the inquiry. */
export async function isInvestigated(reader: Reader, envId: string, inquiryId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('verification')
    .select('id')
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .where('investigation_locked_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('verification')
            .select('verification.id')
            .whereRef('verification.env_id', '=', 'inquiry.env_id')
            .whereRef('verification.inquiry_id', '=', 'inquiry.id')
            .where('verification.investigation_locked_at', 'is not', null),
        ),
      ),
    )
    .orderBy('id')
    .limit(most)
    .execute();
}

export function listTemplateGraphs(
  reader: Reader,
): Promise<Pick<Row<'inquiry_template_version'>, 'env_id' | 'id' | 'graph'>[]> {
  return reader.selectFrom('inquiry_template_version').select(['env_id', 'id', 'graph']).execute();
}
