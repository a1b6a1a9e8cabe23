import {emptyAccountFields} from '../domain/account.ts';
import {newId} from '../protocol/ids.ts';
import {findAccountByReference, insertAccount} from '../storage/account.ts';
import {presentAccount} from '../storage/resources/account.ts';
import type {Row} from '../storage/schema.ts';
import type {TypedFields} from '../domain/template.ts';
import type {Write} from './write.ts';

export interface NewAccount {
  referenceId: string | null;
  fields?: TypedFields;
  tags?: readonly string[];
  status?: string;
}

/** The account of a reference id; of several transactions that look at once, one makes it and the others find it. */
export async function findOrCreateAccount(
  w: Write,
  referenceId: string,
): Promise<{account: Row<'account'>; created: boolean}> {
  const known = await findAccountByReference(w.tx, w.envId, referenceId);
  if (known) return {account: known, created: false};
  const created = await insertNewAccount(w, {referenceId});
  if (created) return {account: created, created: true};
  const other = await findAccountByReference(w.tx, w.envId, referenceId);
  if (!other) throw new Error('an account that refused its reference id to another is not there');
  return {account: other, created: false};
}

/** A new account with its key and event; nothing when the reference id is taken. */
export async function insertNewAccount(w: Write, account: NewAccount): Promise<Row<'account'> | undefined> {
  const row = await insertAccount(w.tx, {
    env_id: w.envId,
    id: newId('account', w.now.getTime()),
    reference_id: account.referenceId,
    account_type: 'User',
    status: account.status ?? 'active',
    fields: JSON.stringify(account.fields ?? emptyAccountFields()),
    tags: JSON.stringify(account.tags ?? []),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
  });
  if (!row) return undefined;
  w.ctx.keyring.make(w.tx, w.envId, row.id, w.now);
  await w.emit({
    name: 'account.created',
    objectType: 'account',
    objectId: row.id,
    subjectId: row.id,
    data: presentAccount(row),
  });
  await w.audit('account.create', 'account', row.id);
  return row;
}
