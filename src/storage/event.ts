import type {Page, PageRequest} from '../protocol/pagination.ts';
import {batchOf} from './batch.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/** Written with what else waits in this transaction. */
export function insertEvent(tx: Tx, row: Row<'event'>): void {
  batchOf(tx).insert('event', row);
}

export function findEvent(reader: Reader, envId: string, id: string): Promise<Row<'event'> | undefined> {
  return reader.selectFrom('event').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

export interface EventFilter {
  ids?: readonly string[];
  names?: readonly string[];
  objectIds?: readonly string[];
}

export function listEvents(
  reader: Reader,
  envId: string,
  filter: EventFilter,
  page: PageRequest,
): Promise<Page<Row<'event'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('event').selectAll().where('env_id', '=', envId).where(where);
    if (filter.ids) query = query.where('id', 'in', ['', ...filter.ids]);
    if (filter.names) query = query.where('name', 'in', ['', ...filter.names]);
    if (filter.objectIds) query = query.where('object_id', 'in', ['', ...filter.objectIds]);
    return query.orderBy(order).limit(limit).execute();
  });
}

/** What was ever told of some objects. */
export function listObjectEvents(
  reader: Reader,
  envId: string,
  objectIds: readonly string[],
): Promise<Pick<Row<'event'>, 'id' | 'object_type' | 'object_id' | 'subject_id'>[]> {
  return reader
    .selectFrom('event')
    .select(['id', 'object_type', 'object_id', 'subject_id'])
    .where('env_id', '=', envId)
    .where('object_id', 'in', ['', ...objectIds])
    .execute();
}

export async function updateEventPayload(tx: Tx, envId: string, id: string, payload: Buffer): Promise<void> {
  await tx.updateTable('event').set({payload}).where('env_id', '=', envId).where('id', '=', id).execute();
}
