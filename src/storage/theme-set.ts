import type {Insertable, Updateable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function insertThemeSet(tx: Tx, row: Insertable<Tables['theme_set']>): Promise<Row<'theme_set'>> {
  return tx.insertInto('theme_set').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findThemeSet(reader: Reader, envId: string, id: string): Promise<Row<'theme_set'> | undefined> {
  return reader.selectFrom('theme_set').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

export function listThemeSets(
  reader: Reader,
  envId: string,
  filter: {status?: 'active' | 'archived'},
  page: PageRequest,
): Promise<Page<Row<'theme_set'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('theme_set').selectAll().where('env_id', '=', envId).where(where);
    if (filter.status) query = query.where('archived_at', filter.status === 'active' ? 'is' : 'is not', null);
    return query.orderBy(order).limit(limit).execute();
  });
}

export function updateThemeSetRow(
  tx: Tx,
  envId: string,
  id: string,
  changes: Pick<Updateable<Tables['theme_set']>, 'name' | 'styles' | 'updated_at' | 'archived_at'>,
): Promise<Row<'theme_set'> | undefined> {
  return tx
    .updateTable('theme_set')
    .set(changes)
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
