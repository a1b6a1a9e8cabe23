import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {afterEach, test} from 'node:test';
import {openDatabase} from '../../src/storage/open-database.ts';
import type {Database} from '../../src/storage/database.ts';
import {openWorld} from '../contract/world.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('a second process is told who holds the folder, and gets it when that one was killed', async () => {
  const dataDir = await usedFolder();
  const first = await openInChild(dataDir);
  assert.equal(first.says, 'opened');

  const second = await openInChild(dataDir);
  assert.match(second.says, new RegExp(`in use by process ${first.child.pid}.*COUNTERSIGN_DATA_DIR.*DATABASE_URL`));
  await assert.rejects(openDatabase({dataDir}), {code: 'unavailable', message: /in use by process/});

  await killed(first.child);
  await (await open(dataDir)).close();
});

test('the same process cannot open a folder twice at once', async () => {
  const dataDir = await usedFolder();
  const database = await open(dataDir);
  await assert.rejects(openDatabase({dataDir}), /in use by process/);
  await database.close();
  await (await open(dataDir)).close();
});

test('a lock from before the machine was started again is taken over', async () => {
  const dataDir = await usedFolder();
  const lock = {pid: process.ppid, bootId: 'another-boot', startedAt: null, nonce: 'a'};
  await writeFile(path.join(dataDir, 'database.lock'), JSON.stringify(lock));
  await (await open(dataDir)).close();
});

test(
  'a lock whose process number belongs to a later process is taken over',
  {skip: process.platform !== 'linux' && 'needs /proc'},
  async () => {
    const dataDir = await usedFolder();
    const bootId = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const lock = {pid: process.ppid, bootId, startedAt: '1', nonce: 'a'};
    await writeFile(path.join(dataDir, 'database.lock'), JSON.stringify(lock));
    await (await open(dataDir)).close();
  },
);

test('a lock with the number of this very process, which it did not take, is from a container before it', async () => {
  const dataDir = await usedFolder();
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown');
  const lock = {pid: process.pid, bootId: bootId.trim(), startedAt: null, nonce: 'a'};
  await writeFile(path.join(dataDir, 'database.lock'), JSON.stringify(lock));
  await (await open(dataDir)).close();
});

test('a lock cut short names nobody', async () => {
  const dataDir = await usedFolder();
  await writeFile(path.join(dataDir, 'database.lock'), '{"pid":');
  await (await open(dataDir)).close();
});

test('of several processes that find a stale lock at once, one opens', async () => {
  const dataDir = await usedFolder();
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  await writeFile(path.join(dataDir, 'database.lock'), JSON.stringify({pid: dead.pid, bootId: 'x', nonce: 'a'}));
  const children = await Promise.all([openInChild(dataDir), openInChild(dataDir), openInChild(dataDir)]);
  assert.equal(children.filter(({says}) => says === 'opened').length, 1);
});

test('closing leaves no lock, and what was written', async () => {
  const dataDir = await usedFolder();
  const database = await open(dataDir);
  await database.db.insertInto('setting').values({key: 'kept', value: '"yes"'}).execute();
  await database.close();
  assert.deepEqual(await readdir(dataDir), ['database']);
  const again = await open(dataDir);
  const row = await again.db.selectFrom('setting').select('value').where('key', '=', 'kept').executeTakeFirst();
  assert.equal(row?.value, 'yes');
});

test('a first start that was killed in the middle is simply done again', async () => {
  const dataDir = await emptyFolder();
  const half = path.join(dataDir, 'database.new');
  await mkdir(half);
  await writeFile(path.join(half, 'PG_VERSION'), '17\n');
  const database = await open(dataDir);
  assert.equal((await database.execute('select 1 as one', [])).rowCount, 1);
  await database.close();
  assert.deepEqual(await readdir(dataDir), ['database']);
});

test('a folder that cannot be written is said so', {skip: process.platform === 'win32' && 'POSIX modes'}, async () => {
  const dataDir = await emptyFolder();
  await chmod(dataDir, 0o555);
  // root writes everywhere, so as root another user is asked
  const {says} = await openInChild(dataDir, process.getuid?.() === 0 ? 65534 : undefined);
  assert.match(says, /cannot be written \(EACCES\).*COUNTERSIGN_DATA_DIR/);
});

test('a file in the place of the folder is said so', async () => {
  const dataDir = path.join(await emptyFolder(), 'file');
  await writeFile(dataDir, '');
  await assert.rejects(openDatabase({dataDir}), {code: 'unavailable', message: /cannot be written/});
});

test('a server that does not answer is named without its password', async () => {
  const databaseUrl = 'postgres://erika:geheim@127.0.0.1:1/db';
  await assert.rejects(openDatabase({dataDir: await emptyFolder(), databaseUrl}), (error: Error) => {
    assert.match(error.message, /DATABASE_URL cannot be used \(ECONNREFUSED\)/);
    assert.ok(!error.message.includes('geheim'));
    return true;
  });
});

/** With a database in it, copied from a template: making one takes seconds. */
async function usedFolder(): Promise<string> {
  const world = await openWorld();
  await world.queue.stop(0);
  await world.database.close();
  cleanups.push(() => rm(world.dataDir, {recursive: true, force: true}));
  return world.dataDir;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'countersign-test-'));
  cleanups.push(() => rm(folder, {recursive: true, force: true}));
  return folder;
}

async function open(dataDir: string): Promise<Database> {
  const database = await openDatabase({dataDir});
  cleanups.push(() => database.close());
  return database;
}

async function openInChild(dataDir: string, uid?: number): Promise<{child: ChildProcess; says: string}> {
  const script = path.join(import.meta.dirname, 'open-in-child.ts');
  const args = ['--import', 'tsx', script, dataDir, ...(uid === undefined ? [] : [String(uid)])];
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
  cleanups.push(() => killed(child));
  const lines = createInterface(child.stdout);
  const [says] = (await Promise.race([once(lines, 'line'), once(lines, 'close').then(() => ['nothing'])])) as [string];
  return {child, says};
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
