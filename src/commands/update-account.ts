import type {TagChange} from '../domain/tags.ts';
import type {Row} from '../storage/schema.ts';
import {changeAccount, holdAccount} from './change-account.ts';
import type {AccountChange} from './change-account.ts';
import type {Write} from './write.ts';

/** @throws CountersignError `not_found`, `gone`, `conflict`, `invalid_field` */
export async function updateAccount(
  w: Write,
  {accountId, ...change}: AccountChange & {accountId: string},
): Promise<Row<'account'>> {
  return changeAccount(w, await holdAccount(w, accountId), change);
}

export function changeAccountTags(
  w: Write,
  {accountId, change}: {accountId: string; change: TagChange},
): Promise<Row<'account'>> {
  return updateAccount(w, {accountId, tags: change});
}
