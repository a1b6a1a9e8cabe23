/** The values used last, up to a number of them. A Map keeps its order of insertion, so the first one is the oldest. */
export class Latest<T> {
  readonly #limit: number;
  readonly #values = new Map<string, T>();
  #youngest: string | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(name: string): T | undefined {
    const value = this.#values.get(name);
    // most often it is the one that was asked for before, which is the youngest already
    if (value !== undefined && name !== this.#youngest) this.set(name, value);
    return value;
  }

  set(name: string, value: T): void {
    this.#youngest = name;
    this.#values.delete(name);
    this.#values.set(name, value);
    const oldest = this.#values.keys().next();
    if (this.#values.size > this.#limit && !oldest.done) this.#values.delete(oldest.value);
  }

  forget(name: string): void {
    this.#values.delete(name);
  }
}
