import type {Insertable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

/** Many at once; one that stands there already is left. */
export async function insertApiLogs(reader: Reader, rows: readonly Insertable<Tables['api_log']>[]): Promise<void> {
  if (rows.length === 0) return;
  await reader
    .insertInto('api_log')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function findApiLog(reader: Reader, envId: string, id: string): Promise<Row<'api_log'> | undefined> {
  return reader.selectFrom('api_log').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

export interface ApiLogFilter {
  callerId?: string;
  status?: number;
}

export function listApiLogs(
  reader: Reader,
  envId: string,
  filter: ApiLogFilter,
  page: PageRequest,
): Promise<Page<Row<'api_log'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('api_log').selectAll().where('env_id', '=', envId).where(where);
    if (filter.callerId !== undefined) query = query.where('caller_id', '=', filter.callerId);
    if (filter.status !== undefined) query = query.where('status', '=', filter.status);
    return query.orderBy(order).limit(limit).execute();
  });
}

/** Forgets what is older, of every environment. */
export async function sweepApiLogs(reader: Reader, before: Date): Promise<void> {
  await reader.deleteFrom('api_log').where('created_at', '<', before).execute();
}
