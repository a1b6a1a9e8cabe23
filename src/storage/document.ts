/** Queries of documents: what was collected, page by page, and what was read from it. */
import type {Insertable, Updateable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export type DocumentRow = Row<'document'>;

export function insertDocument(tx: Tx, row: Insertable<Tables['document']>): Promise<DocumentRow> {
  return tx.insertInto('document').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findDocument(reader: Reader, key: {envId: string; id: string}): Promise<DocumentRow | undefined> {
  return reader
    .selectFrom('document')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/** Whose key seals what belongs to it. */
export function subjectOfDocument(
  row: Pick<DocumentRow, 'id' | 'inquiry_id' | 'transaction_id' | 'verification_id'>,
): string {
  return row.inquiry_id ?? row.transaction_id ?? row.verification_id ?? row.id;
}

/** Held until the transaction ends. */
export function lockDocument(tx: Tx, key: {envId: string; id: string}): Promise<DocumentRow | undefined> {
  return tx
    .selectFrom('document')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst();
}

/** Of one inquiry, oldest first. */
export function listDocuments(reader: Reader, key: {envId: string; inquiryId: string}): Promise<DocumentRow[]> {
  return reader
    .selectFrom('document')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('inquiry_id', '=', key.inquiryId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function updateDocument(
  tx: Tx,
  key: {envId: string; id: string},
  changes: Omit<Updateable<Tables['document']>, 'env_id' | 'id'>,
): Promise<DocumentRow> {
  return tx
    .updateTable('document')
    .set(changes)
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
