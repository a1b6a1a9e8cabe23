/** Queries of codes sent to a number or address: one row a verification, that of the code sent last. */
import type {Insertable} from 'kysely';
import type {Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

/** The row, held until the transaction ends: of two codes typed at once one comes after the other. */
export function lockConfirmationCode(
  tx: Tx,
  key: {envId: string; verificationId: string},
): Promise<Row<'confirmation_code'> | undefined> {
  return tx
    .selectFrom('confirmation_code')
    .selectAll()
    .where('env_id', '=', key.envId)
    .where('verification_id', '=', key.verificationId)
    .forUpdate()
    .executeTakeFirst();
}

/** A new code takes the place of the one before, which opens nothing any more. */
export async function putConfirmationCode(tx: Tx, row: Insertable<Tables['confirmation_code']>): Promise<void> {
  const {code_hash, sends, wrong, sent_at} = row;
  await tx
    .insertInto('confirmation_code')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['env_id', 'verification_id']).doUpdateSet({code_hash, sends, wrong, sent_at, used_at: null}),
    )
    .execute();
}

export async function recordTyped(
  tx: Tx,
  row: Row<'confirmation_code'>,
  changes: {wrong?: number; used_at?: Date},
): Promise<void> {
  await tx
    .updateTable('confirmation_code')
    .set(changes)
    .where('env_id', '=', row.env_id)
    .where('verification_id', '=', row.verification_id)
    .execute();
}
