/** Queries of lists and their items. */
import {sql} from 'kysely';
import type {Insertable} from 'kysely';
import type {ListKind} from '../protocol/list.ts';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function insertList(tx: Tx, row: Insertable<Tables['list']>): Promise<Row<'list'>> {
  return tx.insertInto('list').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findList(reader: Reader, envId: string, id: string): Promise<Row<'list'> | undefined> {
  return reader.selectFrom('list').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

export function listLists(
  reader: Reader,
  envId: string,
  filter: {status?: 'active' | 'archived' | undefined},
  page: PageRequest,
): Promise<Page<Row<'list'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('list').selectAll().where('env_id', '=', envId).where(where);
    if (filter.status) query = query.where('status', '=', filter.status);
    return query.orderBy(order).limit(limit).execute();
  });
}

/** Nothing where there is no such list. One that is archived already stays as it is. */
export async function archiveListRow(tx: Tx, envId: string, id: string, now: Date): Promise<Row<'list'> | undefined> {
  await tx
    .updateTable('list')
    .set({status: 'archived', archived_at: now, updated_at: now})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .execute();
  return findList(tx, envId, id);
}

/** An item with how many inquiries it was met in. */
export type ListItemRow = Row<'list_item'> & {match_count: number};

/** Those that are not on the list already; returned in the order they were made. */
export function insertListItems(tx: Tx, rows: readonly Insertable<Tables['list_item']>[]): Promise<Row<'list_item'>[]> {
  return tx
    .insertInto('list_item')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute();
}

export function findListItem(
  reader: Reader,
  envId: string,
  {id, kind}: {id: string; kind: ListKind},
): Promise<ListItemRow | undefined> {
  return reader
    .selectFrom('list_item')
    .selectAll()
    .select((is) =>
      is
        .selectFrom('list_match')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('list_match.env_id', '=', 'list_item.env_id')
        .whereRef('list_match.list_item_id', '=', 'list_item.id')
        .as('match_count'),
    )
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst() as Promise<ListItemRow | undefined>;
}

export async function archiveListItemRow(tx: Tx, envId: string, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('list_item')
    .set({status: 'archived', archived_at: now, updated_at: now})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .execute();
}

/** Active items of active lists that have any of the hashes, exactly or loosely, and every place. */
export function findListCandidates(
  reader: Reader,
  envId: string,
  by: {hashes: readonly Buffer[]; looseHashes: readonly Buffer[]; places: boolean},
): Promise<(Row<'list_item'> & {allow_fuzzy: boolean})[]> {
  return reader
    .selectFrom('list_item')
    .innerJoin('list', (join) =>
      join.onRef('list.env_id', '=', 'list_item.env_id').onRef('list.id', '=', 'list_item.list_id'),
    )
    .selectAll('list_item')
    .select('list.allow_fuzzy')
    .where('list_item.env_id', '=', envId)
    .where('list_item.status', '=', 'active')
    .where('list.status', '=', 'active')
    .where((is) =>
      is.or([
        ...(by.hashes.length > 0 ? [is('list_item.match_hash', 'in', [...by.hashes])] : []),
        ...(by.looseHashes.length > 0
          ? [is.and([is('list_item.loose_hash', 'in', [...by.looseHashes]), is('list.allow_fuzzy', '=', true)])]
          : []),
        ...(by.places ? [is('list_item.kind', '=', 'geolocation')] : []),
      ]),
    )
    .orderBy('list_item.id')
    .limit(500)
    .execute();
}

/** Whether anything could match at all. */
export async function hasActiveLists(reader: Reader, envId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('list')
    .select('id')
    .where('env_id', '=', envId)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts an item once for an inquiry. */
export async function insertListMatches(tx: Tx, rows: readonly Row<'list_match'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('list_match')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
