/** Queries of transactions. Every update is fenced by the version it was read with. */
import {sql} from 'kysely';
import type {Insertable, Updateable} from 'kysely';
import {CountersignError} from '../protocol/errors.ts';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export type TransactionRow = Row<'transaction'>;

export function insertTransaction(tx: Tx, row: Insertable<Tables['transaction']>): Promise<TransactionRow> {
  return tx.insertInto('transaction').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findTransaction(reader: Reader, envId: string, id: string): Promise<TransactionRow | undefined> {
  return reader
    .selectFrom('transaction')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Held until the transaction of the database ends. */
export function lockTransaction(tx: Tx, envId: string, id: string): Promise<TransactionRow | undefined> {
  return tx
    .selectFrom('transaction')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** @throws CountersignError `stale_version` when the row changed since it was read */
export async function updateTransactionRow(
  tx: Tx,
  row: Pick<TransactionRow, 'env_id' | 'id' | 'version'>,
  changes: Omit<Updateable<Tables['transaction']>, 'env_id' | 'id' | 'version'>,
): Promise<TransactionRow> {
  const updated = await tx
    .updateTable('transaction')
    .set({...changes, version: row.version + 1})
    .where('env_id', '=', row.env_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (!updated) throw new CountersignError('stale_version');
  return updated;
}

export interface TransactionFilter {
  referenceId?: string | undefined;
  typeId?: string | undefined;
  /** A field and its whole value. */
  identifier?: {key: string; value: string} | undefined;
}

export function listTransactions(
  reader: Reader,
  envId: string,
  filter: TransactionFilter,
  page: PageRequest,
): Promise<Page<TransactionRow>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('transaction').selectAll().where('env_id', '=', envId).where(where);
    if (filter.referenceId !== undefined) query = query.where('reference_id', '=', filter.referenceId);
    if (filter.typeId !== undefined) query = query.where('type_id', '=', filter.typeId);
    if (filter.identifier) {
      const {key, value} = filter.identifier;
      query = query.where(sql<boolean>`fields -> ${key}::text ->> 'value' = ${value}`);
    }
    return query.orderBy(order).limit(limit).execute();
  });
}

/** Takes the person out of every row that hangs on it; ids, statuses and times remain as the audit fact. */
export async function redactTransactionRows(tx: Tx, row: TransactionRow, now: Date): Promise<void> {
  const none = JSON.stringify([]);
  const nothing = JSON.stringify({});
  await tx
    .updateTable('verification')
    .set({result: nothing, checks: none, country_code: null, redacted_at: now, updated_at: now})
    .where('env_id', '=', row.env_id)
    .where('transaction_id', '=', row.id)
    .execute();
  await tx
    .updateTable('document')
    .set({fields: nothing, pages: none, redacted_at: now, updated_at: now})
    .where('env_id', '=', row.env_id)
    .where('transaction_id', '=', row.id)
    .execute();
  await tx.deleteFrom('document_number').where('env_id', '=', row.env_id).where('inquiry_id', '=', row.id).execute();
  await tx
    .deleteFrom('transaction_relation')
    .where('env_id', '=', row.env_id)
    .where((is) => is.or([is('transaction_id', '=', row.id), is('target_id', '=', row.id)]))
    .execute();
  await tx
    .deleteFrom('transaction_label')
    .where('env_id', '=', row.env_id)
    .where('transaction_id', '=', row.id)
    .execute();
  await tx
    .updateTable('file')
    .set({state: 'shredded', wrapped_key: null, filename: null, sha256: null})
    .where('env_id', '=', row.env_id)
    .where('subject_id', '=', row.id)
    .execute();
}

/** Files of its fields, by id. */
export async function shredTransactionFiles(tx: Tx, row: TransactionRow, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .updateTable('file')
    .set({state: 'shredded', wrapped_key: null, filename: null, sha256: null})
    .where('env_id', '=', row.env_id)
    .where('subject_id', '=', row.id)
    .where('id', 'in', [...fileIds])
    .execute();
}
