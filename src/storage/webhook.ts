import type {Insertable, Updateable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function insertWebhook(tx: Tx, row: Insertable<Tables['webhook']>): Promise<Row<'webhook'>> {
  return tx.insertInto('webhook').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findWebhook(reader: Reader, envId: string, id: string): Promise<Row<'webhook'> | undefined> {
  return reader.selectFrom('webhook').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

export function updateWebhookRow(
  tx: Tx,
  envId: string,
  id: string,
  changes: Omit<Updateable<Tables['webhook']>, 'env_id' | 'id' | 'created_at'>,
): Promise<Row<'webhook'> | undefined> {
  return tx
    .updateTable('webhook')
    .set(changes)
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export function listWebhooks(
  reader: Reader,
  envId: string,
  filter: {statuses?: readonly Row<'webhook'>['status'][]},
  page: PageRequest,
): Promise<Page<Row<'webhook'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('webhook').selectAll().where('env_id', '=', envId).where(where);
    if (filter.statuses) query = query.where('status', 'in', filter.statuses);
    return query.orderBy(order).limit(limit).execute();
  });
}

export function listEnabledWebhooks(reader: Reader, envId: string): Promise<Row<'webhook'>[]> {
  return reader.selectFrom('webhook').selectAll().where('env_id', '=', envId).where('status', '=', 'enabled').execute();
}

export async function insertWebhookSecret(tx: Tx, row: Insertable<Tables['webhook_secret']>): Promise<void> {
  await tx.insertInto('webhook_secret').values(row).execute();
}

/** Secrets that sign at this moment, newest first. */
export function listWebhookSecrets(
  reader: Reader,
  envId: string,
  webhookId: string,
  now: Date,
): Promise<Row<'webhook_secret'>[]> {
  return (
    reader
      .selectFrom('webhook_secret')
      .selectAll()
      .where('env_id', '=', envId)
      .where('webhook_id', '=', webhookId)
      .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
      // the one in use has no end, and is the newest
      .orderBy('expires_at', (order) => order.desc().nullsFirst())
      .orderBy('created_at', 'desc')
      .execute()
  );
}

/** Gives every secret that would outlive the moment this end. */
export async function expireWebhookSecrets(tx: Tx, envId: string, webhookId: string, at: Date): Promise<void> {
  await tx
    .updateTable('webhook_secret')
    .set({expires_at: at})
    .where('env_id', '=', envId)
    .where('webhook_id', '=', webhookId)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', at)]))
    .execute();
}

/** The one that has no end yet. */
export function findWebhookSecretInUse(
  reader: Reader,
  envId: string,
  webhookId: string,
): Promise<Row<'webhook_secret'> | undefined> {
  return reader
    .selectFrom('webhook_secret')
    .selectAll()
    .where('env_id', '=', envId)
    .where('webhook_id', '=', webhookId)
    .where('expires_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

export async function setWebhookSecretExpiry(tx: Tx, envId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('webhook_secret')
    .set({expires_at: at})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .execute();
}
