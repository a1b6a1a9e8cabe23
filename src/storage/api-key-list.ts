import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/** Newest first; `name` narrows to keys of exactly that name. */
export function listApiKeysNamed(
  reader: Reader,
  envId: string,
  filter: {name?: string},
  page: PageRequest,
): Promise<Page<Row<'api_key'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('api_key').selectAll().where('env_id', '=', envId).where(where);
    if (filter.name !== undefined) query = query.where('name', '=', filter.name);
    return query.orderBy(order).limit(limit).execute();
  });
}
