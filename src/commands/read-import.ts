/** A CSV file as what shall be imported, or every row that does not fit. Pure: nothing is written before the whole file is right. */
import {emptyAccountFields, writeAccountFields} from '../domain/account.ts';
import {readCsv} from '../domain/csv.ts';
import type {TypedFields} from '../domain/template.ts';
import type {ImporterKind, ImportError} from '../protocol/importer.ts';
import {listItemValueSchema, listKinds} from '../protocol/list.ts';
import type {ListItemValue, ListKind} from '../protocol/list.ts';

export const mostImportedRows = 50_000;

export interface ImportedAccount {
  referenceId: string | null;
  fields: TypedFields;
  tags: string[];
}

export type ReadImport<T> = {ok: true; rows: T[]} | {ok: false; errors: ImportError[]};

type RowReader<T> = (cells: Record<string, string>) => {value: T} | {column: string; reason: string}[];

const accountColumns = [
  'reference-id',
  'name-first',
  'name-middle',
  'name-last',
  'birthdate',
  'social-security-number',
  'email-address',
  'phone-number',
  'tags',
];

/** Columns as the reference names them, in any spelling; a person's fields are checked as everywhere. */
export function readAccounts(text: string): ReadImport<ImportedAccount> {
  return readRows(text, accountColumns, ({'reference-id': referenceId = '', tags = '', ...written}) => {
    const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));
    const result = writeAccountFields(emptyAccountFields(), given);
    if (!result.ok) return result.problems.map(({key, expected}) => ({column: key, reason: `expected ${expected}`}));
    if (referenceId.length > 255) return [{column: 'reference-id', reason: 'expected at most 255 characters'}];
    const names = tags.split(/[,;]/).map((tag) => tag.trim());
    return {
      value: {
        referenceId: referenceId === '' ? null : referenceId,
        fields: result.fields,
        tags: [...new Set(names)].filter((name) => name !== ''),
      },
    };
  });
}

export function readListItems(kind: ListKind, text: string): ReadImport<ListItemValue> {
  const schema = listItemValueSchema(kind);
  const numbers: readonly string[] = ['latitude', 'longitude', 'radius-meters'];
  return readRows(text, Object.keys(listKinds[kind].item), (cells) => {
    const given = Object.entries(cells).filter(([, value]) => value !== '');
    const value = Object.fromEntries(given.map(([name, cell]) => [name, numbers.includes(name) ? Number(cell) : cell]));
    const parsed = schema.safeParse(value);
    if (parsed.success) return {value: parsed.data};
    return parsed.error.issues.map(({path, message}) => ({column: String(path[0] ?? ''), reason: message}));
  });
}

export function listKindOf(kind: ImporterKind): ListKind | undefined {
  return kind === 'account' || kind === 'data-set' ? undefined : (kind.replace('list-item/', '') as ListKind);
}

function readRows<T>(text: string, columns: readonly string[], readRow: RowReader<T>): ReadImport<T> {
  const table = readCsv(text);
  if (!table.ok) return refused(table.row, null, table.reason);
  const [header, ...records] = table.records;
  if (!header) return refused(1, null, 'empty_file');
  const names = header.cells.map((name) => name.trim().toLowerCase().replaceAll('_', '-'));
  const unknown = names.find((name, i) => !columns.includes(name) || names.indexOf(name) !== i);
  if (unknown !== undefined) return refused(header.row, unknown, `expected each of ${columns.join(', ')} at most once`);
  if (records.length > mostImportedRows) return refused(1, null, `expected at most ${mostImportedRows} rows`);

  const rows: T[] = [];
  const errors: ImportError[] = [];
  for (const {row, cells} of records) {
    if (cells.length !== names.length) {
      errors.push({row, column: null, reason: `expected ${names.length} columns`});
      continue;
    }
    const read = readRow(Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])));
    if (Array.isArray(read)) errors.push(...read.map((one) => ({row, ...one})));
    else rows.push(read.value);
  }
  return errors.length > 0 ? {ok: false, errors} : {ok: true, rows};
}

function refused(row: number, column: string | null, reason: string): {ok: false; errors: ImportError[]} {
  return {ok: false, errors: [{row, column, reason}]};
}
