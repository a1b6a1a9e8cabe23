import {changeTags} from '../domain/tags.ts';
import type {TagChange} from '../domain/tags.ts';
import {writeTransactionFields} from '../domain/transaction.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {TransactionTypeDefinition} from '../protocol/transaction-type.ts';
import {presentTransaction} from '../storage/resources/transaction.ts';
import {readTransactionRelated} from '../storage/transaction-related.ts';
import {findTransactionType} from '../storage/transaction-type.ts';
import {lockTransaction, updateTransactionRow} from '../storage/transaction.ts';
import type {TransactionRow} from '../storage/transaction.ts';
import {keepGivenFile} from './given-file.ts';
import type {SealedFile} from './given-file.ts';
import {invalidField} from './invalid-field.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

export interface TransactionChange {
  fields?: Record<string, unknown> | undefined;
  /** Files among the fields, sealed already; their values name them. */
  files?: readonly SealedFile[];
  status?: string | undefined;
  /** `null` takes it away; absent leaves it. */
  referenceId?: string | null | undefined;
  tags?: TagChange | undefined;
}

/** The transaction, held until commit. @throws CountersignError `not_found`, `gone` when redacted */
export async function holdTransaction(w: Write, transactionId: string): Promise<TransactionRow> {
  const row = await lockTransaction(w.tx, w.envId, transactionId);
  if (!row) throw new CountersignError('not_found');
  if (row.redacted_at) throw new CountersignError('gone', {details: 'The transaction was redacted.'});
  keepOrder(w, row.updated_at);
  return row;
}

export async function definitionOf(w: Write, row: TransactionRow): Promise<TransactionTypeDefinition> {
  const type = await findTransactionType(w.tx, row.env_id, row.type_id);
  if (!type) throw new Error(`The type of ${row.id} is missing.`);
  return type.definition;
}

/** The one way a transaction at hand changes, with an event for each thing that did. @throws CountersignError `invalid_field`, `unprocessable` */
export async function changeTransaction(
  w: Write,
  row: TransactionRow,
  change: TransactionChange,
): Promise<TransactionRow> {
  const {status, referenceId} = change;
  const definition = await definitionOf(w, row);
  const fields = change.fields && writeTransactionFields(definition, row.fields, change.fields);
  if (fields && !fields.ok) throw invalidField(fields.problems);
  if (status !== undefined && !definition.statuses.includes(status)) throw unknownStatus(definition);
  for (const file of change.files ?? []) await keepGivenFile(w, file);
  const tags = change.tags && changeTags(row.tags, change.tags);
  const restated = status !== undefined && status !== row.status;
  const changed = await updateTransactionRow(w.tx, row, {
    ...(fields && {fields: JSON.stringify(fields.fields)}),
    ...(restated && {status}),
    ...(referenceId !== undefined && {reference_id: referenceId}),
    ...(tags && {tags: JSON.stringify(tags.tags)}),
    updated_at: w.now,
  });
  if (fields) await tellTransaction(w, 'transaction.updated-fields', changed);
  if (restated) await tellTransaction(w, 'transaction.status-updated', changed);
  await w.audit('transaction.update', 'transaction', row.id);
  return changed;
}

function unknownStatus({statuses}: TransactionTypeDefinition): CountersignError {
  return new CountersignError('unprocessable', {
    details: `Expected one of ${statuses.join(', ')}, as the transaction's type has them.`,
    pointer: '/data/attributes/status',
  });
}

/** `subjectId` is the environment's id where the transaction's own key is gone. */
export async function tellTransaction(
  w: Write,
  name: string,
  row: TransactionRow,
  more: {context?: Record<string, unknown>; subjectId?: string} = {},
): Promise<void> {
  const related = (await readTransactionRelated(w.tx, w.envId, [row.id])).get(row.id);
  const data = presentTransaction(row, related);
  const {context, subjectId = row.id} = more;
  await w.emit({name, objectType: 'transaction', objectId: row.id, subjectId, data, ...(context && {context})});
}
