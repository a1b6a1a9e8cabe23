import type {Insertable, Updateable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function insertOauthClient(tx: Tx, row: Insertable<Tables['oauth_client']>): Promise<Row<'oauth_client'>> {
  return tx.insertInto('oauth_client').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findOauthClient(reader: Reader, envId: string, id: string): Promise<Row<'oauth_client'> | undefined> {
  return reader
    .selectFrom('oauth_client')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Without an environment: the client that shows itself is what names it. */
export function findOauthClientAnywhere(reader: Reader, id: string): Promise<Row<'oauth_client'> | undefined> {
  return reader.selectFrom('oauth_client').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listOauthClients(reader: Reader, envId: string, page: PageRequest): Promise<Page<Row<'oauth_client'>>> {
  return fetchPage(page, ({where, order, limit}) =>
    reader
      .selectFrom('oauth_client')
      .selectAll()
      .where('env_id', '=', envId)
      .where(where)
      .orderBy(order)
      .limit(limit)
      .execute(),
  );
}

export function updateOauthClientRow(
  tx: Tx,
  envId: string,
  id: string,
  changes: Omit<Updateable<Tables['oauth_client']>, 'env_id' | 'id' | 'created_at'>,
): Promise<Row<'oauth_client'> | undefined> {
  return tx
    .updateTable('oauth_client')
    .set(changes)
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export async function insertOauthToken(tx: Tx, row: Insertable<Tables['oauth_token']>): Promise<void> {
  await tx.insertInto('oauth_token').values(row).execute();
}

/**
 * What a token lets its client do, in the shape of an API key: of the permissions it was given those that the client still has.
 * Undefined when there is no such token, or its client was revoked. The caller checks `expires_at` and the address.
 */
export async function findKeyOfToken(reader: Reader, hash: Buffer): Promise<Row<'api_key'> | undefined> {
  const row = await reader
    .selectFrom('oauth_token as token')
    .innerJoin('oauth_client as client', (join) =>
      join.onRef('client.env_id', '=', 'token.env_id').onRef('client.id', '=', 'token.client_id'),
    )
    .selectAll('client')
    .select(['token.permissions as granted', 'token.expires_at'])
    .where('token.hash', '=', hash)
    .where('client.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const {secret_hash: _secret, public_key: _key, revoked_at: _revoked, granted, ...client} = row;
  const permissions = granted.filter((permission) => client.permissions.includes(permission));
  return {...client, hash, permissions};
}

/** Takes a client's tokens back; `hash` names one. Returns those that were there. */
export function deleteOauthTokens(
  tx: Tx,
  envId: string,
  of: {clientId: string; hash?: Buffer},
): Promise<Pick<Row<'oauth_token'>, 'hash'>[]> {
  let query = tx.deleteFrom('oauth_token').where('env_id', '=', envId).where('client_id', '=', of.clientId);
  if (of.hash) query = query.where('hash', '=', of.hash);
  return query.returning('hash').execute();
}

/** False when this assertion was used before. */
export async function useAssertion(tx: Tx, row: Row<'oauth_assertion'>): Promise<boolean> {
  const used = await tx
    .insertInto('oauth_assertion')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('client_id')
    .executeTakeFirst();
  return used !== undefined;
}

/** Forgets tokens and assertions that are over, of every environment. */
export async function sweepOauth(reader: Reader, now: Date): Promise<void> {
  await reader.deleteFrom('oauth_token').where('expires_at', '<=', now).execute();
  await reader.deleteFrom('oauth_assertion').where('expires_at', '<=', now).execute();
}
