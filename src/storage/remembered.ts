/**
 * Values of seldom changed rows that this process remembers, so that a transaction need not read them. Using one is an assumption
 * which the statement that writes checks (`batch.ts`); so a stale one costs a second try and is never believed.
 */
import {batchOf} from './batch.ts';
import type {Assumption} from './batch.ts';
import type {Tx} from './database.ts';
import {Latest} from './latest.ts';

export interface Source<T> {
  /** Undefined is not remembered. */
  read(): Promise<T | undefined>;
  /** The condition under which the rows still say this. */
  holds(known: T, value: Parameters<Assumption['holds']>[0]): string;
}

export class Remembered<T> {
  readonly #limit: number;
  readonly #ofDatabase = new WeakMap<object, Latest<T>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  async use(tx: Tx, name: string, source: Source<T>): Promise<T | undefined> {
    const batch = batchOf(tx);
    const latest = this.#ofDatabase.get(batch.home) ?? new Latest<T>(this.#limit);
    this.#ofDatabase.set(batch.home, latest);
    const known = latest.get(name);
    if (known !== undefined) {
      batch.assume({holds: (value) => source.holds(known, value), forget: () => latest.forget(name)});
      return known;
    }
    const found = await source.read();
    if (found !== undefined) latest.set(name, found);
    return found;
  }
}
