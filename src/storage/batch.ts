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
import {isoTime} from './resources/time.ts';
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
  answer({status, response, subject_id}: Pick<Row<'idempotency'>, 'status' | 'response' | 'subject_id'>): boolean {
    if (!this.#claim) return false;
    this.#claim = {...this.#claim, status, response, subject_id};
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
    const first = values.length + 1;
    let shape = conditions;
    if (this.#claim) shape += takePresent('idempotency', this.#claim, values);
    for (const {table, row} of this.#rows) shape += takePresent(table, row, values);
    let text = texts.get(shape);
    if (text === undefined) {
      text = this.#text(conditions, first);
      if (texts.size < mostTexts) texts.set(shape, text);
    }
    return {text, values};
  }

  /** @param first number of the first parameter after those of the conditions */
  #text(conditions: string, first: number): string {
    let next = first;
    const place = (): string => `$${next++}`;
    const parts = [`as materialized (select where ${conditions})`];
    if (this.#claim) parts.push(`claimed as (${insertInto('idempotency', this.#claim, 'assumed', place)} ${takeOver})`);
    const ground = this.#claim ? 'claimed' : 'assumed';
    for (const [i, {table, row}] of this.#rows.entries())
      parts.push(`row${i} as (${insertInto(table, row, ground, place)})`);
    const answer = `select exists (select from assumed) as assumed, exists (select from ${ground}) as claimed`;
    return `${batchBeginning} ${parts.join(', ')} ${answer}`;
  }
}

/** Texts of statements by their shapes (conditions, and rows as `takePresent` names them): few, and long in the making. */
const texts = new Map<string, string>();
const mostTexts = 500;

/**
 * Another transaction that holds the same key is waited for: if it commits, the claim fails; if it rolls back, the claim holds.
 * A row past its time is taken over.
 */
const takeOver = `on conflict (env_id, key) do update set request_hash = excluded.request_hash, status = excluded.status,
  response = excluded.response, subject_id = excluded.subject_id, created_at = excluded.created_at, expires_at = excluded.expires_at
  where idempotency.expires_at <= excluded.created_at returning true`;

/** One row for each row of the ground, which has one or none. */
function insertInto(table: string, row: object, ground: string, place: () => string): string {
  const given = row as Record<string, unknown>;
  const columns = Object.keys(given).filter((name) => isPresent(given[name]));
  return `insert into ${table} (${columns.join(', ')}) select ${columns.map(place).join(', ')} from ${ground}`;
}

/** Adds the row's values to the parameters, in the order of its columns, and names table, columns, and which of them have a value. */
function takePresent(table: string, row: object, values: unknown[]): string {
  const given = row as Record<string, unknown>;
  const columns = Object.keys(given);
  let shape = `|${layoutOf(table, columns)}`;
  let bits = 1;
  for (const name of columns) {
    if (bits >= 2 ** 30) {
      shape += `-${bits}`;
      bits = 1;
    }
    bits *= 2;
    const value = given[name];
    if (!isPresent(value)) continue;
    values.push(stored(value));
    bits += 1;
  }
  return `${shape}-${bits}`;
}

/** Columns of rows in the orders they came in; one or two a table. */
const layouts: {table: string; columns: string[]}[] = [];

function layoutOf(table: string, columns: string[]): number {
  const known = layouts.findIndex(
    (layout) =>
      layout.table === table &&
      layout.columns.length === columns.length &&
      layout.columns.every((name, i) => name === columns[i]),
  );
  return known >= 0 ? known : layouts.push({table, columns}) - 1;
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Documents are written as JSON text; times in UTC, for node-postgres would spell them out in local time, which takes longer. */
function stored(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || given instanceof Uint8Array) return given;
  return given instanceof Date ? isoTime(given) : JSON.stringify(given);
}

/**
 * A transaction with its batch and its keys. They are members and not entries of a WeakMap: those outlive V8's young generation together
 * with all they lead to, and every transaction would be carried into the old one.
 */
export class BatchedTransaction extends Transaction<Tables> {
  readonly batch: Batch;
  /** Subjects' keys that it made or shredded (`open-keyring.ts`): true for it alone until it commits. */
  changedKeys: Map<string, Buffer | 'shredded'> | undefined;

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
