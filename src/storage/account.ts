import type {Insertable, Updateable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export function findAccount(reader: Reader, envId: string, id: string): Promise<Row<'account'> | undefined> {
  return reader.selectFrom('account').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

/** The row, held until the transaction ends. */
export function lockAccount(tx: Tx, envId: string, id: string): Promise<Row<'account'> | undefined> {
  return tx
    .selectFrom('account')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Ids of accounts that were consolidated into it and still hold data. */
export async function listConsolidatedAccounts(reader: Reader, envId: string, accountId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('account')
    .select('id')
    .where('env_id', '=', envId)
    .where('consolidated_into', '=', accountId)
    .where('redacted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({id}) => id);
}

/** Ids of its inquiries that still hold data. */
export async function listAccountInquiries(reader: Reader, envId: string, accountId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('inquiry')
    .select('id')
    .where('env_id', '=', envId)
    .where('account_id', '=', accountId)
    .where('redacted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({id}) => id);
}

/** Everything that hangs on one account hangs on another from now on; a relation the other has already stays one. */
export async function moveToAccount(tx: Tx, envId: string, {from, to}: {from: string; to: string}): Promise<void> {
  for (const table of ['inquiry', 'verification', 'document_number', 'identity_trace', 'face_template'] as const) {
    await tx
      .updateTable(table)
      .set({account_id: to})
      .where('env_id', '=', envId)
      .where('account_id', '=', from)
      .execute();
  }
  const relations = await tx
    .deleteFrom('account_relation')
    .where('env_id', '=', envId)
    .where((is) => is.or([is('account_id', '=', from), is('target_id', '=', from)]))
    .returningAll()
    .execute();
  const moved = relations
    .map((row) => ({
      ...row,
      account_id: row.account_id === from ? to : row.account_id,
      target_id: row.target_id === from ? to : row.target_id,
    }))
    .filter((row) => row.account_id !== row.target_id);
  if (moved.length === 0) return;
  await tx
    .insertInto('account_relation')
    .values(moved)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
  changes: Omit<Updateable<Tables['account']>, 'env_id' | 'id' | 'version' | 'created_at'>,
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
