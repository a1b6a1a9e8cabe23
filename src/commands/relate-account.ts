import {accountRelations} from '../domain/account.ts';
import {CountersignError} from '../protocol/errors.ts';
import {deleteAccountRelation, insertAccountRelation} from '../storage/account-relation.ts';
import {findAccount} from '../storage/account.ts';
import type {Row} from '../storage/schema.ts';
import {emitAccount, holdAccount} from './change-account.ts';
import type {Write} from './write.ts';

export interface AccountRelationInput {
  accountId: string;
  /** A relation the account's type has. */
  key: string;
  targetId: string;
}

/** A relation that stands already changes nothing. @throws CountersignError `not_found`, `gone`, `conflict`, `invalid_attribute` */
export async function addAccountRelation(w: Write, input: AccountRelationInput): Promise<Row<'account'>> {
  const row = await holdAccount(w, input.accountId);
  await checkTarget(w, input);
  const added = await insertAccountRelation(w.tx, {
    env_id: w.envId,
    account_id: row.id,
    key: input.key,
    target_id: input.targetId,
    created_at: w.now,
  });
  if (added) await tell(w, 'account.added-relation', row, input);
  return row;
}

/** One that does not stand changes nothing. @throws CountersignError `not_found`, `gone`, `conflict`, `invalid_attribute` */
export async function removeAccountRelation(w: Write, input: AccountRelationInput): Promise<Row<'account'>> {
  const row = await holdAccount(w, input.accountId);
  const {key, targetId} = input;
  targetTypeOf(key);
  await requireTarget(w, targetId);
  const removed = await deleteAccountRelation(w.tx, w.envId, {accountId: row.id, key, targetId});
  if (removed) await tell(w, 'account.removed-relation', row, input);
  return row;
}

export function targetTypeOf(key: string, pointer = '/meta/relation-schema-key'): 'account' {
  const type = Object.hasOwn(accountRelations, key) ? accountRelations[key] : undefined;
  if (type) return type;
  throw new CountersignError('invalid_attribute', {
    details: `Expected one of ${Object.keys(accountRelations).join(', ')}.`,
    pointer,
  });
}

const pointer = '/meta/target-object-id';

async function checkTarget(w: Write, {accountId, key, targetId}: AccountRelationInput): Promise<void> {
  targetTypeOf(key);
  if (targetId === accountId)
    throw new CountersignError('invalid_attribute', {
      details: 'Expected another object than the account itself.',
      pointer,
    });
  const target = await requireTarget(w, targetId);
  if (target.redacted_at) throw new CountersignError('gone', {details: 'The account was redacted.', pointer});
}

async function requireTarget(w: Write, targetId: string): Promise<Row<'account'>> {
  const target = await findAccount(w.tx, w.envId, targetId);
  if (!target) throw new CountersignError('not_found', {details: 'There is no such account.', pointer});
  return target;
}

async function tell(w: Write, name: string, row: Row<'account'>, {key, targetId}: AccountRelationInput): Promise<void> {
  const context = {'relation-schema-key': key, 'target-account-id': targetId, 'target-txn-id': null};
  await emitAccount(w, name, row, context);
  await w.audit(name.replace('account.', 'account.relation.'), 'account', row.id);
}
