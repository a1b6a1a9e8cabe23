/** Queries of kinds of transactions. */
import type {Insertable} from 'kysely';
import type {TransactionTypeDefinition} from '../protocol/transaction-type.ts';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export async function insertTransactionType(tx: Tx, row: Insertable<Tables['transaction_type']>): Promise<void> {
  await tx.insertInto('transaction_type').values(row).execute();
}

export function findTransactionType(
  reader: Reader,
  envId: string,
  id: string,
): Promise<Row<'transaction_type'> | undefined> {
  return reader
    .selectFrom('transaction_type')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listTransactionTypes(
  reader: Reader,
  envId: string,
  page: PageRequest,
): Promise<Page<Row<'transaction_type'>>> {
  return fetchPage(page, ({where, order, limit}) =>
    reader
      .selectFrom('transaction_type')
      .selectAll()
      .where('env_id', '=', envId)
      .where(where)
      .orderBy(order)
      .limit(limit)
      .execute(),
  );
}

/** Undefined where there is none. */
export function updateTransactionType(
  tx: Tx,
  {env_id, id}: Pick<Row<'transaction_type'>, 'env_id' | 'id'>,
  {name, definition, now}: {name: string; definition: TransactionTypeDefinition; now: Date},
): Promise<Row<'transaction_type'> | undefined> {
  return tx
    .updateTable('transaction_type')
    .set({name, definition: JSON.stringify(definition), updated_at: now})
    .where('env_id', '=', env_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
