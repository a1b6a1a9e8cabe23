/** A transaction that takes its connection and begins with its first query; see `batch.ts` for what goes before it. */
import {DefaultQueryExecutor} from 'kysely';
import type {
  CompiledQuery,
  ConnectionProvider,
  DatabaseConnection,
  Dialect,
  DialectAdapter,
  Driver,
  PostgresPoolClient,
  QueryCompiler,
  QueryResult,
} from 'kysely';
import {Batch, BatchedTransaction} from './batch.ts';
import type {Statement} from './batch.ts';
import type {Tx} from './database.ts';

export interface TransactionGround {
  dialect: Dialect;
  driver: Driver;
  compiler: QueryCompiler;
  adapter: DialectAdapter;
  acquire(): Promise<PostgresPoolClient>;
}

/** Commands whose count of rows is that of changed ones. */
const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Runs work in one transaction, which commits if it resolves. */
export async function runTransaction<T>(ground: TransactionGround, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = new LazyTransaction(ground);
  try {
    const result = await work(transaction.tx);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  } finally {
    transaction.end();
  }
}

class LazyTransaction implements ConnectionProvider {
  readonly tx: Tx;
  readonly #batch: Batch;
  readonly #acquire: TransactionGround['acquire'];
  readonly #connection: DatabaseConnection;
  #client: PostgresPoolClient | undefined;
  #begun = false;
  #ended = false;
  /** Queries go one after the other. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(ground: TransactionGround) {
    const {dialect, driver, compiler, adapter} = ground;
    this.#acquire = ground.acquire;
    this.#batch = new Batch({home: ground, flush: () => this.provideConnection(() => this.#prepare())});
    const executor = new DefaultQueryExecutor(compiler, adapter, this);
    this.tx = new BatchedTransaction({config: {dialect}, dialect, driver, executor}, this.#batch);
    this.#connection = {
      executeQuery: (query) => this.#execute(query),
      streamQuery: () => {
        throw new Error('Cursors are not supported');
      },
    };
  }

  provideConnection<T>(use: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    if (this.#ended) return Promise.reject(new Error('A query after its transaction ended'));
    const turn = this.#line.then(() => use(this.#connection));
    this.#line = turn.catch(() => {});
    return turn;
  }

  async commit(): Promise<void> {
    await this.#line;
    if (!this.#batch.isEmpty) await this.#batch.send((statement) => this.#send(statement));
    if (this.#begun) await this.#send({text: 'commit', values: []});
    this.#begun = false;
  }

  async rollback(): Promise<void> {
    await this.#line;
    if (!this.#begun) return;
    this.#begun = false;
    // a connection that broke rolled back by that, and the error that is on its way says so
    await this.#send({text: 'rollback', values: []}).catch(() => {});
  }

  end(): void {
    this.#ended = true;
    this.#client?.release();
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.#prepare();
    const {command, rowCount, rows} = await this.#send<R>({text: query.sql, values: [...query.parameters]});
    return {rows, ...(changes.has(command) && {numAffectedRows: BigInt(rowCount)})};
  }

  /** Begins, and writes what a query must see. */
  async #prepare(): Promise<void> {
    if (!this.#begun) await this.#send({text: 'begin', values: []});
    this.#begun = true;
    if (!this.#batch.isEmpty) await this.#batch.send((statement) => this.#send(statement));
  }

  async #send<R>({text, values}: Statement): Promise<{command: string; rowCount: number; rows: R[]}> {
    this.#client ??= await this.#acquire();
    return this.#client.query<R>(text, values);
  }
}
