import type {Insertable, Updateable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export function insertApiKey(tx: Tx, row: Insertable<Tables['api_key']>): Promise<Row<'api_key'>> {
  return tx.insertInto('api_key').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findApiKey(reader: Reader, envId: string, id: string): Promise<Row<'api_key'> | undefined> {
  return reader.selectFrom('api_key').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

/** Without an environment: the key is what names it. The caller checks `expires_at` and the address. */
export function findApiKeyByHash(reader: Reader, hash: Buffer): Promise<Row<'api_key'> | undefined> {
  return reader.selectFrom('api_key').selectAll().where('hash', '=', hash).executeTakeFirst();
}

export function updateApiKeyRow(
  tx: Tx,
  envId: string,
  id: string,
  changes: Omit<Updateable<Tables['api_key']>, 'env_id' | 'id' | 'hash' | 'created_at'>,
): Promise<Row<'api_key'> | undefined> {
  return tx
    .updateTable('api_key')
    .set(changes)
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export function updateApiKeyExpiry(
  tx: Tx,
  envId: string,
  id: string,
  expiresAt: Date,
  now: Date,
): Promise<Row<'api_key'> | undefined> {
  return tx
    .updateTable('api_key')
    .set({expires_at: expiresAt, updated_at: now})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** Notes the use of a key, at most once a minute: the answer "is it still used" needs no more, and most requests then write nothing. */
export async function touchApiKey(reader: Reader, envId: string, id: string, now: Date): Promise<void> {
  await reader
    .updateTable('api_key')
    .set({last_used_at: now})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where((is) => is.or([is('last_used_at', 'is', null), is('last_used_at', '<', new Date(now.getTime() - 60_000))]))
    .execute();
}
