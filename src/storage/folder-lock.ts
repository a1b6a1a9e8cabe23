/**
 * One process per data folder. PGlite itself lets two processes open the same folder and then silently loses rows (tried:
 * 2901 written, 2544 found), so a lock file stands guard, naming the process that holds it.
 *
 * A lock is stale when its process cannot be alive: the machine was started again since (other boot id), no process has its
 * number, or the number now belongs to a process that started later (on Linux; containers reuse small numbers).
 */
import {randomBytes} from 'node:crypto';
import {readFileSync, unlinkSync} from 'node:fs';
import {link, mkdir, readFile, rename, rm, unlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {CountersignError} from '../protocol/errors.ts';

interface Holder {
  pid: number;
  bootId: string;
  /** Clock ticks from boot to the process's start, where the system tells. */
  startedAt: string | null;
  /** Tells apart two locks of one process. */
  nonce: string;
}

export interface FolderLock {
  release: () => Promise<void>;
}

/** Locks that this very process holds: its own number proves nothing after a container restarted with the same one. */
const heldHere = new Set<string>();

export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const file = path.join(dataDir, 'database.lock');
  const mine = JSON.stringify(thisProcess());
  await makeFolder(dataDir);
  await take(dataDir, file, mine);
  heldHere.add(mine);
  const releaseAtExit = (): void => removeIfMine(file, mine);
  process.once('exit', releaseAtExit);
  return {
    release: async () => {
      process.off('exit', releaseAtExit);
      removeIfMine(file, mine);
      heldHere.delete(mine);
    },
  };
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, {recursive: true, mode: 0o700});
  } catch (error) {
    throw unwritable(dataDir, error);
  }
}

async function take(dataDir: string, file: string, mine: string): Promise<void> {
  if (await create(dataDir, file, mine)) return;
  const found = await readFile(file, 'utf8').catch((error: unknown) => {
    // released between our two looks: try again
    if (codeOf(error) === 'ENOENT') return null;
    throw unwritable(dataDir, error);
  });
  if (found !== null) {
    const holder = parseHolder(found);
    if (holder && isAlive(holder, found)) throw inUse(dataDir, holder);
    await removeStale(file, found);
  }
  await take(dataDir, file, mine);
}

/** Exclusive, and whole from its first moment: a lock seen half-written would look like nobody's. */
async function create(dataDir: string, file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, text, {flag: 'wx', mode: 0o600});
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unwritable(dataDir, error);
  } finally {
    await rm(draft, {force: true});
  }
}

/** Two processes may judge the same lock stale; only the one whose rename moved exactly that lock goes on, a fresh one is put back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw unwritable(path.dirname(file), error);
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, file);
  await unlink(aside);
}

function thisProcess(): Holder {
  return {
    pid: process.pid,
    bootId: bootId(),
    startedAt: startOf(process.pid),
    nonce: randomBytes(6).toString('hex'),
  };
}

function isAlive(holder: Holder, text: string): boolean {
  if (!isSameBoot(holder.bootId, bootId())) return false;
  if (holder.pid === process.pid) return heldHere.has(text);
  if (holder.startedAt !== null && startOf(holder.pid) !== holder.startedAt) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, but another user's
    return codeOf(error) === 'EPERM';
  }
}

/** Changes with every start of the machine. Elsewhere than on Linux: the moment of the start, in seconds. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return `started:${Math.round(Date.now() / 1000 - os.uptime())}`;
  }
}

/** A computed moment moves when the clock is set right, so it may differ by minutes and still be the same start. */
function isSameBoot(one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => /^started:(\d+)$/.exec(id)?.[1]);
  return a !== undefined && b !== undefined ? Math.abs(Number(a) - Number(b)) < 300 : one === other;
}

/** Field 22 of /proc/<pid>/stat (proc(5)); the name in field 2 may hold spaces and brackets, so count from its end. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** A lock file cut short by a crash names nobody, so nobody holds it. */
function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value && 'bootId' in value
      ? (value as Holder)
      : null;
  } catch {
    return null;
  }
}

function removeIfMine(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) unlinkSync(file);
  } catch {
    // gone already, or the folder is: there is nothing left to release
  }
}

function inUse(dataDir: string, holder: Holder): CountersignError {
  return new CountersignError('unavailable', {
    details:
      `The data folder ${dataDir} is in use by process ${holder.pid}. The embedded database serves one process at a time: ` +
      'stop that one, name another folder with COUNTERSIGN_DATA_DIR, or set DATABASE_URL to share a PostgreSQL server.',
  });
}

function unwritable(dataDir: string, cause: unknown): CountersignError {
  return new CountersignError(
    'unavailable',
    {
      details:
        `The data folder ${dataDir} cannot be written (${codeOf(cause)}): give the user who runs Countersign write access to it, ` +
        'or name another folder with COUNTERSIGN_DATA_DIR.',
    },
    {cause},
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
