/** What hangs on transactions: their label, what they are related to, and the verifications they run. */
import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export interface TransactionRelated {
  label?: Row<'transaction_label'>;
  targetIds: readonly string[];
  verifications: readonly Pick<Row<'verification'>, 'id' | 'kind'>[];
}

/** By transaction id; every given one is in the answer. */
export async function readTransactionRelated(
  reader: Reader,
  envId: string,
  ids: readonly string[],
): Promise<Map<string, TransactionRelated>> {
  if (ids.length === 0) return new Map();
  const labels = await reader
    .selectFrom('transaction_label')
    .selectAll()
    .where('env_id', '=', envId)
    .where('transaction_id', 'in', [...ids])
    .execute();
  const relations = await reader
    .selectFrom('transaction_relation')
    .selectAll()
    .where('env_id', '=', envId)
    .where('transaction_id', 'in', [...ids])
    .orderBy('created_at')
    .orderBy('target_id')
    .execute();
  const verifications = await reader
    .selectFrom('verification')
    .select(['id', 'kind', 'transaction_id'])
    .where('env_id', '=', envId)
    .where('transaction_id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return new Map(
    ids.map((id) => {
      const label = labels.find((one) => one.transaction_id === id);
      return [
        id,
        {
          ...(label && {label}),
          targetIds: relations.flatMap((one) => (one.transaction_id === id ? [one.target_id] : [])),
          verifications: verifications.filter((one) => one.transaction_id === id),
        },
      ];
    }),
  );
}

/** Takes the place of an earlier one, and keeps when that was made. */
export async function putTransactionLabel(tx: Tx, row: Insertable<Tables['transaction_label']>): Promise<void> {
  const {label, score = null, model_version: modelVersion = null, updated_at: updatedAt} = row;
  await tx
    .insertInto('transaction_label')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['env_id', 'transaction_id'])
        .doUpdateSet({label, score, model_version: modelVersion, updated_at: updatedAt}),
    )
    .execute();
}

/** False where it stands already. */
export async function insertTransactionRelation(tx: Tx, row: Row<'transaction_relation'>): Promise<boolean> {
  const {numInsertedOrUpdatedRows = 0n} = await tx
    .insertInto('transaction_relation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** False where there was none. */
export async function deleteTransactionRelation(
  tx: Tx,
  envId: string,
  relation: {transactionId: string; key: string; targetId: string},
): Promise<boolean> {
  const {numDeletedRows} = await tx
    .deleteFrom('transaction_relation')
    .where('env_id', '=', envId)
    .where('transaction_id', '=', relation.transactionId)
    .where('key', '=', relation.key)
    .where('target_id', '=', relation.targetId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
