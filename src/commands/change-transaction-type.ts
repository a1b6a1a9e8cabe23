import {checkTransactionType} from '../domain/check-transaction-type.ts';
import {ownStatuses} from '../domain/transaction.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {TransactionTypeDefinition} from '../protocol/transaction-type.ts';
import {presentTransactionType} from '../storage/resources/transaction.ts';
import type {Row} from '../storage/schema.ts';
import {insertTransactionType, updateTransactionType} from '../storage/transaction-type.ts';
import {requireTransactionType} from './create-transaction.ts';
import {knowledge} from './known-checks.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/** @throws CountersignError `invalid_attribute` with everything that is not sound */
export async function createTransactionType(
  w: Write,
  {name, definition}: {name: string; definition: TransactionTypeDefinition},
): Promise<string> {
  const id = newId('transaction-type', w.now.getTime());
  await insertTransactionType(w.tx, {
    env_id: w.envId,
    id,
    name,
    definition: JSON.stringify(sound(definition)),
    created_at: w.now,
    updated_at: w.now,
  });
  await w.audit('transaction-type.create', 'transaction-type', id);
  return id;
}

/**
 * Transactions that are there keep their values; fields that went are told of.
 * @throws CountersignError `not_found`, `invalid_attribute` with everything that is not sound
 */
export async function changeTransactionType(
  w: Write,
  {typeId, ...changes}: {typeId: string; name?: string | undefined; definition?: TransactionTypeDefinition | undefined},
): Promise<Row<'transaction_type'>> {
  const before = await requireTransactionType(w, typeId);
  keepOrder(w, before.updated_at);
  const {name = before.name, definition = before.definition} = changes;
  const after = await updateTransactionType(w.tx, before, {name, definition: sound(definition), now: w.now});
  if (!after) throw new CountersignError('not_found');
  const gone = Object.entries(before.definition.fields).filter(([key]) => !Object.hasOwn(definition.fields, key));
  for (const at of gone.keys()) {
    // each event shows the type with one field less, for nothing else of it says which went
    const fields = {...definition.fields, ...Object.fromEntries(gone.slice(at + 1))};
    await w.emit({
      name: 'transaction-type.deleted-field',
      objectType: 'transaction-type',
      objectId: typeId,
      subjectId: w.envId,
      data: presentTransactionType({...after, definition: {...definition, fields}}),
    });
  }
  await w.audit('transaction-type.update', 'transaction-type', typeId);
  return after;
}

function sound(definition: TransactionTypeDefinition): TransactionTypeDefinition {
  const [first, ...others] = checkTransactionType(definition, knowledge).map(({pointer, details}) => ({
    pointer: `/data/attributes/definition${pointer}`,
    details: `${pointer}: ${details}`,
  }));
  if (first) throw new CountersignError('invalid_attribute', {...first, more: others});
  return {...definition, statuses: [...new Set([...ownStatuses, ...definition.statuses])]};
}
