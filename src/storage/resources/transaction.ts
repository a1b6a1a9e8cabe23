import {keptFile} from '../../domain/transaction.ts';
import type {TransactionLabelResource, TransactionResource} from '../../protocol/transaction.ts';
import type {TransactionTypeResource} from '../../protocol/transaction-type.ts';
import type {Row} from '../schema.ts';
import type {TransactionRelated} from '../transaction-related.ts';
import type {FileUrl} from './government-id.ts';
import {isoTime} from './time.ts';

/** Without `fileUrl` (in events) files have no address: the reader asks the API for fresh ones. */
export function presentTransaction(
  row: Row<'transaction'>,
  related?: TransactionRelated,
  fileUrl?: FileUrl,
): TransactionResource {
  const objects = [
    ...(related?.targetIds ?? []).map((id) => ({type: id.startsWith('txn_') ? 'transaction' : 'account', id})),
    ...(related?.verifications ?? []).map(({id, kind}) => ({type: `verification/${kind}`, id})),
  ];
  return {
    type: 'transaction',
    id: row.id,
    attributes: {
      status: row.status,
      'reference-id': row.reference_id,
      fields: Object.fromEntries(
        Object.entries(row.fields).map(([key, {type, value}]) => [key, {type, value: shownValue(value, fileUrl)}]),
      ),
      tags: row.tags,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
    },
    relationships: {
      reviewer: {data: null},
      'transaction-label': {data: related?.label ? {type: 'transaction-label', id: related.label.id} : null},
      'transaction-type': {data: {type: 'transaction-type', id: row.type_id}},
      'related-objects': {data: objects},
    },
  };
}

function shownValue(value: unknown, fileUrl: FileUrl | undefined): unknown {
  const file = keptFile(value);
  if (!file) return value;
  const {fileId, filename, 'byte-size': byteSize} = file;
  return {filename, url: fileUrl ? fileUrl(fileId, filename) : '', 'byte-size': byteSize};
}

export function presentTransactionLabel(row: Row<'transaction_label'>): TransactionLabelResource {
  return {
    type: 'transaction-label',
    id: row.id,
    attributes: {
      'model-label': row.label,
      'model-version': row.model_version,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
    },
  };
}

export function presentTransactionType({
  id,
  name,
  definition,
  ...row
}: Row<'transaction_type'>): TransactionTypeResource {
  return {
    type: 'transaction-type',
    id,
    attributes: {
      name,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
      'field-schemas': Object.entries(definition.fields).map(([key, field]) => ({
        type: field.type === 'multi_choices' ? 'multi-choices' : field.type,
        key,
        label: field.label ?? null,
        config: {
          required: field.required ?? false,
          'archived-at': null,
          'deactivated-at': null,
          ...(field.choices && {options: field.choices}),
        },
      })),
    },
  };
}
