/**
 * The public API for backends. A call names the operation as the documentation does, `client.post('/inquiries/{inquiry-id}/approve',
 * {path: {'inquiry-id': id}})`, and is repeated where that is safe: lost connections, 429 and 5xx, each POST under one idempotency
 * key over all its tries. Runs wherever `fetch` does.
 */
import {CountersignApiError} from './api-error.ts';
import type {Answered, Arguments, CallOptions, ItemOf, ListPath, Method, OperationAt, PathWith} from './api-types.ts';

export interface CountersignOptions {
  /** `countersign_sandbox_…` or `countersign_production_…`. Never in a browser. */
  apiKey: string;
  /** The public address of your server, e.g. `https://verify.example.com`. */
  url: string;
  /** Dated version of the API; the key's default by default. */
  version?: string;
  /** How long one try may take, in milliseconds; 30,000 by default. */
  timeoutMs?: number;
  /** Tries after the first one; 3 by default. */
  retries?: number;
  fetch?: typeof fetch;
}

interface Request extends CallOptions {
  path?: object;
  query?: object;
  body?: unknown;
}

export class Countersign<Paths> {
  readonly #base: string;
  readonly #headers: Record<string, string>;
  readonly #timeoutMs: number;
  readonly #retries: number;
  readonly #fetch: typeof fetch;

  /** @throws TypeError without an API key, or when `url` is no address */
  constructor({apiKey, url, version, timeoutMs = 30_000, retries = 3, fetch = globalThis.fetch}: CountersignOptions) {
    if (!apiKey) throw new TypeError('an API key is needed: countersign keys create --environment sandbox');
    this.#base = `${new URL(url).origin}/api/v1`;
    this.#headers = {
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      ...(version !== undefined && {'countersign-version': version}),
    };
    this.#timeoutMs = timeoutMs;
    this.#retries = retries;
    this.#fetch = fetch;
  }

  get<P extends PathWith<Paths, 'get'>>(path: P, ...[sent]: Arguments<OperationAt<Paths, P, 'get'>>) {
    return this.#call<Answered<OperationAt<Paths, P, 'get'>>>('get', path, sent);
  }

  post<P extends PathWith<Paths, 'post'>>(path: P, ...[sent]: Arguments<OperationAt<Paths, P, 'post'>>) {
    return this.#call<Answered<OperationAt<Paths, P, 'post'>>>('post', path, sent);
  }

  patch<P extends PathWith<Paths, 'patch'>>(path: P, ...[sent]: Arguments<OperationAt<Paths, P, 'patch'>>) {
    return this.#call<Answered<OperationAt<Paths, P, 'patch'>>>('patch', path, sent);
  }

  put<P extends PathWith<Paths, 'put'>>(path: P, ...[sent]: Arguments<OperationAt<Paths, P, 'put'>>) {
    return this.#call<Answered<OperationAt<Paths, P, 'put'>>>('put', path, sent);
  }

  delete<P extends PathWith<Paths, 'delete'>>(path: P, ...[sent]: Arguments<OperationAt<Paths, P, 'delete'>>) {
    return this.#call<Answered<OperationAt<Paths, P, 'delete'>>>('delete', path, sent);
  }

  /** Every item of a list, page after page; what is created meanwhile may be left out, nothing comes twice. */
  async *each<P extends ListPath<Paths> & string>(
    path: P,
    ...[sent]: Arguments<OperationAt<Paths, P, 'get'>>
  ): AsyncGenerator<ItemOf<OperationAt<Paths, P, 'get'>>, void, undefined> {
    const {signal}: CallOptions = sent ?? {};
    let address: string | null = this.#address(path, sent ?? {});
    while (address !== null) {
      const page: Page<ItemOf<OperationAt<Paths, P, 'get'>>> = await this.#send('get', address, signal ? {signal} : {});
      yield* page.data;
      const next: string | null | undefined = page.links?.next;
      address = next ? new URL(next, this.#base).href : null;
    }
  }

  /** The bytes behind a signed address that a document or selfie names; such an address runs out. */
  async download(url: string, {signal}: {signal?: AbortSignal} = {}): Promise<Uint8Array> {
    const response = await this.#try(new URL(url, this.#base).href, {method: 'GET'}, signal);
    if (!response.ok) throw new CountersignApiError(response, await readBody(response));
    return new Uint8Array(await response.arrayBuffer());
  }

  #call<T>(method: Method, path: string, sent: object | undefined): Promise<T> {
    const request: Request = sent ?? {};
    return this.#send(method, this.#address(path, request), request);
  }

  #address(path: string, {path: parameters = {}, query = {}}: Request): string {
    const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
      const value: unknown = Reflect.get(parameters, name);
      // an empty id would name the list instead of the resource
      if (typeof value !== 'string' || value === '') throw new TypeError(`${path} needs ${name}`);
      return encodeURIComponent(value);
    });
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [[name, String(value)]],
      ),
    ).toString();
    return `${this.#base}${filled}${search && `?${search}`}`;
  }

  async #send<T>(method: Method, address: string, {body, idempotencyKey, signal}: Request): Promise<T> {
    const headers: Record<string, string> = {...this.#headers};
    if (method === 'post') headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID();
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init = {method: method.toUpperCase(), headers, ...(body !== undefined && {body: JSON.stringify(body)})};
    const response = await this.#try(address, init, signal);
    const answer = await readBody(response);
    if (!response.ok) throw new CountersignApiError(response, answer);
    return answer as T;
  }

  /** Tries again what may succeed later; the last answer or failure is the caller's. */
  async #try(address: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
    for (let tries = 0; ; tries++) {
      const within = AbortSignal.any([AbortSignal.timeout(this.#timeoutMs), ...(signal ? [signal] : [])]);
      const outcome = await this.#fetch(address, {...init, signal: within}).catch((error: unknown) => {
        if (signal?.aborted || tries >= this.#retries) throw error;
        return undefined;
      });
      if (outcome && (!isPassing(outcome.status) || tries >= this.#retries)) return outcome;
      await outcome?.body?.cancel();
      await pause(pauseMs(outcome, tries), signal);
    }
  }
}

interface Page<Item> {
  data: Item[];
  links?: {next?: string | null};
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

const longestPauseMs = 60_000;

/** As long as the server asks, else twice as long each time, with half of it drawn at random so that clients do not come in step. */
function pauseMs(response: Response | undefined, tries: number): number {
  const asked = Number(response?.headers.get('retry-after') ?? response?.headers.get('ratelimit-reset') ?? Number.NaN);
  if (response?.status === 429 && asked >= 0) return Math.min(asked * 1000, longestPauseMs);
  const full = 250 * 2 ** tries;
  return full / 2 + (Math.random() * full) / 2;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, {once: true});
  });
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // a proxy's page, say: the status tells enough
    return undefined;
  }
}
