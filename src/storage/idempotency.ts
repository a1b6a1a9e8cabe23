/** First answers, kept to be given again. */
import {batchOf} from './batch.ts';
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

/** Status of a row whose request is still being worked on; it is never committed. */
const unanswered = 0;

/**
 * Claims a key for this transaction, with its next statement, which throws `KeyTaken` when there is an answer already. Another
 * transaction that holds the same key is waited for. A row past its time is taken over.
 */
export function claimIdempotencyKey(
  tx: Tx,
  row: Pick<Row<'idempotency'>, 'env_id' | 'key' | 'request_hash' | 'created_at' | 'expires_at'>,
): void {
  batchOf(tx).claim({status: unanswered, response: noResponse, subject_id: row.env_id, ...row});
}

const noResponse = Buffer.alloc(0);

export function findIdempotency(reader: Reader, envId: string, key: string): Promise<Row<'idempotency'> | undefined> {
  return reader
    .selectFrom('idempotency')
    .selectAll()
    .where('env_id', '=', envId)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function storeIdempotentAnswer(
  tx: Tx,
  row: Pick<Row<'idempotency'>, 'env_id' | 'key' | 'status' | 'response' | 'subject_id'>,
): Promise<void> {
  if (batchOf(tx).answer(row)) return;
  await tx
    .updateTable('idempotency')
    .set({status: row.status, response: row.response, subject_id: row.subject_id})
    .where('env_id', '=', row.env_id)
    .where('key', '=', row.key)
    .execute();
}

/** Forgets answers past their time, of every environment. */
export async function sweepIdempotency(reader: Reader, now: Date): Promise<void> {
  await reader.deleteFrom('idempotency').where('expires_at', '<=', now).execute();
}
