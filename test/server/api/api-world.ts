/** A world with the public API over it: a template, keys in two environments, and what was logged. */
import {Writable} from 'node:stream';
import {pino} from 'pino';
import type {Context} from '../../../src/commands/context.ts';
import {createApiKey} from '../../../src/commands/create-api-key.ts';
import type {CreateApiKey} from '../../../src/commands/create-api-key.ts';
import {openProgressBoard} from '../../../src/commands/progress-board.ts';
import {write} from '../../../src/commands/write.ts';
import {documentOnly} from '../../../src/domain/default-templates.ts';
import {newId} from '../../../src/protocol/ids.ts';
import {settingsSchema} from '../../../src/protocol/settings.ts';
import type {TemplateGraph} from '../../../src/protocol/template.ts';
import {apiRoutes} from '../../../src/server/api/routes.ts';
import {insertTemplate, insertTemplateVersion} from '../../../src/storage/template.ts';
import {openWorld} from '../../contract/world.ts';
import type {World} from '../../contract/world.ts';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  body: ApiBody;
}

/** An answer's body as loosely as a client sees it. */
export interface ApiBody {
  data?: ApiResource & ApiResource[];
  included?: ApiResource[];
  links?: {prev: string | null; next: string | null};
  meta?: Record<string, unknown>;
  errors?: {
    title: string;
    details?: string;
    source?: {pointer: string};
    meta?: {code: string; source?: {pointer: string}};
  }[];
}

export interface ApiResource {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, {data: unknown}>;
}

export interface ApiRequest {
  key?: string | undefined;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: BodyInit;
}

export interface ApiWorld extends World {
  ctx: Context;
  key: string;
  otherKey: string;
  templateId: string;
  /** Every line the logger wrote. */
  logged(): string;
  makeKey(settings?: Partial<CreateApiKey>): Promise<string>;
  request(method: string, path: string, options?: ApiRequest): Promise<ApiAnswer>;
  /** What stands behind an address that an answer gave, without a key. */
  download(url: string): Promise<Response>;
}

export async function openApiWorld(
  options: {graph?: Partial<TemplateGraph>; requestsPerMinute?: number; databaseUrl?: string; vectors?: boolean} = {},
): Promise<ApiWorld> {
  const {databaseUrl, vectors = false} = options;
  const world = await openWorld({vectors, ...(databaseUrl !== undefined && {databaseUrl})});
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const ctx: Context = {
    ...world,
    log: pino({level: 'debug'}, sink),
    settings: {
      ...settingsSchema.parse({COUNTERSIGN_REQUESTS_PER_MINUTE: options.requestsPerMinute ?? 100_000}),
      role: 'all',
      demo: false,
      publicUrl: 'http://localhost:3000',
      operatorUrl: 'http://localhost:3001',
      demoUrl: 'http://localhost:3002',
      publicFiles: '',
      models: '',
    },
    engines: {
      run: () => Promise.reject(new Error('no engine in this world')),
      ready: () => Promise.resolve(),
      stats: () => ({size: 0, busy: 0, queued: 0, restarts: 0}),
      stop: () => Promise.resolve(),
    },
    fetch: () => Promise.reject(new Error('no network in this world')),
    network: {lookup: () => ({})},
    progress: openProgressBoard(),
  };
  const templateId = await makeTemplate(ctx, world.envId, {...documentOnly, ...options.graph});
  const makeKey = (envId: string, settings: Partial<CreateApiKey> = {}) =>
    write(
      ctx,
      scopeOf(envId),
      async (w) => (await createApiKey(w, {name: 'Test', permissions: ['*'], ...settings})).value,
    );
  const app = apiRoutes(ctx);
  const key = await makeKey(world.envId);
  return {
    ...world,
    ctx,
    key,
    otherKey: await makeKey(world.otherEnvId),
    templateId,
    logged: () => lines.join(''),
    makeKey: (settings) => makeKey(world.envId, settings),
    download: async (url) => app.request(url.replace(/^.*\/api\/v1/, '')),
    async request(method, path, {key: used = key, headers = {}, body, raw} = {}) {
      const response = await app.request(path.replace(/^\/api\/v1/, ''), {
        method,
        headers: {
          ...(used !== '' && {authorization: `Bearer ${used}`}),
          ...((body !== undefined || raw !== undefined) && {'content-type': 'application/json'}),
          ...headers,
        },
        ...(body !== undefined && {body: JSON.stringify(body)}),
        ...(raw !== undefined && {body: raw}),
      });
      return {status: response.status, headers: response.headers, body: (await response.json()) as ApiBody};
    },
  };
}

export function scopeOf(envId: string) {
  return {envId, actor: {type: 'system' as const, id: 'test'}, requestId: 'req_test'};
}

async function makeTemplate(ctx: Context, envId: string, graph: TemplateGraph): Promise<string> {
  const now = ctx.now();
  const id = newId('inquiry-template', now.getTime());
  const versionId = newId('inquiry-template-version', now.getTime());
  await ctx.database.transaction(async (tx) => {
    const common = {env_id: envId, created_at: now};
    await insertTemplate(tx, {
      ...common,
      id,
      name: 'Test',
      status: 'active',
      published_version_id: versionId,
      updated_at: now,
    });
    await insertTemplateVersion(tx, {
      ...common,
      id: versionId,
      template_id: id,
      number: 1,
      status: 'published',
      graph: JSON.stringify(graph),
      published_at: now,
    });
  });
  return id;
}
