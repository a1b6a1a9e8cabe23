/** First answers, kept to be given again. */
import {sql} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

/** Status of a row whose request is still being worked on; it is never committed. */
const unanswered = 0;

/**
 * Claims a key for this transaction. Another transaction that holds the same key is waited for: if it commits, this claim fails
 * (false) and its answer can be read; if it rolls back, this claim holds. A row past its time is taken over.
 */
export async function claimIdempotencyKey(
  tx: Tx,
  row: {env_id: string; key: string; request_hash: Buffer; created_at: Date; expires_at: Date},
): Promise<boolean> {
  const claimed = await tx
    .insertInto('idempotency')
    .values({...row, status: unanswered, response: Buffer.alloc(0), subject_id: row.env_id})
    .onConflict((conflict) =>
      conflict
        .columns(['env_id', 'key'])
        .doUpdateSet({
          request_hash: (is) => is.ref('excluded.request_hash'),
          status: unanswered,
          response: (is) => is.ref('excluded.response'),
          subject_id: (is) => is.ref('excluded.subject_id'),
          created_at: (is) => is.ref('excluded.created_at'),
          expires_at: (is) => is.ref('excluded.expires_at'),
        })
        .where(sql<boolean>`idempotency.expires_at <= ${row.created_at}`),
    )
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}

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
