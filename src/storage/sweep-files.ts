/** What no row stands for goes: bytes of shredded subjects, slots nobody filled, losers of two writers, drafts of crashed ones. */
import {rm, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Database} from './database.ts';
import type {Keyring} from './keyring.ts';
import {dataKeyContext, entriesOf, idOf, objectName, objectsFolder} from './object-place.ts';
import {sweepParts} from './part-store.ts';
import type {Row} from './schema.ts';

export interface SweepOptions {
  dataDir: string;
  keyring: Keyring;
  database: Database;
  now: Date;
}

/** An object without a `ready` row may be one in the making; after a day it is not. */
const orphanAgeMs = 24 * 60 * 60 * 1000;

/** Answers how many objects and unfinished uploads were removed. */
export async function sweepFiles({dataDir, keyring, database, now}: SweepOptions): Promise<number> {
  const before = new Date(now.getTime() - orphanAgeMs);
  await shredRows(database, before);
  return (await sweepObjects({dataDir, database, keyring, before})) + (await sweepParts(dataDir, before));
}

/** Rows whose subject's key is shredded hold nothing any more; slots that nobody filled within a day are given up. */
async function shredRows({db}: Database, before: Date): Promise<void> {
  await db
    .updateTable('file')
    .set({state: 'shredded', wrapped_key: null})
    .where('state', '!=', 'shredded')
    .where(({exists, selectFrom, ref}) =>
      exists(
        selectFrom('subject_key')
          .select('subject_id')
          .where('subject_key.env_id', '=', ref('file.env_id'))
          .where('subject_key.subject_id', '=', ref('file.subject_id'))
          .where('subject_key.shredded_at', 'is not', null),
      ),
    )
    .execute();
  await db.deleteFrom('file').where('state', '=', 'pending').where('created_at', '<', before).execute();
}

type ObjectSweep = Omit<SweepOptions, 'now'> & {before: Date};

async function sweepObjects(sweep: ObjectSweep): Promise<number> {
  const root = objectsFolder(sweep.dataDir);
  let removed = 0;
  for (const envId of await entriesOf(root)) {
    for (const shard of await entriesOf(path.join(root, envId))) {
      removed += await sweepShard(sweep, envId, path.join(root, envId, shard));
    }
  }
  return removed;
}

async function sweepShard({database, keyring, before}: ObjectSweep, envId: string, folder: string): Promise<number> {
  const names = await entriesOf(folder);
  if (names.length === 0) return 0;
  const rows = await rowsById(
    database,
    envId,
    names.map((name) => idOf(name)),
  );
  const objects = new Map<string, number>();
  for (const name of names) objects.set(idOf(name), (objects.get(idOf(name)) ?? 0) + 1);
  let removed = 0;
  for (const name of names) {
    const row = rows.get(idOf(name));
    const file = path.join(folder, name);
    if (row?.state !== 'shredded') {
      // an object in the making is only known by its age
      if (!(await isOlder(file, before))) continue;
      const alone = objects.get(idOf(name)) === 1;
      if (row?.state === 'ready' && (alone || (await isObjectOf(database, keyring, row, name)))) continue;
    }
    await rm(file, {force: true});
    removed += 1;
  }
  return removed;
}

async function isOlder(file: string, moment: Date): Promise<boolean> {
  try {
    return (await stat(file)).mtime < moment;
  } catch (error) {
    // a draft that was moved to its place since we listed the folder
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function rowsById({db}: Database, envId: string, ids: string[]): Promise<Map<string, Row<'file'>>> {
  const rows = await db.selectFrom('file').selectAll().where('env_id', '=', envId).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of several objects with one id, the one whose name comes from the key in the row is meant. */
async function isObjectOf({db}: Database, keyring: Keyring, row: Row<'file'>, name: string): Promise<boolean> {
  if (!row.wrapped_key) return false;
  const key = {envId: row.env_id, id: row.id};
  return objectName(row.id, await keyring.open(db, dataKeyContext(key, row.subject_id), row.wrapped_key)) === name;
}
