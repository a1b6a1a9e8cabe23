/**
 * Files that are there whole or not at all, also after a loss of power: written beside their place, fsynced, moved, and the
 * folder fsynced. What a crash leaves behind ends in `.tmp`.
 */
import {randomBytes} from 'node:crypto';
import {link, mkdir, open, rename, rm} from 'node:fs/promises';
import path from 'node:path';

export interface DurableWrite {
  file: string;
  pieces: AsyncIterable<Uint8Array>;
  /** What happens when the file is there already: `replace` it, or `refuse` (throws with code EEXIST). */
  existing: 'replace' | 'refuse';
}

/** If `pieces` throws, nothing remains and the error goes on. */
export async function writeDurably({file, pieces, existing}: DurableWrite): Promise<void> {
  const folder = path.dirname(file);
  await makeFolders(folder);
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeAndSync(draft, pieces);
    await (existing === 'replace' ? rename(draft, file) : link(draft, file));
  } finally {
    await rm(draft, {force: true});
  }
  await syncFolder(folder);
}

async function writeAndSync(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Folders made on the way are fsynced into their parents too. */
async function makeFolders(folder: string): Promise<void> {
  const first = await mkdir(folder, {recursive: true, mode: 0o700});
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await syncFolder(path.dirname(made));
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows has no fsync of folders; NTFS journals its entries itself
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
