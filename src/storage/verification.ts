/** Queries of verifications: one attempt to verify something. Every update is fenced by the version it was read with. */
import type {Insertable, Updateable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export type VerificationRow = Row<'verification'>;

export async function insertVerification(tx: Tx, row: Insertable<Tables['verification']>): Promise<VerificationRow> {
  return tx.insertInto('verification').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findVerification(
  reader: Reader,
  key: {envId: string; id: string},
): Promise<VerificationRow | undefined> {
  return reader
    .selectFrom('verification')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/** Whose key seals what belongs to it: the inquiry's, the transaction's, or its own. */
export function subjectOfVerification(row: Pick<VerificationRow, 'id' | 'inquiry_id' | 'transaction_id'>): string {
  return row.inquiry_id ?? row.transaction_id ?? row.id;
}

/** Held until the transaction ends. */
export function lockVerification(tx: Tx, key: {envId: string; id: string}): Promise<VerificationRow | undefined> {
  return tx
    .selectFrom('verification')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst();
}

/** Of one transaction, oldest first. */
export function listTransactionVerifications(
  reader: Reader,
  key: {envId: string; transactionId: string},
): Promise<VerificationRow[]> {
  return reader
    .selectFrom('verification')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('transaction_id', '=', key.transactionId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Of one inquiry, oldest first. */
export function listVerifications(reader: Reader, key: {envId: string; inquiryId: string}): Promise<VerificationRow[]> {
  return reader
    .selectFrom('verification')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('inquiry_id', '=', key.inquiryId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Writes changes and the next version, if the row still has the one that was read; undefined where it has not. */
export function updateVerification(
  tx: Tx,
  row: VerificationRow,
  changes: Omit<Updateable<Tables['verification']>, 'env_id' | 'id' | 'version'>,
): Promise<VerificationRow | undefined> {
  return tx
    .updateTable('verification')
    .set({...changes, version: row.version + 1})
    .where('env_id', '=', row.env_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
}
