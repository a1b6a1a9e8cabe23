/** Queries of data sets: the sealed records of the version in use, found by keyed hashes. */
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

/** Records that share a key with a person and are opened to be compared; a name and birthday that more people share is no key. */
export const mostCandidates = 50;

export function findDataSet(reader: Reader, envId: string, name: string): Promise<Row<'data_set'> | undefined> {
  return reader
    .selectFrom('data_set')
    .selectAll()
    .where('env_id', '=', envId)
    .where('name', '=', name)
    .executeTakeFirst();
}

export type ListedDataSet = Pick<Row<'data_set'>, 'id' | 'name' | 'updated_at'> &
  Pick<Row<'data_set_version'>, 'number' | 'row_count'>;

/** Those with a version in use, by name. */
export function listDataSets(reader: Reader, envId: string): Promise<ListedDataSet[]> {
  return reader
    .selectFrom('data_set')
    .innerJoin('data_set_version', (join) =>
      join
        .onRef('data_set_version.env_id', '=', 'data_set.env_id')
        .onRef('data_set_version.id', '=', 'data_set.active_version_id'),
    )
    .select([
      'data_set.id',
      'data_set.name',
      'data_set.updated_at',
      'data_set_version.number',
      'data_set_version.row_count',
    ])
    .where('data_set.env_id', '=', envId)
    .orderBy('data_set.name')
    .execute();
}

/** The data set of a name, made where there is none. */
export async function ensureDataSet(
  tx: Tx,
  envId: string,
  fresh: {id: string; name: string; now: Date},
): Promise<Row<'data_set'>> {
  await tx
    .insertInto('data_set')
    .values({env_id: envId, id: fresh.id, name: fresh.name, created_at: fresh.now, updated_at: fresh.now})
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('data_set')
    .selectAll()
    .where('env_id', '=', envId)
    .where('name', '=', fresh.name)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The next version, which nobody asks until it is activated. */
export async function insertDataSetVersion(
  tx: Tx,
  envId: string,
  fresh: {id: string; dataSetId: string; now: Date},
): Promise<Row<'data_set_version'>> {
  const {number} = await tx
    .selectFrom('data_set_version')
    .select((is) => is.fn.max('number').as('number'))
    .where('env_id', '=', envId)
    .where('data_set_id', '=', fresh.dataSetId)
    .executeTakeFirstOrThrow();
  return tx
    .insertInto('data_set_version')
    .values({
      env_id: envId,
      id: fresh.id,
      data_set_id: fresh.dataSetId,
      number: Number(number ?? 0) + 1,
      status: 'loading',
      row_count: 0,
      created_at: fresh.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface SealedRecord {
  number: number;
  sealed: Buffer;
  hashes: readonly Buffer[];
}

export async function insertRecords(
  tx: Tx,
  envId: string,
  versionId: string,
  records: readonly SealedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await tx
    .insertInto('data_set_row')
    .values(records.map(({number, sealed}) => ({env_id: envId, version_id: versionId, number, sealed})))
    .execute();
  const keys = records.flatMap(({number, hashes}) =>
    hashes.map((hash) => ({env_id: envId, version_id: versionId, hash, row_number: number})),
  );
  if (keys.length === 0) return;
  await tx
    .insertInto('data_set_key')
    .values(keys)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * From here on this version answers, and none before it, nor one whose loading broke off. Returns the ids of those; undefined, and
 * nothing is changed, where a later version took its place while it was loaded.
 */
export async function activateDataSetVersion(
  tx: Tx,
  envId: string,
  to: {dataSetId: string; versionId: string; rowCount: number; now: Date},
): Promise<string[] | undefined> {
  const activated = await tx
    .updateTable('data_set_version')
    .set({status: 'active', row_count: to.rowCount, activated_at: to.now})
    .where('env_id', '=', envId)
    .where('id', '=', to.versionId)
    .where('status', '=', 'loading')
    .returning('number')
    .executeTakeFirst();
  if (!activated) return undefined;
  const retired = await tx
    .updateTable('data_set_version')
    .set({status: 'retired'})
    .where('env_id', '=', envId)
    .where('data_set_id', '=', to.dataSetId)
    .where('status', 'in', ['active', 'loading'])
    .where('number', '<', activated.number)
    .returning('id')
    .execute();
  await tx
    .updateTable('data_set')
    .set({active_version_id: to.versionId, updated_at: to.now})
    .where('env_id', '=', envId)
    .where('id', '=', to.dataSetId)
    .execute();
  return retired.map(({id}) => id);
}

/** Takes away the records of a version: one that was retired, or one whose loading broke off. Its row stays as the fact. */
export async function deleteRecords(tx: Tx, envId: string, versionId: string): Promise<void> {
  await tx.deleteFrom('data_set_key').where('env_id', '=', envId).where('version_id', '=', versionId).execute();
  await tx.deleteFrom('data_set_row').where('env_id', '=', envId).where('version_id', '=', versionId).execute();
}

/** The data set with all its versions. */
export async function deleteDataSet(tx: Tx, envId: string, id: string): Promise<void> {
  const versions = await tx
    .selectFrom('data_set_version')
    .select('id')
    .where('env_id', '=', envId)
    .where('data_set_id', '=', id)
    .execute();
  for (const version of versions) await deleteRecords(tx, envId, version.id);
  await tx.deleteFrom('data_set_version').where('env_id', '=', envId).where('data_set_id', '=', id).execute();
  await tx.deleteFrom('data_set').where('env_id', '=', envId).where('id', '=', id).execute();
}

/** Records that share at least one key with the person, those that share most first. */
export function findRecordCandidates(
  reader: Reader,
  envId: string,
  versionId: string,
  hashes: readonly Buffer[],
): Promise<Pick<Row<'data_set_row'>, 'number' | 'sealed'>[]> {
  if (hashes.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('data_set_row')
    .innerJoin(
      (from) =>
        from
          .selectFrom('data_set_key')
          .select((is) => ['row_number', is.fn.countAll<string>().as('shared')])
          .where('env_id', '=', envId)
          .where('version_id', '=', versionId)
          .where('hash', 'in', [...hashes])
          .groupBy('row_number')
          .orderBy('shared', 'desc')
          .orderBy('row_number')
          .limit(mostCandidates)
          .as('met'),
      (join) => join.onRef('met.row_number', '=', 'data_set_row.number'),
    )
    .select(['data_set_row.number', 'data_set_row.sealed'])
    .where('data_set_row.env_id', '=', envId)
    .where('data_set_row.version_id', '=', versionId)
    .orderBy('met.shared', 'desc')
    .orderBy('data_set_row.number')
    .execute();
}
