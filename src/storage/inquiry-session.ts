import type {Page, PageRequest} from '../protocol/pagination.ts';
import {batchOf} from './batch.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/** Written with what else waits in this transaction. */
export function insertSession(tx: Tx, row: Row<'inquiry_session'>): void {
  batchOf(tx).insert('inquiry_session', row);
}

export function findSession(reader: Reader, envId: string, id: string): Promise<Row<'inquiry_session'> | undefined> {
  return reader
    .selectFrom('inquiry_session')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The one lookup without an environment: the token is what names it. */
export function findSessionByTokenHash(reader: Reader, tokenHash: Buffer): Promise<Row<'inquiry_session'> | undefined> {
  return reader.selectFrom('inquiry_session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** First use of a token: who came with it. Later uses change nothing. */
export async function startSession(
  tx: Tx,
  envId: string,
  id: string,
  visit: {ip_address: string | null; user_agent: string | null; device: string; now: Date},
): Promise<Row<'inquiry_session'> | undefined> {
  const {now, ...client} = visit;
  return tx
    .updateTable('inquiry_session')
    .set({status: 'active', started_at: now, ...client})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('status', '=', 'new')
    .returningAll()
    .executeTakeFirst();
}

/** What a device told of itself after it came. */
export async function tellSession(
  tx: Tx,
  envId: string,
  id: string,
  told: {device_id: string; device: string},
): Promise<void> {
  await tx.updateTable('inquiry_session').set(told).where('env_id', '=', envId).where('id', '=', id).execute();
}

/** One that ended meanwhile stays ended. */
export async function prolongSession(tx: Tx, envId: string, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('inquiry_session')
    .set({expires_at: until})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('status', '=', 'active')
    .execute();
}

export async function countOpenSessions(reader: Reader, envId: string, inquiryId: string, now: Date): Promise<number> {
  const {count} = await reader
    .selectFrom('inquiry_session')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .where('status', 'in', ['new', 'active'])
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Ends every session of an inquiry (or all but one). Returns those it ended. */
export function expireSessions(
  tx: Tx,
  envId: string,
  inquiryId: string,
  now: Date,
  options: {except?: string; only?: string} = {},
): Promise<Row<'inquiry_session'>[]> {
  let query = tx
    .updateTable('inquiry_session')
    .set({status: 'expired', expired_at: now})
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .where('status', 'in', ['new', 'active']);
  if (options.except !== undefined) query = query.where('id', '!=', options.except);
  if (options.only !== undefined) query = query.where('id', '=', options.only);
  return query.returningAll().execute();
}

export function listSessions(
  reader: Reader,
  envId: string,
  filter: {inquiryId?: string},
  page: PageRequest,
): Promise<Page<Row<'inquiry_session'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('inquiry_session').selectAll().where('env_id', '=', envId).where(where);
    if (filter.inquiryId !== undefined) query = query.where('inquiry_id', '=', filter.inquiryId);
    return query.orderBy(order).limit(limit).execute();
  });
}
