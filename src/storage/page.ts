/** Cursor pages over ids: newest first, stable while rows are added. */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';

/** What a list query adds to itself: a condition, an order and a limit. */
export interface Slice {
  where: RawBuilder<boolean>;
  order: RawBuilder<unknown>;
  limit: number;
}

/**
 * Runs a list query for one page. Ids are time-ordered in the order of bytes, so both sides of the comparison say `collate "C"`:
 * a server's own locale would sort them otherwise. `column` is the id's column when the query joins tables.
 */
export async function fetchPage<T extends {id: string}>(
  page: PageRequest,
  fetch: (slice: Slice) => Promise<T[]>,
  column = 'id',
): Promise<Page<T>> {
  const id = sql.ref(column);
  const limit = page.size + 1;
  if (page.before !== undefined) {
    const rows = await fetch({
      where: sql<boolean>`${id} collate "C" > ${page.before}`,
      order: sql`${id} collate "C" asc`,
      limit,
    });
    return {items: rows.slice(0, page.size).reverse(), hasPrevious: rows.length > page.size, hasNext: true};
  }
  const where = page.after === undefined ? sql<boolean>`true` : sql<boolean>`${id} collate "C" < ${page.after}`;
  const rows = await fetch({where, order: sql`${id} collate "C" desc`, limit});
  return {items: rows.slice(0, page.size), hasPrevious: page.after !== undefined, hasNext: rows.length > page.size};
}
