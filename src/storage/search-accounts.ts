import {sql} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {SearchClause} from '../protocol/search.ts';
import type {Reader} from './database.ts';
import type {Row} from './schema.ts';
import {fetchSorted, searchCondition} from './search.ts';
import type {SearchNoun, Sort} from './search.ts';

const noun: SearchNoun = {
  table: 'account',
  attributes: {
    // the one type of an environment has the environment's id, with another prefix
    type: {kind: 'text', column: sql`replace(account.env_id, 'env_', 'acttp_')`},
    status: {kind: 'text', column: sql`account.status`},
    'created-at': {kind: 'time', column: sql`account.created_at`},
    'updated-at': {kind: 'time', column: sql`account.updated_at`},
    'reference-id': {kind: 'text', column: sql`account.reference_id`},
  },
  // `name_first` and `name-first` are the member `first` of the hash `name`, as accounts are written
  field: (key) => {
    const [, hash, member] = /^(name|address)[-_](.+)$/.exec(key) ?? [];
    if (hash !== undefined && member !== undefined)
      return sql`(account.fields -> ${hash}::text -> 'value' -> ${member.replaceAll('-', '_')}::text -> 'value')`;
    return sql`(account.fields -> ${key.replaceAll('-', '_')}::text -> 'value')`;
  },
};

/** Archived accounts are found too. @throws CountersignError `invalid_attribute` for what cannot be searched by */
export function searchAccounts(
  reader: Reader,
  envId: string,
  search: {clause?: SearchClause | undefined; sort: Sort},
  page: PageRequest,
): Promise<Page<Row<'account'>>> {
  const condition = search.clause ? searchCondition(noun, search.clause) : sql<boolean>`true`;
  return fetchSorted(page, {table: noun.table, envId, sort: search.sort}, ({where, order, limit}) =>
    reader
      .selectFrom('account')
      .selectAll()
      .where('env_id', '=', envId)
      .where(condition)
      .where(where)
      .orderBy(order)
      .limit(limit)
      .execute(),
  );
}
