import type {Insertable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function findAccount(reader: Reader, envId: string, id: string): Promise<Row<'account'> | undefined> {
  return reader.selectFrom('account').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

export function findAccountByReference(
  reader: Reader,
  envId: string,
  referenceId: string,
): Promise<Row<'account'> | undefined> {
  return reader
    .selectFrom('account')
    .selectAll()
    .where('env_id', '=', envId)
    .where('reference_id', '=', referenceId)
    .executeTakeFirst();
}

/** Nothing when another account has the reference id already (also one that commits while this waits). */
export function insertAccount(tx: Tx, row: Insertable<Tables['account']>): Promise<Row<'account'> | undefined> {
  return tx
    .insertInto('account')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function updateAccount(
  tx: Tx,
  row: Pick<Row<'account'>, 'env_id' | 'id' | 'version'>,
  changes: {fields?: string; tags?: string; status?: string; updated_at: Date},
): Promise<Row<'account'> | undefined> {
  return tx
    .updateTable('account')
    .set({...changes, version: row.version + 1})
    .where('env_id', '=', row.env_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
}

export function listAccounts(
  reader: Reader,
  envId: string,
  filter: {referenceId?: string},
  page: PageRequest,
): Promise<Page<Row<'account'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('account').selectAll().where('env_id', '=', envId).where(where);
    if (filter.referenceId !== undefined) query = query.where('reference_id', '=', filter.referenceId);
    return query.orderBy(order).limit(limit).execute();
  });
}
