/**
 * The one pool that kysely and pg-boss share, over either database. It adds two rules to a plain pool:
 *
 * 1. Inside `database.transaction` every query goes through `tx`. A query that asks for a second connection from within the
 *    callback would see none of the transaction's rows, and on the embedded database (one connection) it would wait for
 *    itself for ever. There it fails at once instead. Over several connections it is only blind, and nobody looks for it: to know
 *    which transaction code runs in, Node tells itself of every promise, which is a tenth of the CPU of a small request.
 * 2. A connection that was given back answers nothing more, so a straggler of a finished transaction cannot write into the next.
 */
import {AsyncLocalStorage} from 'node:async_hooks';
import type {PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult} from 'kysely';

export interface QueryAnswer {
  command: string;
  rowCount: number;
  rows: unknown[];
}

export interface Connection {
  /** Without values the text may hold several statements; the answer is then the last one's. */
  query(text: string, values: readonly unknown[]): Promise<QueryAnswer>;
  release(): void;
}

export interface ConnectionSource {
  /** Whether all share one connection. */
  readonly isSingle: boolean;
  /** Waits its turn. */
  acquire(): Promise<Connection>;
  end(): Promise<void>;
}

export class GuardedPool implements PostgresPool {
  readonly #source: ConnectionSource;
  /** The transaction this code runs in. An object, because what a callback leaves running (timers, say) may query once it is over. */
  readonly #within = new AsyncLocalStorage<{open: boolean}>();
  #ended = false;

  constructor(source: ConnectionSource) {
    this.#source = source;
  }

  connect(): Promise<PostgresPoolClient> {
    return this.#isWithin() ? refuse() : this.lease();
  }

  /** For the transaction itself, which may take its connection from within its callback. */
  async lease(): Promise<PostgresPoolClient> {
    if (this.#ended) throw new Error('The database is closed');
    return new Lease(await this.#source.acquire());
  }

  /** Runs a transaction's callback under rule 1. */
  inTransaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#source.isSingle ? this.#guarded(work) : work();
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isWithin()) return refuse();
    const transaction = {open: true};
    try {
      return await this.#within.run(transaction, work);
    } finally {
      transaction.open = false;
    }
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#source.end();
  }

  #isWithin(): boolean {
    return this.#within.getStore()?.open ?? false;
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('A query outside the open transaction: use its tx'));
}

class Lease implements PostgresPoolClient {
  readonly #connection: Connection;
  #released = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('Cursors are not supported');
    if (this.#released) return Promise.reject(new Error('A query after its transaction ended'));
    return this.#connection.query(text, values) as Promise<PostgresQueryResult<R>>;
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#connection.release();
  }
}
