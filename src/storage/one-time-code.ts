import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export function insertCode(tx: Tx, row: Insertable<Tables['one_time_code']>): Promise<Row<'one_time_code'>> {
  return tx.insertInto('one_time_code').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Without an environment: the code is what names it. */
export function findCodeByHash(reader: Reader, codeHash: Buffer): Promise<Row<'one_time_code'> | undefined> {
  return reader.selectFrom('one_time_code').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
}

/** Takes an unclaimed, unexpired code; of two claims at once one gets nothing. */
export function claimCode(
  tx: Tx,
  envId: string,
  id: string,
  claim: {secretHash: Buffer; now: Date},
): Promise<Row<'one_time_code'> | undefined> {
  return tx
    .updateTable('one_time_code')
    .set({claimed_at: claim.now, claim_secret_hash: claim.secretHash})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('claimed_at', 'is', null)
    .where('expires_at', '>', claim.now)
    .returningAll()
    .executeTakeFirst();
}

/** Ends every unclaimed code of an inquiry. */
export async function expireCodes(tx: Tx, envId: string, inquiryId: string, now: Date): Promise<void> {
  await tx
    .updateTable('one_time_code')
    .set({expires_at: now})
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .where('expires_at', '>', now)
    .execute();
}
