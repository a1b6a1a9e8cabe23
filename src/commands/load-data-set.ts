/**
 * A data set from a table of people to sealed records. A new version is loaded in portions beside the one in use, and takes its place
 * in one commit at the end; where the loading breaks off, the old one goes on answering and what was loaded is taken away.
 */
import {readCsv} from '../domain/csv.ts';
import {CountersignError} from '../protocol/errors.ts';
import {recordColumns} from '../protocol/database.ts';
import type {PersonRecord} from '../protocol/database.ts';
import type {ImportError} from '../protocol/importer.ts';
import {newId} from '../protocol/ids.ts';
import {
  activateDataSetVersion,
  deleteDataSet,
  deleteRecords,
  ensureDataSet,
  findDataSet,
  insertDataSetVersion,
  insertRecords,
} from '../storage/data-set.ts';
import type {Keyring} from '../storage/keyring.ts';
import {recordKeys} from '../verification/database/record-keys.ts';
import type {Context} from './context.ts';
import {write} from './write.ts';
import type {Scope, Write} from './write.ts';

/** Records sealed and written with one commit. */
const portion = 500;
export const dataSetName = /^[a-z][a-z0-9-]{0,59}$/;

export interface LoadedDataSet {
  id: string;
  versionId: string;
  number: number;
  rows: number;
}

export interface LoadingDataSet {
  /** Within the commit that wrote them. */
  onProgress?: (done: number, w: Write) => void | Promise<void>;
  /** Within the commit from which on it answers; what it throws takes the loading back. */
  onActivate?: (w: Write) => Promise<void>;
}

/** @throws CountersignError `invalid_attribute` for a name that is none, `conflict` where a later version was whole first */
export async function loadDataSet(
  ctx: Context,
  scope: Scope,
  {name, records}: {name: string; records: readonly PersonRecord[]},
  {onProgress, onActivate}: LoadingDataSet = {},
): Promise<LoadedDataSet> {
  checkName(name);
  const version = await write(ctx, scope, (w) => begin(w, name));
  try {
    for (let i = 0; i < records.length; i += portion) {
      const rows = records.slice(i, i + portion);
      const done = Math.min(records.length, i + portion);
      await write(ctx, scope, async (w) => {
        await addRecords(w, version.id, rows, i + 1);
        await onProgress?.(done, w);
      });
    }
    const rows = records.length;
    await write(ctx, scope, async (w) => {
      await activate(w, {dataSetId: version.dataSetId, versionId: version.id, rows});
      await onActivate?.(w);
    });
    return {id: version.dataSetId, versionId: version.id, number: version.number, rows};
  } catch (error) {
    await write(ctx, scope, (w) => deleteRecords(w.tx, w.envId, version.id));
    throw error;
  }
}

async function begin(w: Write, name: string): Promise<{id: string; dataSetId: string; number: number}> {
  const now = w.now.getTime();
  const set = await ensureDataSet(w.tx, w.envId, {id: newId('data-set', now), name, now: w.now});
  const id = newId('data-set-version', now);
  const {number} = await insertDataSetVersion(w.tx, w.envId, {id, dataSetId: set.id, now: w.now});
  return {id, dataSetId: set.id, number};
}

async function addRecords(w: Write, versionId: string, records: readonly PersonRecord[], first: number): Promise<void> {
  const sealed = [];
  for (const [i, record] of records.entries()) {
    const number = first + i;
    sealed.push({
      number,
      sealed: await w.ctx.keyring.seal(
        w.tx,
        recordSealKey(w.envId, versionId, number),
        Buffer.from(JSON.stringify(record)),
      ),
      hashes: recordHashes(w.ctx.keyring, w.envId, record),
    });
  }
  await insertRecords(w.tx, w.envId, versionId, sealed);
}

async function activate(w: Write, to: {dataSetId: string; versionId: string; rows: number}): Promise<void> {
  const retired = await activateDataSetVersion(w.tx, w.envId, {...to, rowCount: to.rows, now: w.now});
  if (!retired) throw new CountersignError('conflict', {details: 'A later version of the data set was whole first.'});
  for (const versionId of retired) await deleteRecords(w.tx, w.envId, versionId);
  await w.audit('data-set.load', 'data-set', to.dataSetId);
}

/** @throws CountersignError `not_found` */
export async function removeDataSet(w: Write, name: string): Promise<void> {
  const set = await findDataSet(w.tx, w.envId, name);
  if (!set) throw new CountersignError('not_found', {details: `There is no data set ${name} here.`});
  await deleteDataSet(w.tx, w.envId, set.id);
  await w.audit('data-set.remove', 'data-set', set.id);
}

/** Records are sealed with the environment's key: they are the operator's, not one person's. */
export function recordSealKey(envId: string, versionId: string, number: number) {
  return {envId, subjectId: envId, context: `data-set:${versionId}:${number}`};
}

export function recordHashes(keyring: Pick<Keyring, 'mac'>, envId: string, record: PersonRecord): Buffer[] {
  return [...new Set(recordKeys(record))].map((key) => keyring.mac('data-set-record', JSON.stringify([envId, key])));
}

function checkName(name: string): void {
  if (dataSetName.test(name)) return;
  throw new CountersignError('invalid_attribute', {
    details: 'Expected a name of small letters, digits and hyphens that begins with a letter.',
    pointer: '/data/attributes/name',
  });
}

export type ReadRecords = {ok: true; records: PersonRecord[]} | {ok: false; errors: ImportError[]};

/** A CSV table whose header names columns of `recordColumns`; dates as YYYY-MM-DD, or YYYY-MM and YYYY where no more is known. */
export function readRecords(text: string): ReadRecords {
  const table = readCsv(text);
  if (!table.ok) return {ok: false, errors: [{row: table.row, column: null, reason: table.reason}]};
  const [header, ...rows] = table.records;
  if (!header) return {ok: false, errors: [{row: 1, column: null, reason: 'empty_file'}]};
  const names = header.cells.map((name) => name.trim().toLowerCase().replaceAll('_', '-'));
  const columns: readonly string[] = recordColumns;
  const unknown = names.find((name, i) => !columns.includes(name) || names.indexOf(name) !== i);
  if (unknown !== undefined) {
    const reason = `expected each of ${recordColumns.join(', ')} at most once`;
    return {ok: false, errors: [{row: header.row, column: unknown, reason}]};
  }
  const records: PersonRecord[] = [];
  const errors: ImportError[] = [];
  for (const {row, cells} of rows) {
    const record = Object.fromEntries(
      names.map((name, i) => [name, (cells[i] ?? '').trim()] as const).filter(([, cell]) => cell !== ''),
    ) as PersonRecord;
    const trouble =
      cells.length === names.length ? troubleWith(record) : {column: null, reason: `expected ${names.length} columns`};
    if (trouble) errors.push({row, ...trouble});
    else records.push(record);
  }
  return errors.length > 0 ? {ok: false, errors} : {ok: true, records};
}

function troubleWith(record: PersonRecord): Omit<ImportError, 'row'> | undefined {
  if (record.birthdate !== undefined && !/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(record.birthdate))
    return {column: 'birthdate', reason: 'expected a date as YYYY-MM-DD'};
  const country = record['address-country-code'];
  if (country !== undefined && !/^[A-Za-z]{2}$/.test(country))
    return {column: 'address-country-code', reason: 'expected two letters of ISO 3166-1'};
  if (recordKeys(record).length === 0)
    return {
      column: null,
      reason: 'expected a number, a phone, an e-mail address, or a name with a birthdate or postal code',
    };
  return undefined;
}
