/**
 * An import from the file to its rows. The file is sealed and waits for a worker; it is read as a whole, and then everything it holds is
 * written in one commit, or nothing. How far that is, is told beside the commit; where all share one connection nobody could ask meanwhile.
 */
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {ImporterKind, ImportError} from '../protocol/importer.ts';
import {findAccountByReference} from '../storage/account.ts';
import {countImported, findImporter, insertImporter, settleImporter} from '../storage/importer.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {addListItems, requireList} from './create-list.ts';
import {insertNewAccount} from './find-or-create-account.ts';
import {loadDataSet, readRecords} from './load-data-set.ts';
import {listKindOf, readAccounts, readListItems} from './read-import.ts';
import type {ImportedAccount} from './read-import.ts';
import {write} from './write.ts';
import type {Scope, Write} from './write.ts';

/** Told of a file that does not fit; whoever mends these finds the rest. */
const mostErrors = 1000;
/** Items written with one statement, and rows between two tellings. */
const chunk = 500;

/** @throws CountersignError `invalid_attribute` for what is no text, and those of `requireList` */
export async function createImporter(
  w: Write,
  input: {kind: ImporterKind; listId?: string; dataSet?: string; file: Buffer},
): Promise<Row<'importer'>> {
  const listKind = listKindOf(input.kind);
  if (listKind) await requireList(w.tx, w.envId, {id: input.listId ?? '', kind: listKind});
  checkText(input.file);
  const id = newId('importer', w.now.getTime());
  const importer = await insertImporter(w.tx, {
    env_id: w.envId,
    id,
    kind: input.kind,
    list_id: input.listId ?? null,
    data_set: input.dataSet ?? null,
    status: 'pending',
    content: await w.ctx.keyring.seal(w.tx, sealKey(w.envId, id), input.file),
    successful_count: 0,
    duplicate_count: 0,
    error_count: 0,
    errors: '[]',
    created_at: w.now,
  });
  await w.enqueue('run-importer', {envId: w.envId, importerId: id});
  await w.audit('importer.create', 'importer', id);
  return importer;
}

/** The job. One that was run already, or is run by another worker meanwhile, changes nothing. */
export async function runImporter(
  ctx: Context,
  {envId, importerId}: {envId: string; importerId: string},
  job: {id: string},
): Promise<void> {
  const importer = await findImporter(ctx.database.db, envId, importerId);
  if (importer?.status !== 'pending' || !importer.content) return;
  const plain = await ctx.keyring.open(ctx.database.db, sealKey(envId, importerId), importer.content);
  const text = plain.toString('utf8');
  const scope: Scope = {envId, actor: {type: 'system', id: 'run-importer'}, requestId: job.id};
  if (importer.data_set !== null) return loadRecords(ctx, scope, importer, text);
  const listKind = listKindOf(importer.kind);
  if (listKind === undefined) {
    const read = readAccounts(text);
    return read.ok
      ? finish(ctx, scope, importer, (w, tell) => addAccounts(w, read.rows, tell), read.rows.length)
      : refuse(ctx, scope, importer, read.errors);
  }
  const read = readListItems(listKind, text);
  if (!read.ok) return refuse(ctx, scope, importer, read.errors);
  await finish(
    ctx,
    scope,
    importer,
    async (w, tell) => {
      const list = await requireList(w.tx, envId, {id: importer.list_id ?? '', kind: listKind});
      const creator = {type: `importer/${importer.kind}`, id: importer.id};
      let added = 0;
      for (let i = 0; i < read.rows.length; i += chunk) {
        added += (await addListItems(w, {list, values: read.rows.slice(i, i + chunk), creator})).length;
        await tell(added);
      }
      return added;
    },
    read.rows.length,
  );
}

/** Tells how many rows are written. */
type Tell = (added: number) => Promise<void>;

async function finish(
  ctx: Context,
  scope: Scope,
  importer: Row<'importer'>,
  add: (w: Write, tell: Tell) => Promise<number>,
  rows: number,
): Promise<void> {
  const {database} = ctx;
  const tell: Tell = async (added) => {
    if (database.kind === 'server') await countImported(database.db, importer.env_id, importer.id, added);
  };
  try {
    await write(ctx, scope, async (w) => {
      await settle(w, importer, {added: await add(w, tell), rows});
    });
  } catch (error) {
    if (error instanceof AlreadyRun) return;
    // the list was archived, or taken away, since the file was given
    if (!(error instanceof CountersignError)) throw error;
    await refuse(ctx, scope, importer, [{row: 1, column: null, reason: error.message}]);
  }
}

/** Portions of many records are committed as they are written; no verification is answered from them before the last one is. */
async function loadRecords(ctx: Context, scope: Scope, importer: Row<'importer'>, text: string): Promise<void> {
  const read = readRecords(text);
  if (!read.ok) return refuse(ctx, scope, importer, read.errors);
  const {records} = read;
  try {
    await loadDataSet(
      ctx,
      scope,
      {name: importer.data_set ?? '', records},
      {
        onProgress: (done, w) => countImported(w.tx, w.envId, importer.id, done),
        onActivate: (w) => settle(w, importer, {added: records.length, rows: records.length}),
      },
    );
  } catch (error) {
    if (error instanceof AlreadyRun) return;
    if (!(error instanceof CountersignError)) throw error;
    await refuse(ctx, scope, importer, [{row: 1, column: null, reason: error.message}]);
  }
}

async function settle(w: Write, importer: Row<'importer'>, {added, rows}: {added: number; rows: number}) {
  const settled = await settleImporter(w.tx, w.envId, importer.id, {
    status: 'ready',
    successful_count: added,
    duplicate_count: rows - added,
    completed_at: w.now,
  });
  // throwing takes back what another run has written already
  if (!settled) throw new AlreadyRun();
  await w.audit('importer.run', 'importer', importer.id);
}

class AlreadyRun extends Error {}

async function refuse(
  ctx: Context,
  scope: Scope,
  importer: Row<'importer'>,
  errors: readonly ImportError[],
): Promise<void> {
  await write(ctx, scope, async (w) => {
    await settleImporter(w.tx, w.envId, importer.id, {
      status: 'errored',
      successful_count: 0,
      error_count: new Set(errors.map(({row}) => row)).size,
      errors: JSON.stringify(errors.slice(0, mostErrors)),
      completed_at: w.now,
    });
  });
}

/** Accounts whose reference id is taken are left as they are. */
async function addAccounts(w: Write, rows: readonly ImportedAccount[], tell: Tell): Promise<number> {
  let added = 0;
  for (const {referenceId, fields, tags} of rows) {
    if (referenceId !== null && (await findAccountByReference(w.tx, w.envId, referenceId))) continue;
    if (!(await insertNewAccount(w, {referenceId, fields, tags}))) continue;
    added += 1;
    if (added % chunk === 0) await tell(added);
  }
  return added;
}

function checkText(file: Buffer): void {
  try {
    if (!new TextDecoder('utf-8', {fatal: true}).decode(file).includes('\0')) return;
  } catch {
    // not UTF-8: told below, together with what is text to nobody
  }
  throw new CountersignError('invalid_attribute', {
    details: 'Expected a CSV file in UTF-8.',
    pointer: '/data/attributes/file/data',
  });
}

function sealKey(envId: string, id: string) {
  return {envId, subjectId: envId, context: `importer:${id}`};
}
