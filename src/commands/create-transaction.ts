import {writeTransactionFields} from '../domain/transaction.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {Row} from '../storage/schema.ts';
import {findTransactionType} from '../storage/transaction-type.ts';
import {insertTransaction} from '../storage/transaction.ts';
import type {TransactionRow} from '../storage/transaction.ts';
import {advanceTransaction} from './advance-transaction.ts';
import {tellTransaction} from './change-transaction.ts';
import {keepGivenFile} from './given-file.ts';
import type {SealedFile} from './given-file.ts';
import {invalidField} from './invalid-field.ts';
import type {Write} from './write.ts';

export interface CreateTransaction {
  /** Made by the caller, for files are sealed before the commit. */
  id: string;
  typeId: string;
  referenceId?: string | null | undefined;
  fields: Record<string, unknown>;
  /** Files among the fields, sealed already; their values name them. */
  files: readonly SealedFile[];
  tags?: readonly string[] | null | undefined;
}

/** Its verifications begin in the same commit. @throws CountersignError `not_found` for the type, `invalid_field` */
export async function createTransaction(w: Write, input: CreateTransaction): Promise<TransactionRow> {
  const type = await requireTransactionType(w, input.typeId);
  const fields = writeTransactionFields(type.definition, {}, input.fields);
  if (!fields.ok) throw invalidField(fields.problems);
  await w.ctx.keyring.ensure(w.tx, w.envId, input.id, w.now);
  for (const file of input.files) await keepGivenFile(w, file);
  const row = await insertTransaction(w.tx, {
    env_id: w.envId,
    id: input.id,
    type_id: type.id,
    reference_id: input.referenceId ?? null,
    status: 'created',
    fields: JSON.stringify(fields.fields),
    tags: JSON.stringify([...new Set(input.tags ?? [])]),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
  });
  await tellTransaction(w, 'transaction.created', row);
  await w.audit('transaction.create', 'transaction', row.id);
  return advanceTransaction(w, row);
}

/** @throws CountersignError `not_found` */
export async function requireTransactionType(w: Write, id: string): Promise<Row<'transaction_type'>> {
  const type = await findTransactionType(w.tx, w.envId, id);
  if (type) return type;
  throw new CountersignError('not_found', {
    details: 'There is no such transaction type.',
    pointer: '/data/attributes/transaction-type-id',
  });
}
