/** Where a sealed object lies: `<dataDir>/files/<environment>/<last two letters>/<id>.<key name>`. */
import {createHash} from 'node:crypto';
import {readdir} from 'node:fs/promises';
import path from 'node:path';

export interface FileKey {
  envId: string;
  id: string;
}

export function objectsFolder(dataDir: string): string {
  return path.join(dataDir, 'files');
}

/** Where the bytes lie. Its last part is named by the data key: two writes of one id never meet. */
export function placeOf(dataDir: string, {envId, id}: FileKey, dataKey: Uint8Array): string {
  // ids name files; ours are letters, digits and `_`, and nothing else may reach the file system
  if (!/^\w+$/.test(envId) || !/^\w+$/.test(id)) throw new Error('Not an id');
  return path.join(objectsFolder(dataDir), envId, shardOf(id), objectName(id, dataKey));
}

/** Case-insensitive file systems fold the 58 letters to 34; nothing depends on their number. */
function shardOf(id: string): string {
  return id.slice(-2).toLowerCase();
}

export function objectName(id: string, dataKey: Uint8Array): string {
  return `${id}.${createHash('sha256').update('object-name').update(dataKey).digest('hex').slice(0, 16)}`;
}

/** The id in an object's name, or in that of a draft of one. */
export function idOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/** What an object's bytes are bound to. */
export function associated({envId, id}: FileKey): string[] {
  return ['file', envId, id];
}

/** What an object's wrapped data key is bound to. */
export function dataKeyContext(
  {envId, id}: FileKey,
  subjectId: string,
): {envId: string; subjectId: string; context: string} {
  return {envId, subjectId, context: `file:${id}`};
}

/** Names in a folder; none when there is no such folder. */
export async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
}
