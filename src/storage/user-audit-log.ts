/** The audit log of people and of what manages access: rows are added in the chain's order and never changed. */
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/** The end of the environment's chain, held until the transaction ends; `start` is the hash before the first entry. */
export async function lockAuditHead(tx: Tx, envId: string, start: Buffer): Promise<Row<'user_audit_head'>> {
  await tx
    .insertInto('user_audit_head')
    .values({env_id: envId, number: 0, hash: start})
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx.selectFrom('user_audit_head').selectAll().where('env_id', '=', envId).forUpdate().executeTakeFirstOrThrow();
}

/** Adds entries behind the head, which the caller holds. */
export async function insertUserAudits(tx: Tx, envId: string, rows: readonly Row<'user_audit_log'>[]): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  await tx
    .insertInto('user_audit_log')
    .values([...rows])
    .execute();
  await tx
    .updateTable('user_audit_head')
    .set({number: last.number, hash: last.hash})
    .where('env_id', '=', envId)
    .execute();
}

export function findAuditHead(reader: Reader, envId: string): Promise<Row<'user_audit_head'> | undefined> {
  return reader.selectFrom('user_audit_head').selectAll().where('env_id', '=', envId).executeTakeFirst();
}

export function findUserAudit(reader: Reader, envId: string, id: string): Promise<Row<'user_audit_log'> | undefined> {
  return reader
    .selectFrom('user_audit_log')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listUserAudits(
  reader: Reader,
  envId: string,
  filter: {objectId?: string},
  page: PageRequest,
): Promise<Page<Row<'user_audit_log'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('user_audit_log').selectAll().where('env_id', '=', envId).where(where);
    if (filter.objectId !== undefined) query = query.where('object_id', '=', filter.objectId);
    return query.orderBy(order).limit(limit).execute();
  });
}

/** Entries in the chain's order, from behind a number on. */
export function listAuditChain(
  reader: Reader,
  envId: string,
  {after, limit}: {after: number; limit: number},
): Promise<Row<'user_audit_log'>[]> {
  return reader
    .selectFrom('user_audit_log')
    .selectAll()
    .where('env_id', '=', envId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}
