/** What is hung on transactions: labels and relations. */
import {transactionRelations} from '../domain/transaction.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {findAccount} from '../storage/account.ts';
import {
  deleteTransactionRelation,
  insertTransactionRelation,
  putTransactionLabel,
} from '../storage/transaction-related.ts';
import {findTransaction, updateTransactionRow} from '../storage/transaction.ts';
import type {TransactionRow} from '../storage/transaction.ts';
import {holdTransaction, tellTransaction} from './change-transaction.ts';
import type {Write} from './write.ts';

/** Takes the place of an earlier one. @throws CountersignError `not_found`, `gone` */
export async function labelTransaction(
  w: Write,
  input: {transactionId: string; label: string; score?: number | undefined; modelVersion?: string | undefined},
): Promise<TransactionRow> {
  const row = await holdTransaction(w, input.transactionId);
  await putTransactionLabel(w.tx, {
    env_id: w.envId,
    transaction_id: row.id,
    id: newId('transaction-label', w.now.getTime()),
    label: input.label,
    score: input.score ?? null,
    model_version: input.modelVersion ?? null,
    created_at: w.now,
    updated_at: w.now,
  });
  const labelled = await updateTransactionRow(w.tx, row, {updated_at: w.now});
  await tellTransaction(w, 'transaction.labeled', labelled);
  await w.audit('transaction.label', 'transaction', row.id);
  return labelled;
}

export interface TransactionRelationInput {
  transactionId: string;
  /** One of `transactionRelations`. */
  key: string;
  targetId: string;
}

/** A relation that stands already changes nothing. @throws CountersignError `not_found`, `gone`, `invalid_attribute` */
export async function addTransactionRelation(w: Write, input: TransactionRelationInput): Promise<TransactionRow> {
  const row = await holdTransaction(w, input.transactionId);
  await requireTarget(w, input);
  const added = await insertTransactionRelation(w.tx, {
    env_id: w.envId,
    transaction_id: row.id,
    key: input.key,
    target_id: input.targetId,
    created_at: w.now,
  });
  return added ? tell(w, 'transaction.added-relation', row, input) : row;
}

/** One that does not stand changes nothing. @throws CountersignError `not_found`, `gone`, `invalid_attribute` */
export async function removeTransactionRelation(w: Write, input: TransactionRelationInput): Promise<TransactionRow> {
  const row = await holdTransaction(w, input.transactionId);
  await requireTarget(w, input);
  const removed = await deleteTransactionRelation(w.tx, w.envId, {...input, transactionId: row.id});
  return removed ? tell(w, 'transaction.removed-relation', row, input) : row;
}

async function requireTarget(w: Write, {transactionId, key, targetId}: TransactionRelationInput): Promise<void> {
  const type = Object.hasOwn(transactionRelations, key) ? transactionRelations[key] : undefined;
  if (!type) {
    throw new CountersignError('invalid_attribute', {
      details: `Expected one of ${Object.keys(transactionRelations).join(', ')}.`,
      pointer: '/meta/relation-schema-key',
    });
  }
  const find = type === 'account' ? findAccount : findTransaction;
  const target = targetId === transactionId ? undefined : await find(w.tx, w.envId, targetId);
  if (target && target.redacted_at === null) return;
  throw new CountersignError('not_found', {
    details: `There is no other ${type} of this id.`,
    pointer: '/meta/target-object-id',
  });
}

async function tell(
  w: Write,
  name: string,
  row: TransactionRow,
  input: TransactionRelationInput,
): Promise<TransactionRow> {
  const {key, targetId} = input;
  const isAccount = transactionRelations[key] === 'account';
  const context = {
    'relation-schema-key': key,
    'target-account-id': isAccount ? targetId : null,
    'target-txn-id': isAccount ? null : targetId,
  };
  const related = await updateTransactionRow(w.tx, row, {updated_at: w.now});
  await tellTransaction(w, name, related, {context});
  await w.audit(name, 'transaction', row.id);
  return related;
}
