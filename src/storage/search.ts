/**
 * Searches as SQL: each noun says what its attributes are in its rows, and clauses become one condition. Values are parameters;
 * nothing a caller wrote stands in the text.
 */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import {CountersignError} from '../protocol/errors.ts';
import {toKebab} from '../protocol/inflection.ts';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import {deepestSearch} from '../protocol/search.ts';
import type {SearchClause, SearchCondition, SearchOperator} from '../protocol/search.ts';

export interface SearchAttribute {
  /** Times compare as moments; texts by bytes. A `json` value compares as what the caller wrote: number with number, text with text. */
  kind: 'text' | 'time' | 'json';
  column: RawBuilder<unknown>;
}

export interface SearchNoun {
  table: 'account' | 'inquiry';
  attributes: Readonly<Record<string, SearchAttribute>>;
  /** `fields.<key>` as jsonb; null where the noun has no such place. */
  field(key: string): RawBuilder<unknown>;
}

export type Sort = {attribute: 'created-at' | 'updated-at'; direction: 'asc' | 'desc'};

/** The condition of a search. @throws CountersignError `invalid_attribute` with a pointer into the body */
export function searchCondition(
  noun: SearchNoun,
  clause: SearchClause,
  pointer = '/query',
  depth = 1,
): RawBuilder<boolean> {
  if (depth > deepestSearch)
    throw new CountersignError('invalid_attribute', {details: `Expected at most ${deepestSearch} levels.`, pointer});
  if ('and' in clause) return joined(noun, clause.and, {by: 'and', pointer: `${pointer}/and`, depth});
  if ('or' in clause) return joined(noun, clause.or, {by: 'or', pointer: `${pointer}/or`, depth});
  // what is not known is not equal either: `not` finds the rows without a value too
  if ('not' in clause) return sql`(${searchCondition(noun, clause.not, `${pointer}/not`, depth + 1)}) is not true`;
  return compared(noun, clause, pointer);
}

function joined(
  noun: SearchNoun,
  clauses: readonly SearchClause[],
  {by, pointer, depth}: {by: 'and' | 'or'; pointer: string; depth: number},
): RawBuilder<boolean> {
  if (clauses.length === 0) return by === 'and' ? sql`true` : sql`false`;
  const parts = clauses.map((clause, i) => searchCondition(noun, clause, `${pointer}/${i}`, depth + 1));
  return sql`(${sql.join(parts, by === 'and' ? sql` and ` : sql` or `)})`;
}

const operators: Record<SearchOperator, RawBuilder<unknown>> = {
  eq: sql`=`,
  gt: sql`>`,
  gte: sql`>=`,
  lt: sql`<`,
  lte: sql`<=`,
};

function compared(
  noun: SearchNoun,
  {attribute, operator, value}: SearchCondition,
  pointer: string,
): RawBuilder<boolean> {
  const {kind, column} = attributeOf(noun, attribute, `${pointer}/attribute`);
  const sign = operators[operator];
  switch (kind) {
    case 'text':
      return operator === 'eq'
        ? sql`${column} = ${String(value)}`
        : sql`${column} collate "C" ${sign} ${String(value)}`;
    case 'time':
      return sql`${column} ${sign} ${momentOf(value, `${pointer}/value`)}::timestamptz`;
    case 'json':
      return sameKind(column, sign, value);
  }
}

/** jsonb orders values of different kinds among each other; only values of the caller's kind are meant. */
function sameKind(
  column: RawBuilder<unknown>,
  sign: RawBuilder<unknown>,
  value: SearchCondition['value'],
): RawBuilder<boolean> {
  const json = JSON.stringify(value);
  return sql`(jsonb_typeof(${column}) = ${typeof value} and ${column} ${sign} ${json}::jsonb)`;
}

function attributeOf(noun: SearchNoun, name: string, pointer: string): SearchAttribute {
  const key = /^fields\.(.+)$/.exec(name)?.[1];
  if (key !== undefined) return {kind: 'json', column: noun.field(key)};
  const known = noun.attributes[toKebab(name)];
  if (known) return known;
  const names = Object.keys(noun.attributes).join(', ');
  throw new CountersignError('invalid_attribute', {details: `Expected one of ${names}, or fields.<key>.`, pointer});
}

function momentOf(value: SearchCondition['value'], pointer: string): string {
  const text =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value) ? value : '';
  const moment = new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new CountersignError('invalid_attribute', {
    details: 'Expected a date such as 2026-03-29, or 2026-03-29T19:06:45Z.',
    pointer,
  });
}

/** What a search adds to the query of its noun. */
export interface SearchSlice {
  where: RawBuilder<boolean>;
  order: RawBuilder<unknown>;
  limit: number;
}

/**
 * One page in the order of a time, ids breaking ties; the cursor is the id of a row, whose time is looked up as it is now.
 * Ids carry the time of creation, so that order needs nothing else, and its index is the primary key.
 */
export async function fetchSorted<T extends {id: string}>(
  page: PageRequest,
  order: {table: SearchNoun['table']; envId: string; sort: Sort},
  fetch: (slice: SearchSlice) => Promise<T[]>,
): Promise<Page<T>> {
  const backwards = page.before !== undefined;
  const rising = (order.sort.direction === 'asc') !== backwards;
  const direction = rising ? sql`asc` : sql`desc`;
  const byTime = order.sort.attribute === 'updated-at';
  const rows = await fetch({
    where: beyond(order, rising, page.before ?? page.after),
    order: byTime ? sql`updated_at ${direction}, id collate "C" ${direction}` : sql`id collate "C" ${direction}`,
    limit: page.size + 1,
  });
  const items = rows.slice(0, page.size);
  if (backwards) return {items: items.reverse(), hasPrevious: rows.length > page.size, hasNext: true};
  return {items, hasPrevious: page.after !== undefined, hasNext: rows.length > page.size};
}

function beyond(
  {table, envId, sort}: {table: SearchNoun['table']; envId: string; sort: Sort},
  rising: boolean,
  cursor: string | undefined,
): RawBuilder<boolean> {
  if (cursor === undefined) return sql`true`;
  const sign = rising ? sql`>` : sql`<`;
  if (sort.attribute === 'created-at') return sql`id collate "C" ${sign} ${cursor}`;
  const start = sql`select c.updated_at, c.id collate "C" from ${sql.table(table)} c where c.env_id = ${envId} and c.id = ${cursor}`;
  return sql`(updated_at, id collate "C") ${sign} (${start})`;
}
