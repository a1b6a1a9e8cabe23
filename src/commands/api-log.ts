/**
 * The log of API requests. It must not slow what it logs: entries wait in this process and are written together, once a second. A
 * process that dies takes at most that second's entries with it; they are not what the audit log is for.
 *
 * Of a request it keeps method, path template, names of parameters, status, error code, duration, and who called from where. Values of
 * parameters only where they cannot be about a person. No body, no id out of a path, no answer.
 */
import {insertApiLogs} from '../storage/api-log.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';

export type ApiLogEntry = Row<'api_log'>;

const writeEveryMs = 1000;
/** In one statement, which takes a few milliseconds. */
const mostAtOnce = 500;
/** While the database takes nothing. */
const mostWaiting = 20_000;

type Ground = Pick<Context, 'database' | 'log'>;

class ApiLog {
  readonly #ground: Ground;
  #waiting: ApiLogEntry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #lost = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  add(entry: ApiLogEntry): void {
    if (this.#waiting.length >= mostWaiting) this.#lost += 1;
    else this.#waiting.push(entry);
    this.#timer ??= setTimeout(() => void this.flush(), writeEveryMs).unref();
  }

  /** Writes what waits; one flush after the other. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return (this.#writing = this.#writing.then(() => this.#write()));
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const rows = this.#waiting.slice(0, mostAtOnce);
      try {
        await insertApiLogs(this.#ground.database.db, rows);
      } catch (error) {
        // the database is away or closing: they wait for the next request's flush
        this.#ground.log.warn(
          {error: error instanceof Error ? error.name : typeof error},
          'the API log was not written',
        );
        return;
      }
      this.#waiting = this.#waiting.slice(rows.length);
    }
    if (this.#lost === 0) return;
    this.#ground.log.warn({lost: this.#lost}, 'the API log was full');
    this.#lost = 0;
  }
}

const ofDatabase = new WeakMap<object, ApiLog>();

/** The log of this process on that database. */
export function apiLogOf(ground: Ground): ApiLog {
  const log = ofDatabase.get(ground.database) ?? new ApiLog(ground);
  ofDatabase.set(ground.database, log);
  return log;
}

/** Parameters whose values are choices of ours, numbers or ids. */
const tellable =
  /^(page\[(size|after|before)\]|include|fields\[[a-z/-]+\]|filter\[(status|kind|key|[a-z-]*-id)\]|sort)$/;

/** Names and, where they cannot be about a person, values. */
export function toldParameters(search: URLSearchParams): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [name, value] of [...search].slice(0, 50)) {
    // a reference id is whatever a customer calls its user by, an address even
    const harmless = tellable.test(name) && !name.includes('reference-id') && /^[\w,./-]{0,200}$/.test(value);
    if (/^[\w[\]/-]{1,80}$/.test(name)) told[name] = harmless ? value : '[hidden]';
  }
  return told;
}
