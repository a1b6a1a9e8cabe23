/** Queries of relations between accounts. */
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row} from './schema.ts';

/** False where it stands already. */
export async function insertAccountRelation(tx: Tx, row: Row<'account_relation'>): Promise<boolean> {
  const {numInsertedOrUpdatedRows = 0n} = await tx
    .insertInto('account_relation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** False where there was none. */
export async function deleteAccountRelation(
  tx: Tx,
  envId: string,
  relation: {accountId: string; key: string; targetId: string},
): Promise<boolean> {
  const {numDeletedRows} = await tx
    .deleteFrom('account_relation')
    .where('env_id', '=', envId)
    .where('account_id', '=', relation.accountId)
    .where('key', '=', relation.key)
    .where('target_id', '=', relation.targetId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** In both directions. */
export async function deleteAccountRelations(tx: Tx, envId: string, accountId: string): Promise<void> {
  await tx
    .deleteFrom('account_relation')
    .where('env_id', '=', envId)
    .where((is) => is.or([is('account_id', '=', accountId), is('target_id', '=', accountId)]))
    .execute();
}

/** The accounts an account points to by one relation, newest account first. */
export function listRelatedAccounts(
  reader: Reader,
  envId: string,
  of: {accountId: string; key: string; createdFrom?: Date | undefined; createdUntil?: Date | undefined},
  page: PageRequest,
): Promise<Page<Row<'account'>>> {
  return fetchPage(
    page,
    ({where, order, limit}) => {
      let query = reader
        .selectFrom('account_relation')
        .innerJoin('account', (join) =>
          join
            .onRef('account.env_id', '=', 'account_relation.env_id')
            .onRef('account.id', '=', 'account_relation.target_id'),
        )
        .selectAll('account')
        .where('account_relation.env_id', '=', envId)
        .where('account_relation.account_id', '=', of.accountId)
        .where('account_relation.key', '=', of.key)
        .where(where);
      if (of.createdFrom) query = query.where('account_relation.created_at', '>=', of.createdFrom);
      if (of.createdUntil) query = query.where('account_relation.created_at', '<=', of.createdUntil);
      return query.orderBy(order).limit(limit).execute();
    },
    'account.id',
  );
}
