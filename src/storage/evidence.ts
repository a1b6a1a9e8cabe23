/** Queries of evidence: one picture a person gave, before anything was read from it. */
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

export type EvidenceRow = Row<'evidence'>;

export async function insertEvidence(tx: Tx, row: EvidenceRow): Promise<void> {
  await tx.insertInto('evidence').values(row).execute();
}

export function findEvidence(reader: Reader, key: {envId: string; id: string}): Promise<EvidenceRow | undefined> {
  return reader
    .selectFrom('evidence')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/** Of one inquiry, oldest first. */
export function listEvidence(reader: Reader, key: {envId: string; inquiryId: string}): Promise<EvidenceRow[]> {
  return reader
    .selectFrom('evidence')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('inquiry_id', '=', key.inquiryId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The same with what is known of their files. */
export function listEvidenceFiles(
  reader: Reader,
  key: {envId: string; inquiryId: string},
): Promise<(EvidenceRow & {content_type: string; size: number})[]> {
  return reader
    .selectFrom('evidence')
    .innerJoin('file', (join) =>
      join.onRef('file.env_id', '=', 'evidence.env_id').onRef('file.id', '=', 'evidence.file_id'),
    )
    .selectAll('evidence')
    .select(['file.content_type', 'file.size'])
    .where('evidence.env_id', '=', key.envId)
    .where('evidence.inquiry_id', '=', key.inquiryId)
    .execute();
}

/** By their ids, in no order. */
export function listEvidenceByIds(
  reader: Reader,
  key: {envId: string; ids: readonly string[]},
): Promise<EvidenceRow[]> {
  if (key.ids.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('evidence')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('id', 'in', [...key.ids])
    .execute();
}

/** How many slots an inquiry has taken, for its limit. */
export async function countEvidence(reader: Reader, key: {envId: string; inquiryId: string}): Promise<number> {
  const {count} = await reader
    .selectFrom('evidence')
    .select((expression) => expression.fn.countAll<string>().as('count'))
    .where('env_id', '=', key.envId)
    .where('inquiry_id', '=', key.inquiryId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Returns false where it was ready already, so that two last parts finish it once. */
export async function markEvidenceReady(tx: Tx, key: {envId: string; id: string}): Promise<boolean> {
  const {numUpdatedRows} = await tx
    .updateTable('evidence')
    .set({state: 'ready'})
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** What is learned of a file beside its sealing: the size it shall have, the kind it is by its content. */
export async function setFileFacts(
  tx: Tx,
  key: {envId: string; id: string},
  facts: {size: number} | {content_type: string},
): Promise<void> {
  await tx.updateTable('file').set(facts).where('env_id', '=', key.envId).where('id', '=', key.id).execute();
}

/** Size and kind of a sealed file, or what a pending one shall have and be. */
export function findFilePromise(
  reader: Reader,
  key: {envId: string; id: string},
): Promise<{size: number; content_type: string}> {
  return reader
    .selectFrom('file')
    .select(['size', 'content_type'])
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow();
}
