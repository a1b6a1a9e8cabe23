import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/** Newest first; `referenceIds` narrows to accounts with any of them. */
export function listAccountsByReference(
  reader: Reader,
  envId: string,
  filter: {referenceIds?: readonly string[]},
  page: PageRequest,
): Promise<Page<Row<'account'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('account').selectAll().where('env_id', '=', envId).where(where);
    if (filter.referenceIds) query = query.where('reference_id', 'in', filter.referenceIds);
    return query.orderBy(order).limit(limit).execute();
  });
}
