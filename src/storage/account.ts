import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
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
