/** A world of its own for a test: temporary folder, database, keys, files and a queue that nobody works on yet. */
import {createHash, randomBytes} from 'node:crypto';
import {cpSync, existsSync} from 'node:fs';
import {mkdtemp, rename, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {vector} from '@electric-sql/pglite-pgvector';
import {sql} from 'kysely';
import {pino} from 'pino';
import type {Logger} from 'pino';
import {openQueue} from '../../src/jobs/open-queue.ts';
import type {QueueOptions} from '../../src/jobs/open-queue.ts';
import type {Queue} from '../../src/jobs/queue.ts';
import {newId} from '../../src/protocol/ids.ts';
import type {Database} from '../../src/storage/database.ts';
import type {Files} from '../../src/storage/files.ts';
import type {Keyring} from '../../src/storage/keyring.ts';
import {migrations} from '../../src/storage/migrations/all.ts';
import {openDatabase} from '../../src/storage/open-database.ts';
import {openFiles} from '../../src/storage/open-files.ts';
import {openKeyring} from '../../src/storage/open-keyring.ts';
import {openPartStore} from '../../src/storage/part-store.ts';
import type {PartStore} from '../../src/storage/part-store.ts';

export interface World {
  dataDir: string;
  database: Database;
  masterKey: Buffer;
  keyring: Keyring;
  files: Files;
  parts: PartStore;
  /** Put jobs in, or start it with `work`. */
  queue: Queue;
  log: Logger;
  /** Two sandbox environments of two organizations, with their keys. */
  envId: string;
  otherEnvId: string;
  /** Stands still at 2026-03-01 12:00 UTC until `advance`. */
  now(): Date;
  advance(ms: number): void;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** An empty PostgreSQL database instead of the embedded one. */
  databaseUrl?: string;
  /** With pgvector in it. */
  vectors?: boolean;
  queue?: Pick<QueueOptions, 'settings' | 'pollMs'>;
}

export async function openWorld({databaseUrl, vectors, queue: queueOptions}: WorldOptions = {}): Promise<World> {
  const dataDir = await makeDataFolder(databaseUrl === undefined);
  if (vectors) await createVectorExtension({dataDir, databaseUrl});
  const log = pino({level: 'silent'});
  const database = await openDatabase({dataDir, databaseUrl, ...(vectors && {extensions: {vector}})});
  const masterKey = randomBytes(32);
  const keyring = openKeyring({masterKey, remember: database.kind === 'embedded'});
  const queue = await openQueue({database, log, ...queueOptions});
  let now = Date.parse('2026-03-01T12:00:00Z');
  const world: World = {
    dataDir,
    database,
    masterKey,
    keyring,
    files: openFiles({dataDir, keyring, database}),
    parts: openPartStore({dataDir, keyring}),
    queue,
    log,
    envId: newId('environment', now),
    otherEnvId: newId('environment', now),
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
    async close() {
      await queue.stop(0);
      await database.close();
      // a job that was told to stop may still be writing its last picture
      await rm(dataDir, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});
    },
  };
  await makeEnvironment(world, world.envId);
  await makeEnvironment(world, world.otherEnvId);
  return world;
}

function makeEnvironment({database, keyring, now}: World, envId: string): Promise<void> {
  return database.transaction(async (tx) => {
    const created_at = now();
    const org_id = newId('organization', created_at.getTime());
    await tx.insertInto('organization').values({id: org_id, name: 'Test', created_at}).execute();
    await tx
      .insertInto('environment')
      .values({id: envId, org_id, kind: 'sandbox', name: 'Sandbox', settings: '{}', created_at})
      .execute();
    await keyring.ensure(tx, envId, envId, created_at);
  });
}

/** What whoever runs a database does once. */
export async function createVectorExtension(of: {dataDir: string; databaseUrl?: string | undefined}): Promise<void> {
  const database = await openDatabase({...of, extensions: {vector}});
  await sql`create extension vector`.execute(database.db);
  await database.close();
}

/** A new embedded database takes seconds to make, so it is made once per machine and set of migrations, and copied. */
async function makeDataFolder(withDatabase: boolean): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-test-'));
  if (withDatabase) cpSync(await templateFolder(), path.join(dataDir, 'database'), {recursive: true});
  return dataDir;
}

async function templateFolder(): Promise<string> {
  const made = createHash('sha256').update(migrations.map(({sql}) => sql).join());
  const template = path.join(os.tmpdir(), `countersign-template-${made.digest('hex').slice(0, 16)}`);
  if (existsSync(template)) return template;
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-template-making-'));
  const database = await openDatabase({dataDir});
  await (await openQueue({database, log: pino({level: 'silent'})})).stop(0);
  await database.close();
  await rename(path.join(dataDir, 'database'), template).catch(async (error: unknown) => {
    // another test process was quicker: its template is as good
    if (!existsSync(template)) throw error;
  });
  await rm(dataDir, {recursive: true, force: true});
  return template;
}
