/** Opens the database that the settings name, brings its tables up to date, and hides which of the two it is. */
import type {Extensions} from '@electric-sql/pglite';
import {Kysely, PostgresDialect} from 'kysely';
import type {Database} from './database.ts';
import {openEmbedded} from './embedded.ts';
import {GuardedPool} from './guarded-pool.ts';
import {runTransaction} from './lazy-transaction.ts';
import {migrate} from './migrate.ts';
import {prepareFaceVectors} from './prepare-face-vectors.ts';
import type {Tables} from './schema.ts';
import {openServerPool} from './server-pool.ts';

export interface DatabaseOptions {
  /** Folder of the embedded database (in its subfolder `database`); made when missing. */
  dataDir: string;
  /** `postgres://…` of a PostgreSQL server; the embedded database when absent. */
  databaseUrl?: string | undefined;
  /** Of the embedded database, for tests and benches: the product opens it with none. */
  extensions?: Extensions;
}

/** Throws CountersignError `unavailable` with one clear sentence: folder in use or not writable, server unreachable or too old. */
export async function openDatabase({dataDir, databaseUrl, extensions}: DatabaseOptions): Promise<Database> {
  const kind = databaseUrl ? 'server' : 'embedded';
  const pool = new GuardedPool(await (databaseUrl ? openServerPool(databaseUrl) : openEmbedded(dataDir, extensions)));
  const dialect = new PostgresDialect({pool});
  const db = new Kysely<Tables>({dialect});
  const ground = {
    dialect,
    driver: dialect.createDriver(),
    compiler: dialect.createQueryCompiler(),
    adapter: dialect.createAdapter(),
    acquire: () => pool.lease(),
  };
  let faceVectors: boolean;
  try {
    await migrate(db);
    faceVectors = await prepareFaceVectors(db);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    db,
    kind,
    faceVectors,
    transaction: (work) => runTransaction(ground, (tx) => pool.inTransaction(() => work(tx))),
    execute: (text, values) => execute(pool, text, values),
    close: () => pool.end(),
  };
}

async function execute(
  pool: GuardedPool,
  text: string,
  values: readonly unknown[],
): Promise<{rows: unknown[]; rowCount: number}> {
  const client = await pool.connect();
  try {
    const {rows, rowCount} = await client.query<unknown>(text, values);
    return {rows, rowCount};
  } catch (error) {
    // a text of several statements may have opened a transaction of its own before it failed
    await client.query('rollback', []).catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
