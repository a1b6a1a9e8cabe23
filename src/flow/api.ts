/**
 * Requests to `/api/flow/v1`.
 *
 * 1. The token lives in this object's memory and travels in the `Authorization` header only.
 * 2. Every write carries an idempotency key, made once and sent again with every retry, so a lost answer is harmless.
 * 3. A lost connection is waited out; a busy server is asked again with growing pauses; what cannot help is not retried.
 */
import * as z from 'zod/mini';
import {flowBase, flowErrorSchema} from '../protocol/flow.ts';
import {Connection} from './connection.ts';
import {FlowApiError} from './flow-api-error.ts';
import {currentLanguage} from './words.ts';

export interface ApiOptions {
  base?: string;
  fetch?: typeof fetch;
  connection?: Connection;
  /** Waits so many milliseconds; tests count instead. */
  wait?: (ms: number) => Promise<void>;
  /** Tries of one request before it is given up; waiting for the network to return does not count. */
  tries?: number;
}

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  path: string;
  json?: unknown;
  body?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Sent even while the page goes away. */
  keepalive?: boolean;
}

/** Server answers that time can heal. */
const passing = new Set([408, 429, 502, 503, 504]);
const timeoutMs = 45_000;

export class Api {
  token: string | undefined;
  readonly connection: Connection;
  readonly #base: string;
  readonly #fetch: typeof fetch;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #tries: number;

  constructor(options: ApiOptions = {}) {
    this.#base = options.base ?? flowBase;
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.connection = options.connection ?? new Connection();
    this.#wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.#tries = options.tries ?? 6;
  }

  /** Sends, and parses the answer by its schema. */
  async ask<T extends z.core.$ZodType>(schema: T, request: ApiRequest): Promise<z.output<T>> {
    const response = await this.send(request);
    return z.parse(schema, await response.json());
  }

  /** Sends with retries; the answer is a success, anything else is thrown as `FlowApiError`. */
  async send(request: ApiRequest): Promise<Response> {
    const init = this.#init(request);
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#once(request, init);
      if (outcome?.ok) {
        this.connection.succeeded();
        return outcome;
      }
      if (request.signal?.aborted) throw new FlowApiError('aborted', 0, 'The request was given up.');
      if (outcome && !passing.has(outcome.status)) {
        this.connection.succeeded();
        throw await refusal(outcome);
      }
      this.connection.failed();
      await this.connection.back();
      if (attempt >= this.#tries) {
        throw outcome ? await refusal(outcome) : new FlowApiError('network', 0, 'The server could not be reached.');
      }
      await this.#wait(pauseMs(attempt, outcome));
    }
  }

  /** One open answer whose body is read as it comes; no retries, no time limit. */
  async stream(path: string, signal: AbortSignal): Promise<Response> {
    const request: ApiRequest = {method: 'GET', path, headers: {Accept: 'text/event-stream'}};
    const response = await this.#fetch(this.#base + path, {...this.#init(request), signal});
    if (!response.ok) throw await refusal(response);
    return response;
  }

  #init(request: ApiRequest): RequestInit {
    // what a template says comes in the language that the page speaks now
    const headers: Record<string, string> = {
      Accept: 'application/json',
      'Accept-Language': currentLanguage(),
      ...request.headers,
    };
    if (this.token) headers['Authorization'] = `Bearer ${this.token}`;
    if (request.method === 'POST') headers['Idempotency-Key'] = idempotencyKey();
    if (request.json !== undefined) headers['Content-Type'] = 'application/json';
    const body = request.json === undefined ? request.body : JSON.stringify(request.json);
    return {
      method: request.method,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      ...(body !== undefined && {body}),
      ...(request.keepalive && {keepalive: true}),
    };
  }

  /** The response, or undefined when there was none. */
  async #once(request: ApiRequest, init: RequestInit): Promise<Response | undefined> {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const timer = setTimeout(stop, timeoutMs);
    request.signal?.addEventListener('abort', stop);
    try {
      return await this.#fetch(this.#base + request.path, {...init, signal: limit.signal});
    } catch {
      // A failed fetch says nothing useful: no network, a closed connection and our own time limit look alike, and are treated alike.
      return undefined;
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', stop);
    }
  }
}

/** 0.3, 0.6, 1.2 ... at most 5 s, or what the server asks for (at most 15 s), with up to a quarter of jitter. */
function pauseMs(attempt: number, response: Response | undefined): number {
  const asked = Number(response?.headers.get('Retry-After') ?? 0) * 1000;
  const pause = Math.max(Math.min(asked || 0, 15_000), Math.min(5000, 300 * 2 ** (attempt - 1)));
  return pause * (1 + Math.random() / 4);
}

async function refusal(response: Response): Promise<FlowApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = z.safeParse(flowErrorSchema, body);
  const requestId = response.headers.get('Request-Id') ?? undefined;
  if (parsed.success) {
    const {error} = parsed.data;
    return new FlowApiError(error.code, response.status, error.message, requestId, error);
  }
  return new FlowApiError(
    `http_${response.status}`,
    response.status,
    'The server gave an answer we do not know.',
    requestId,
  );
}

/** 128 random bits; `crypto.randomUUID` is missing on insecure pages, where uploads must still work. */
function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
