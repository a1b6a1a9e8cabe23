/** Asks a source of records about a person: a data set that the operator loaded, or a registry that was configured under the name. */
import type {PersonRecord, RecordAnswer} from '../protocol/database.ts';
import {findDataSet, findRecordCandidates} from '../storage/data-set.ts';
import type {Context} from './context.ts';
import {recordHashes, recordSealKey} from './load-data-set.ts';

export async function findRecords(
  ctx: Context,
  {envId, source, given}: {envId: string; source: string; given: PersonRecord},
): Promise<RecordAnswer> {
  const set = await findDataSet(ctx.database.db, envId, source);
  if (set?.active_version_id) return recordsOf(ctx, envId, set.active_version_id, given);
  return ctx.registries?.has(source) ? ctx.registries.ask(source, given) : {type: 'provider_not_configured'};
}

async function recordsOf(ctx: Context, envId: string, versionId: string, given: PersonRecord): Promise<RecordAnswer> {
  const hashes = recordHashes(ctx.keyring, envId, given);
  const rows = await findRecordCandidates(ctx.database.db, envId, versionId, hashes);
  const records: PersonRecord[] = [];
  for (const {number, sealed} of rows) {
    const plain = await ctx.keyring.open(ctx.database.db, recordSealKey(envId, versionId, number), sealed);
    records.push(JSON.parse(plain.toString('utf8')) as PersonRecord);
  }
  return {type: 'records', records, version: versionId};
}
