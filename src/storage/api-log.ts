import {sql} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/**
 * Many at once; one that stands there already is left. They go as one document, for a statement with a parameter for each of thousands
 * of values costs this process and PostgreSQL more than all else of the log.
 */
export async function insertApiLogs(reader: Reader, rows: readonly Row<'api_log'>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into api_log select * from jsonb_populate_recordset(null::api_log, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(reader);
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
