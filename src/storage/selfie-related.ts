/** What hangs on verifications of selfies: the sizes of the pictures that can still be read. */
import type {Reader} from './database.ts';
import {selfieAttributes} from './resources/selfie.ts';
import type {Row} from './schema.ts';

/** Nothing for other kinds. */
export async function readSelfieSizes(reader: Reader, row: Row<'verification'>): Promise<Map<string, number>> {
  const frames = row.kind === 'selfie' ? selfieAttributes(row).frames : undefined;
  const ids = (frames ?? []).flatMap(({displayFileId}) => displayFileId ?? []);
  if (ids.length === 0) return new Map();
  const files = await reader
    .selectFrom('file')
    .select(['id', 'size'])
    .where('env_id', '=', row.env_id)
    .where('id', 'in', ids)
    .where('state', '=', 'ready')
    .execute();
  return new Map(files.map(({id, size}) => [id, size]));
}
