import {emptyAccountFields, writeAccountFields} from '../domain/account.ts';
import {CountersignError} from '../protocol/errors.ts';
import {findAccountByReference} from '../storage/account.ts';
import {accountTypeId} from '../storage/resources/account.ts';
import type {Row} from '../storage/schema.ts';
import {changeAccount, holdAccount, referenceTaken} from './change-account.ts';
import {insertNewAccount} from './find-or-create-account.ts';
import {invalidField} from './invalid-field.ts';
import type {Write} from './write.ts';

export interface CreateAccount {
  referenceId?: string;
  accountTypeId?: string;
  status?: string;
  /** Written values, nested or flat. */
  fields?: Record<string, unknown>;
  tags?: readonly string[];
  /** An account that has the reference id is updated instead. */
  upsertBy?: 'reference-id';
}

/** @throws CountersignError `conflict` for a taken reference id, `invalid_field`, `invalid_attribute` */
export async function createAccount(
  w: Write,
  input: CreateAccount,
): Promise<{account: Row<'account'>; created: boolean}> {
  if (input.accountTypeId !== undefined && input.accountTypeId !== accountTypeId(w.envId)) {
    throw new CountersignError('not_found', {
      pointer: '/data/attributes/account-type-id',
      details: 'There is no such account type.',
    });
  }
  if (input.upsertBy && input.referenceId === undefined) {
    throw new CountersignError('invalid_attribute', {
      pointer: '/data/attributes/reference-id',
      details: 'Expected a reference id, because meta.upsert-by names it.',
    });
  }
  const existing =
    input.upsertBy &&
    input.referenceId !== undefined &&
    (await findAccountByReference(w.tx, w.envId, input.referenceId));
  if (existing) return {account: await mergeIntoAccount(w, existing, input), created: false};

  const result = writeAccountFields(emptyAccountFields(), input.fields ?? {});
  if (!result.ok) throw invalidField(result.problems);
  const account = await insertNewAccount(w, {
    referenceId: input.referenceId ?? null,
    fields: result.fields,
    ...(input.tags && {tags: input.tags}),
    ...(input.status !== undefined && {status: input.status}),
  });
  if (!account) throw referenceTaken();
  return {account, created: true};
}

async function mergeIntoAccount(w: Write, account: Row<'account'>, input: CreateAccount): Promise<Row<'account'>> {
  const held = await holdAccount(w, account.id);
  return changeAccount(w, held, {
    ...(input.fields && {fields: input.fields}),
    ...(input.tags && {tags: {type: 'set', names: input.tags}}),
    ...(input.status !== undefined && {status: input.status}),
  });
}
