/**
 * Rows of one transaction that wait to be written together, as one statement: before the transaction's next query, so that it sees
 * them, or at its end. A transaction that asks nothing is that one statement alone, without `begin` and `commit`.
 *
 * With the rows go the claim of an idempotency key, and assumptions: what this process remembers of seldom changed rows instead of
 * reading them each time. The statement checks both; where one does not hold it writes nothing.
 */
import {Transaction} from 'kysely';
import type {KyselyProps} from 'kysely';
import type {Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

/** How every batch's statement begins; the pool knows it by that. */
export const batchBeginning = 'with assumed';

/** The key of the claim was used before: there is an answer already. */
export class KeyTaken extends Error {}

/** An assumption does not hold any more. */
export class Outdated extends Error {}

export interface Assumption {
  /** A condition in SQL; `value` makes a parameter of what it is given. */
  holds(value: (given: unknown) => string): string;
  /** Forgets what was remembered. */
  forget(): void;
}

export interface Statement {
  text: string;
  values: unknown[];
}

type RunStatement = (statement: Statement) => Promise<{rows: unknown[]}>;

export class Batch {
  /** The open database: what a process remembers, it remembers of one database. */
  readonly home: object;
  #rows: {table: string; row: object}[] = [];
  #claim: Row<'idempotency'> | undefined;
  readonly #assumptions: Assumption[] = [];

  /** Writes what waits now, where something that follows must be certain of it. */
  readonly flush: () => Promise<void>;

  constructor({home, flush}: {home: object; flush(): Promise<void>}) {
    this.home = home;
    this.flush = flush;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0 && this.#claim === undefined && this.#assumptions.length === 0;
  }

  /** A row as it will be read again: with every column, documents as values. */
  insert<T extends keyof Tables>(table: T, row: Row<T>): void {
    this.#rows.push({table, row});
  }

  assume(assumption: Assumption): void {
    this.#assumptions.push(assumption);
  }

  claim(row: Row<'idempotency'>): void {
    this.#claim = row;
  }

  /** Completes a claim that still waits; false when it was sent already. */
  answer(answer: Pick<Row<'idempotency'>, 'status' | 'response' | 'subject_id'>): boolean {
    if (!this.#claim) return false;
    this.#claim = {...this.#claim, ...answer};
    return true;
  }

  /** Forgets what was assumed and did not hold, or was never checked; false when there was nothing of that kind. */
  forget(): boolean {
    for (const {forget} of this.#assumptions) forget();
    return this.#assumptions.splice(0).length > 0;
  }

  /** @throws KeyTaken, Outdated: then nothing was written */
  async send(run: RunStatement): Promise<void> {
    const claims = this.#claim !== undefined;
    const {rows} = await run(this.#statement());
    const {assumed, claimed} = rows[0] as {assumed: boolean; claimed: boolean};
    if (!assumed) throw new Outdated('What this process remembered has changed');
    if (claims && !claimed) throw new KeyTaken('The idempotency key is taken');
    this.#rows = [];
    this.#claim = undefined;
    this.#assumptions.length = 0;
  }

  #statement(): Statement {
    const values: unknown[] = [];
    const value = (given: unknown): string => `$${values.push(stored(given))}`;
    const conditions = this.#assumptions.map(({holds}) => holds(value)).join(' and ') || 'true';
    const parts = [`as materialized (select where ${conditions})`];
    if (this.#claim) parts.push(`claimed as (${insertInto('idempotency', this.#claim, 'assumed', value)} ${takeOver})`);
    const ground = this.#claim ? 'claimed' : 'assumed';
    for (const [i, {table, row}] of this.#rows.entries())
      parts.push(`row${i} as (${insertInto(table, row, ground, value)})`);
    const answer = `select exists (select from assumed) as assumed, exists (select from ${ground}) as claimed`;
    return {text: `${batchBeginning} ${parts.join(', ')} ${answer}`, values};
  }
}

/**
 * Another transaction that holds the same key is waited for: if it commits, the claim fails; if it rolls back, the claim holds.
 * A row past its time is taken over.
 */
const takeOver = `on conflict (env_id, key) do update set request_hash = excluded.request_hash, status = excluded.status,
  response = excluded.response, subject_id = excluded.subject_id, created_at = excluded.created_at, expires_at = excluded.expires_at
  where idempotency.expires_at <= excluded.created_at returning true`;

/** One row for each row of the ground, which has one or none. */
function insertInto(table: string, row: object, ground: string, value: (given: unknown) => string): string {
  const given = row as Record<string, unknown>;
  const columns = Object.keys(given).filter((name) => given[name] !== null && given[name] !== undefined);
  const places = columns.map((name) => value(given[name]));
  return `insert into ${table} (${columns.join(', ')}) select ${places.join(', ')} from ${ground}`;
}

/** Documents are written as JSON text. */
function stored(given: unknown): unknown {
  const isDocument =
    typeof given === 'object' && given !== null && !(given instanceof Date) && !(given instanceof Uint8Array);
  return isDocument ? JSON.stringify(given) : given;
}

/**
 * A transaction with its batch. The batch is a member and not an entry of a WeakMap: those outlive V8's young generation together with
 * all they lead to, and every transaction would be carried into the old one.
 */
export class BatchedTransaction extends Transaction<Tables> {
  readonly batch: Batch;

  constructor(props: KyselyProps, batch: Batch) {
    super(props);
    this.batch = batch;
  }
}

/** What waits to be written with this transaction. */
export function batchOf(tx: Tx): Batch {
  if (!(tx instanceof BatchedTransaction)) throw new Error('Not a transaction of `Database.transaction`');
  return tx.batch;
}
