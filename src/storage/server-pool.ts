/** PostgreSQL 15 or later, named by `DATABASE_URL`. */
import pg from 'pg';
import {CountersignError} from '../protocol/errors.ts';
import type {Connection, ConnectionSource, QueryAnswer} from './guarded-pool.ts';
import {batchBeginning} from './batch.ts';
import {columnParsers} from './column-types.ts';

const oldestVersion = 15;
/** Connections per process. A transaction holds one for a few milliseconds; more would only queue inside PostgreSQL. */
const poolSize = 16;

export async function openServerPool(databaseUrl: string): Promise<ConnectionSource> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    // a process that died on another machine must not hold its locks for ever
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'countersign',
    types: {getTypeParser: (oid, format) => columnParsers[oid] ?? pg.types.getTypeParser(oid, format)},
  });
  // An idle connection broke (server restarted, network gone): the pool has dropped it and makes a new one on need.
  pool.on('error', () => {});
  // One in use broke: its query rejects, which is how we hear of it; without a listener the event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await refuseOldServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {isSingle: false, acquire: async () => connection(await pool.connect()), end: () => pool.end()};
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const version = await serverVersion(pool);
  if (version >= oldestVersion) return;
  throw new CountersignError('unavailable', {
    details: `DATABASE_URL names PostgreSQL ${version}; version ${oldestVersion} or later is needed.`,
  });
}

async function serverVersion(pool: pg.Pool): Promise<number> {
  try {
    const {rows} = await pool.query<{number: string}>(`select current_setting('server_version_num') as number`);
    return Math.floor(Number(rows[0]?.number) / 10_000);
  } catch (error) {
    const {host, port, database} = pool.options;
    throw new CountersignError(
      'unavailable',
      {details: `PostgreSQL named by DATABASE_URL cannot be used${reason(error)}${place({host, port, database})}.`},
      {cause: error},
    );
  }
}

/** A code such as ECONNREFUSED or 28P01 (wrong password); never the URL, which holds the password. */
function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
}

function place({
  host,
  port,
  database,
}: {
  host?: string | undefined;
  port?: number | undefined;
  database?: string | undefined;
}): string {
  return host ? `: host ${host}, port ${port ?? 5432}, database ${database ?? ''}` : '';
}

function connection(client: pg.PoolClient): Connection {
  return {
    query: (text, values) =>
      new Promise((resolve, reject) => {
        const done: Done = (error, result) => (error ? reject(error) : resolve(answer(result)));
        const name = preparation(text);
        client.query(name === undefined ? new Query(text, values, done) : new NamedBatch(name, {text, values, done}));
      }),
    release: () => client.release(),
  };
}

type Done = (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void;

/** What node-postgres makes of `client.query(text, values, done)`, and what its connection tells it. */
interface Query extends pg.Query {
  _result: {addRow(row: object): void};
  handleRowDescription(message: {fields: readonly {name: string}[]}): void;
  handleDataRow(message: {fields: readonly (string | null)[]}): void;
}
const Query = pg.Query as unknown as new (text: string, values: readonly unknown[], done: Done) => Query;

/**
 * As `client.query({name, text, values})` makes it, which copies what it is given member by member first. The columns of a batch's answer
 * are true or false; node-postgres would make parsers of their description each time, and a row to copy.
 */
class NamedBatch extends Query {
  /** Under which a connection keeps the plan. */
  readonly name: string;
  #columns: readonly {name: string}[] = [];

  constructor(name: string, {text, values, done}: {text: string; values: readonly unknown[]; done: Done}) {
    super(text, values, done);
    this.name = name;
  }

  override handleRowDescription({fields}: {fields: readonly {name: string}[]}): void {
    this.#columns = fields;
  }

  override handleDataRow({fields}: {fields: readonly (string | null)[]}): void {
    const row: Record<string, boolean> = {};
    for (const [i, {name}] of this.#columns.entries()) row[name] = fields[i] === 't';
    this._result.addRow(row);
  }
}

/**
 * A batch of rows (`batch.ts`) has few shapes and a long text, which costs PostgreSQL more to plan than to run: its plan is kept per
 * connection under the name of its shape. Other queries are planned each time, so that their plans follow the data and a
 * migration by another process never meets an old one.
 */
function preparation(text: string): string | undefined {
  if (!text.startsWith(batchBeginning)) return undefined;
  let name = names.get(text);
  if (name === undefined && names.size < mostPrepared) {
    name = `batch_${names.size}`;
    names.set(text, name);
  }
  return name;
}

const names = new Map<string, string>();
/** Shapes differ by which columns are null; rarer ones beyond this many are planned each time. */
const mostPrepared = 200;

/** node-postgres answers a text of several statements with a list. */
function answer(result: pg.QueryResult | pg.QueryResult[]): QueryAnswer {
  const last = Array.isArray(result) ? result.at(-1) : result;
  return {command: last?.command ?? '', rowCount: last?.rowCount ?? 0, rows: last?.rows ?? []};
}
