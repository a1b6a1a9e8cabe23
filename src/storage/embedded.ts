/**
 * PostgreSQL inside this process (PGlite) in a folder, for one process at a time. It survives the death of the process, not
 * the loss of power (it never fsyncs). It has one connection, so whoever holds it makes the others wait in line.
 */
import {existsSync} from 'node:fs';
import {rename, rm} from 'node:fs/promises';
import path from 'node:path';
import type {Extensions, PGlite, Results} from '@electric-sql/pglite';
import type {Connection, ConnectionSource, QueryAnswer} from './guarded-pool.ts';
import {lockFolder} from './folder-lock.ts';
import {columnParsers} from './column-types.ts';

export async function openEmbedded(dataDir: string, extensions: Extensions = {}): Promise<ConnectionSource> {
  const lock = await lockFolder(dataDir);
  try {
    const pglite = await openFolder(path.join(dataDir, 'database'), extensions);
    return new SingleConnection(pglite, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openFolder(folder: string, extensions: Extensions): Promise<PGlite> {
  // loaded on need: 27 MB of WebAssembly that a process on DATABASE_URL never touches
  const {PGlite} = await import('@electric-sql/pglite');
  if (!existsSync(folder)) {
    // made beside its place and moved there whole, so that a process killed on its first start leaves nothing half-made
    const unfinished = `${folder}.new`;
    await rm(unfinished, {recursive: true, force: true});
    await (await PGlite.create({dataDir: unfinished})).close();
    await rename(unfinished, folder);
  }
  return PGlite.create({dataDir: folder, parsers: columnParsers, extensions});
}

class SingleConnection implements ConnectionSource {
  readonly isSingle = true;
  readonly #pglite: PGlite;
  readonly #afterEnd: () => Promise<void>;
  /** Settles when everyone who asked so far has given the connection back. */
  #line: Promise<void> = Promise.resolve();

  constructor(pglite: PGlite, afterEnd: () => Promise<void>) {
    this.#pglite = pglite;
    this.#afterEnd = afterEnd;
  }

  async acquire(): Promise<Connection> {
    const before = this.#line;
    const {promise, resolve} = withResolver();
    this.#line = promise;
    await before;
    return {query: (text, values) => this.#query(text, values), release: resolve};
  }

  async end(): Promise<void> {
    await this.#line;
    await this.#pglite.close();
    await this.#afterEnd();
  }

  async #query(text: string, values: readonly unknown[]): Promise<QueryAnswer> {
    if (values.length > 0) return answer(await this.#pglite.query(text, [...values]));
    // the simple protocol, as node-postgres speaks it without values: several statements are allowed
    return answer((await this.#pglite.exec(text)).at(-1));
  }
}

function answer(results: Results | undefined): QueryAnswer {
  if (!results) return {command: '', rowCount: 0, rows: []};
  return {command: results.command ?? '', rowCount: results.rowCount ?? results.rows.length, rows: results.rows};
}

function withResolver(): {promise: Promise<void>; resolve: () => void} {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return {promise, resolve};
}
