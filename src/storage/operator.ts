/** Operators belong to an organization, not to an environment; every query names one of them or their secret. */
import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

/** Nothing when the address is taken (also by a transaction that commits while this waits). */
export function insertOperator(tx: Tx, row: Insertable<Tables['operator']>): Promise<Row<'operator'> | undefined> {
  return tx
    .insertInto('operator')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function findOperator(reader: Reader, id: string): Promise<Row<'operator'> | undefined> {
  return reader.selectFrom('operator').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findOperatorByEmail(
  reader: Reader,
  orgId: string,
  email: string,
): Promise<Row<'operator'> | undefined> {
  return reader
    .selectFrom('operator')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('email', '=', email)
    .executeTakeFirst();
}

/** Everybody who works for the organization of an environment. */
export function listOperatorsOf(reader: Reader, envId: string): Promise<Row<'operator'>[]> {
  return reader
    .selectFrom('operator')
    .innerJoin('environment', 'environment.org_id', 'operator.org_id')
    .selectAll('operator')
    .where('environment.id', '=', envId)
    .orderBy('operator.id')
    .execute();
}

export async function insertOperatorLink(tx: Tx, row: Insertable<Tables['operator_link']>): Promise<void> {
  await tx.insertInto('operator_link').values(row).execute();
}

/** Takes an unclaimed, unexpired sign-in link; of two claims at once one gets nothing. */
export function claimOperatorLink(tx: Tx, codeHash: Buffer, now: Date): Promise<Row<'operator_link'> | undefined> {
  return tx
    .updateTable('operator_link')
    .set({claimed_at: now})
    .where('code_hash', '=', codeHash)
    .where('claimed_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

export async function insertOperatorSession(tx: Tx, row: Insertable<Tables['operator_session']>): Promise<void> {
  await tx.insertInto('operator_session').values(row).execute();
}

export function findOperatorBySession(
  reader: Reader,
  tokenHash: Buffer,
  now: Date,
): Promise<(Row<'operator'> & {expires_at: Date}) | undefined> {
  return reader
    .selectFrom('operator_session as session')
    .innerJoin('operator', 'operator.id', 'session.operator_id')
    .selectAll('operator')
    .select('session.expires_at')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
}

export async function deleteOperatorSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('operator_session').where('token_hash', '=', tokenHash).execute();
}

export async function hasSignedIn(reader: Reader, operatorId: string): Promise<boolean> {
  const claimed = await reader
    .selectFrom('operator_link')
    .select('operator_id')
    .where('operator_id', '=', operatorId)
    .where('claimed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Whose link it is, used or not. */
export function findOperatorByLink(reader: Reader, codeHash: Buffer): Promise<Row<'operator'> | undefined> {
  return reader
    .selectFrom('operator_link as link')
    .innerJoin('operator', 'operator.id', 'link.operator_id')
    .selectAll('operator')
    .where('link.code_hash', '=', codeHash)
    .executeTakeFirst();
}
