/** Customers that do not give up: each write is repeated under its idempotency key until it is acknowledged, across kills and restarts. */
import {randomUUID} from 'node:crypto';

export interface Acknowledged {
  id: string;
  /** Made with it, for its reference id was new. */
  accountId: string;
  /** Its second write was acknowledged too. */
  expired: boolean;
}

interface Created {
  data: {id: string; relationships: {account: {data: {id: string}}}};
}

export interface LoadOptions {
  /** Of the system's API, e.g. `http://127.0.0.1:1234/api/v1`. */
  api: string;
  key: string;
  templateId: string;
  /** How many write at once. */
  customers: number;
}

export class Load {
  /** By the idempotency key of their creation. */
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly #options: LoadOptions;
  readonly #customers: Promise<void>[];
  #stopping = false;
  #failure: unknown;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#customers = Array.from({length: options.customers}, (_, n) => this.#shop(n));
  }

  /** Every write begun is brought to its end first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#customers);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #shop(customer: number): Promise<void> {
    try {
      for (let n = 0; !this.#stopping; n++) await this.#serveOne(n % 3 === customer % 3);
    } catch (error) {
      // kept for `stop`, where the test hears of it; the others go on
      this.#failure ??= error;
    }
  }

  async #serveOne(thenExpire: boolean): Promise<void> {
    const key = randomUUID();
    const attributes = {'inquiry-template-id': this.#options.templateId, 'reference-id': `customer-${key}`};
    const created = await this.#insist('/inquiries', key, {data: {attributes}}, [201]);
    const {id, relationships} = (created as Created).data;
    const accountId = relationships.account.data.id;
    this.acknowledged.set(key, {id, accountId, expired: false});
    if (!thenExpire) return;
    // 409: the first try was committed, only its answer was lost
    await this.#insist(`/inquiries/${id}/expire`, randomUUID(), {}, [200, 409]);
    this.acknowledged.set(key, {id, accountId, expired: true});
  }

  async #insist(path: string, key: string, body: unknown, expected: number[]): Promise<unknown> {
    const headers = {
      authorization: `Bearer ${this.#options.key}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    for (;;) {
      const response = await fetch(`${this.#options.api}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      }).catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (!response || text === undefined || response.status === 503) {
        // killed, or not up again yet
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      if (!expected.includes(response.status)) throw new Error(`${path} answered ${response.status}: ${text}`);
      return JSON.parse(text);
    }
  }
}
