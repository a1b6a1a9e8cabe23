/** Speaks to the API and keeps every exchange, in the shape that a conformance check reads: one JSON object a line. */
import type {ApiVersion} from '../../src/protocol/api-version.ts';

export interface Exchange {
  method: string;
  path: string;
  status: number;
  /** The request's body, where there was one that the API should have taken. */
  request?: unknown;
  body: unknown;
}

export interface WebhookBody {
  event: string;
  body: unknown;
}

export interface ApiResource {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, {data: {type: string; id: string} | {type: string; id: string}[] | null}>;
}

export interface ApiReply {
  data: ApiResource;
  meta: Record<string, string>;
  headers: Headers;
}

export class Recorder {
  readonly exchanges: Exchange[] = [];
  private readonly publicUrl: string;
  private readonly key: string;
  readonly version: ApiVersion;

  constructor({publicUrl, key, version}: {publicUrl: string; key: string; version: ApiVersion}) {
    this.publicUrl = publicUrl;
    this.key = key;
    this.version = version;
  }

  get(path: string): Promise<ApiReply> {
    return this.call('GET', path, {status: 200});
  }

  list(path: string): Promise<{data: ApiResource[]; links: {next: string | null}}> {
    return this.call('GET', path, {status: 200}) as Promise<never>;
  }

  /** A file, whose body is not kept among the exchanges. */
  async file(path: string): Promise<Buffer> {
    const headers = {authorization: `Bearer ${this.key}`, 'persona-version': this.version};
    const response = await fetch(`${this.publicUrl}/api/v1${path}`, {headers});
    if (response.status !== 200) throw new Error(`GET ${path}: expected a file, got ${response.status}`);
    this.exchanges.push({method: 'GET', path: `/api/v1${path}`, status: response.status, body: null});
    return Buffer.from(await response.arrayBuffer());
  }

  /** A form without a key. @throws when the answer has another status than the expected one */
  async form(
    path: string,
    {status, form}: {status: number; form: Record<string, string>},
  ): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.publicUrl}/api/v1${path}`, {method: 'POST', body: new URLSearchParams(form)});
    const body = (await response.json()) as Record<string, unknown>;
    this.exchanges.push({method: 'POST', path: `/api/v1${path}`, status: response.status, request: form, body});
    if (response.status !== status) throw new Error(`POST ${path}: got ${response.status} ${JSON.stringify(body)}`);
    return body;
  }

  /** @throws when the answer has another status than the expected one. */
  async call(
    method: string,
    path: string,
    options: {status: number; body?: unknown; key?: string; headers?: Record<string, string>},
  ): Promise<ApiReply> {
    const response = await fetch(`${this.publicUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${options.key ?? this.key}`,
        'persona-version': this.version,
        ...(options.body !== undefined && {'content-type': 'application/json'}),
        ...options.headers,
      },
      ...(options.body !== undefined && {body: JSON.stringify(options.body)}),
    });
    const body = (await response.json()) as {data: ApiResource; meta: Record<string, string>};
    this.exchanges.push({
      method,
      path: `/api/v1${path}`,
      status: response.status,
      // What was sent in order to be refused need not fit anybody's schema.
      ...(options.body !== undefined && options.status < 300 && {request: options.body}),
      body,
    });
    if (response.status !== options.status) {
      throw new Error(`${method} ${path}: expected ${options.status}, got ${response.status} ${JSON.stringify(body)}`);
    }
    return {...body, headers: response.headers};
  }
}
