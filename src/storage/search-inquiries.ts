import {sql} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {SearchClause} from '../protocol/search.ts';
import type {Reader} from './database.ts';
import type {Row} from './schema.ts';
import {fetchSorted, searchCondition} from './search.ts';
import type {SearchNoun, Sort} from './search.ts';

const noun: SearchNoun = {
  table: 'inquiry',
  attributes: {
    status: {kind: 'text', column: sql`inquiry.status`},
    'created-at': {kind: 'time', column: sql`inquiry.created_at`},
    'updated-at': {kind: 'time', column: sql`inquiry.updated_at`},
    'reference-id': {
      kind: 'text',
      column: sql`coalesce((select a.reference_id from account a where a.env_id = inquiry.env_id and a.id = inquiry.account_id), inquiry.claimed_reference_id)`,
    },
    'inquiry-template-id': {kind: 'text', column: sql`inquiry.template_id`},
    'account-id': {kind: 'text', column: sql`inquiry.account_id`},
    note: {kind: 'text', column: sql`inquiry.note`},
  },
  field: (key) => sql`(inquiry.fields -> ${key}::text -> 'value')`,
};

/** @throws CountersignError `invalid_attribute` for what cannot be searched by */
export function searchInquiries(
  reader: Reader,
  envId: string,
  search: {clause?: SearchClause | undefined; sort: Sort},
  page: PageRequest,
): Promise<Page<Row<'inquiry'>>> {
  const condition = search.clause ? searchCondition(noun, search.clause) : sql<boolean>`true`;
  return fetchSorted(page, {table: noun.table, envId, sort: search.sort}, ({where, order, limit}) =>
    reader
      .selectFrom('inquiry')
      .selectAll()
      .where('env_id', '=', envId)
      .where(condition)
      .where(where)
      .orderBy(order)
      .limit(limit)
      .execute(),
  );
}
