/** Queries of what was sent to whom: moments by keyed hash. */
import {sql} from 'kysely';
import type {Reader, Tx} from './database.ts';

/** Moments since `since`. The key is held until the transaction ends, so that two senders at once do not both take the last place. */
export async function lockMessageMoments(tx: Tx, envId: string, keyHash: Buffer, since: Date): Promise<Date[]> {
  await sql`select pg_advisory_xact_lock(${sql.lit(keyHash.readInt32BE(0))}, ${sql.lit(keyHash.readInt32BE(4))})`.execute(
    tx,
  );
  const rows = await tx
    .selectFrom('message_count')
    .select('sent_at')
    .where('env_id', '=', envId)
    .where('key_hash', '=', keyHash)
    .where('sent_at', '>', since)
    .execute();
  return rows.map(({sent_at: at}) => at);
}

export async function countMessage(
  tx: Tx,
  rows: readonly {env_id: string; id: string; key_hash: Buffer; sent_at: Date}[],
): Promise<void> {
  await tx
    .insertInto('message_count')
    .values([...rows])
    .execute();
}

/** Forgets what no limit looks at any more. */
export async function sweepMessageCounts(reader: Reader, before: Date): Promise<void> {
  await reader.deleteFrom('message_count').where('sent_at', '<', before).execute();
}
