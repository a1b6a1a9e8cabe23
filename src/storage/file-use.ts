/** What a stored file is, and whether it may still be shown. */
import {sql} from 'kysely';
import type {Reader} from './database.ts';

/** `display` was re-encoded by us; anything else is `given`, as somebody handed it in. */
export type FileUse = 'display' | 'given' | 'redacted' | 'unknown';

export async function findFileUse(reader: Reader, envId: string, fileId: string): Promise<FileUse> {
  const {rows} = await sql<{state: string; display: boolean; redacted: boolean}>`
    select file.state,
      exists (
        select 1 from document
        where document.env_id = file.env_id and ${documentSubject} = file.subject_id
          and ${shows(fileId)}
      ) or exists (
        select 1 from verification
        where verification.env_id = file.env_id and ${verificationSubject} = file.subject_id
          and verification.result @> ${JSON.stringify({frames: [{displayFileId: fileId}]})}::jsonb
      ) as display,
      exists (
        select 1 from inquiry
        where inquiry.env_id = file.env_id and inquiry.id = file.subject_id and inquiry.redacted_at is not null
      ) or exists (
        select 1 from document
        where document.env_id = file.env_id and ${documentSubject} = file.subject_id and document.redacted_at is not null
          and ${shows(fileId)}
      ) as redacted
    from file
    where file.env_id = ${envId} and file.id = ${fileId}
  `.execute(reader);
  const row = rows[0];
  if (!row || row.state === 'pending') return 'unknown';
  if (row.state === 'shredded' || row.redacted) return 'redacted';
  return row.display ? 'display' : 'given';
}

/** Whose key seals their pictures; an index stands on each of these (migration 10). */
const documentSubject = sql`coalesce(document.inquiry_id, document.transaction_id, document.verification_id, document.id)`;
const verificationSubject = sql`coalesce(verification.inquiry_id, verification.transaction_id, verification.id)`;

/** As the whole picture of a page, or as its flattened card. */
function shows(fileId: string) {
  return sql<boolean>`(document.pages @> ${JSON.stringify([{displayFileId: fileId}])}::jsonb
            or document.pages @> ${JSON.stringify([{card: {fileId}}])}::jsonb)`;
}
