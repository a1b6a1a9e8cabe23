import {CompiledQuery} from 'kysely';
import type {Insertable, Updateable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import {Remembered} from './remembered.ts';
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

/** What decides whether a webhook gets an event. */
export type EnabledWebhook = Pick<Row<'webhook'>, 'id' | 'enabled_events' | 'payload_filter'>;

/** Webhooks, and the text they came from, which stays equal as long as the same ones are enabled for the same events. */
const enabledWebhooks = new Remembered<{text: string; webhooks: EnabledWebhook[]}>(1000);

const enabledAsText = (env: string): string => `coalesce((
  select json_agg(json_build_object('id', id, 'enabled_events', enabled_events, 'payload_filter', payload_filter) order by id)
  from webhook where env_id = ${env} and status = 'enabled'
)::text, '[]')`;

/** Remembered from one transaction to the next; the statement that writes checks that they are still these. */
export async function listEnabledWebhooks(tx: Tx, envId: string): Promise<EnabledWebhook[]> {
  const known = await enabledWebhooks.use(tx, envId, {
    read: async () => {
      const query = CompiledQuery.raw(`select ${enabledAsText('$1')} as text`, [envId]);
      const {rows} = await tx.executeQuery<{text: string}>(query);
      const text = rows[0]?.text ?? '[]';
      return {text, webhooks: JSON.parse(text) as EnabledWebhook[]};
    },
    holds: ({text}, value) => `${enabledAsText(value(envId))} = ${value(text)}`,
  });
  return known?.webhooks ?? [];
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
