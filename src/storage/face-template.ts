/** Queries of kept faces: one a selfie that passed, sealed. */
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

export type FaceTemplateRow = Row<'face_template'>;

export async function insertFaceTemplate(tx: Tx, row: FaceTemplateRow): Promise<void> {
  await tx
    .insertInto('face_template')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['env_id', 'inquiry_id'])
        .doUpdateSet({account_id: row.account_id, model: row.model, sealed: row.sealed, created_at: row.created_at}),
    )
    .execute();
}

/** The newest face of an account, from an inquiry that was approved and still has its data. */
export function findAccountFace(
  reader: Reader,
  of: {envId: string; accountId: string; exceptInquiryId: string},
): Promise<FaceTemplateRow | undefined> {
  return reader
    .selectFrom('face_template')
    .innerJoin('inquiry', (join) =>
      join.onRef('inquiry.env_id', '=', 'face_template.env_id').onRef('inquiry.id', '=', 'face_template.inquiry_id'),
    )
    .selectAll('face_template')
    .where('face_template.env_id', '=', of.envId)
    .where('inquiry.account_id', '=', of.accountId)
    .where('inquiry.status', '=', 'approved')
    .where('inquiry.redacted_at', 'is', null)
    .where('face_template.inquiry_id', '!=', of.exceptInquiryId)
    .orderBy('face_template.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether a picture with exactly these bytes came before, in any inquiry of the environment. */
export async function isKnownFrame(reader: Reader, envId: string, sha256: readonly Buffer[]): Promise<boolean> {
  if (sha256.length === 0) return false;
  const found = await reader
    .selectFrom('file')
    .select('id')
    .where('env_id', '=', envId)
    .where('sha256', 'in', [...sha256])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Which kept faces of one net there are, of inquiries that have an account and still have their data. */
export function listFaceOwners(
  reader: Reader,
  of: {envId: string; model: string; exceptInquiryId: string},
): Promise<{id: string; accountId: string}[]> {
  return reader
    .selectFrom('face_template')
    .innerJoin('inquiry', (join) =>
      join.onRef('inquiry.env_id', '=', 'face_template.env_id').onRef('inquiry.id', '=', 'face_template.inquiry_id'),
    )
    .select(['face_template.inquiry_id as id', 'inquiry.account_id as accountId'])
    .where('face_template.env_id', '=', of.envId)
    .where('face_template.model', '=', of.model)
    .where('face_template.inquiry_id', '!=', of.exceptInquiryId)
    .where('inquiry.account_id', 'is not', null)
    .where('inquiry.redacted_at', 'is', null)
    .$narrowType<{accountId: string}>()
    .execute();
}

export function listFaceTemplates(
  reader: Reader,
  of: {envId: string; inquiryIds: readonly string[]},
): Promise<FaceTemplateRow[]> {
  if (of.inquiryIds.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('face_template')
    .selectAll()
    .where('env_id', '=', of.envId)
    .where('inquiry_id', 'in', [...of.inquiryIds])
    .execute();
}
