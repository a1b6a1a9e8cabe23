/**
 * The public API at `/api/v1`. Every request passes the same gates in the same order:
 *
 * 1. a request id, security headers (no CORS: keys do not belong in browsers);
 * 2. the API key: known, not expired, called from an allowed address; from here on every answer names environment and organization;
 * 3. the rate of its environment;
 * 4. the permission of the operation;
 * 5. version, inflection and idempotency headers;
 * 6. the body: size, UTF-8, depth, JSON; then query and body against the operation's schemas.
 *
 * One function turns whatever is thrown into an answer.
 */
import {createHash} from 'node:crypto';
import {OpenAPIHono} from '@hono/zod-openapi';
import type {Context as HonoContext} from 'hono';
import type {Context} from '../../commands/context.ts';
import {writeOnce} from '../../commands/write.ts';
import type {Answer, Idempotency} from '../../commands/write.ts';
import type {Inflection} from '../../protocol/api-version.ts';
import {inflections, nativeVersion, versionAt} from '../../protocol/api-version.ts';
import type {ApiVersion} from '../../protocol/api-version.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {newId} from '../../protocol/ids.ts';
import {fromOlderVersion} from '../../protocol/versions/changes.ts';
import {renderAnswer} from './answer.ts';
import {authenticate, requirePermission} from './authenticate.ts';
import type {Caller} from './authenticate.ts';
import {isStorable, readBody} from './body.ts';
import {clientAddress} from './client-address.ts';
import {answerError} from './error-answer.ts';
import {fileRoutes} from './file-routes.ts';
import {kebabKeys} from './inflection.ts';
import {openApiDocument} from './openapi.ts';
import type {AnyOperation} from './operation.ts';
import {operations} from './operations/all.ts';
import {createRateLimiter} from './rate-limit.ts';
import type {RateState} from './rate-limit.ts';

/** Mounted at `/api/v1` by the public server. */
export function apiRoutes(ctx: Context): OpenAPIHono {
  const routes = new OpenAPIHono();
  const limiter = createRateLimiter();

  for (const operation of operations) {
    routes.on(operation.method.toUpperCase(), operation.path.replace(/\{([^}]+)\}/g, ':$1'), (c) =>
      answerRequest(c, ctx, operation, limiter),
    );
  }
  const document = openApiDocument(operations);
  routes.get('/openapi.json', (c) => c.json(document, 200, {'Cache-Control': 'public, max-age=300'}));
  routes.route('/files', fileRoutes(ctx));
  routes.notFound((c) =>
    refuse(ctx, newRequest(c, ctx), new CountersignError('not_found', {details: 'there is no such operation'})),
  );
  routes.onError((error, c) => refuse(ctx, newRequest(c, ctx), error));
  return routes;
}

/** What is known of a request so far; an error answers with the headers that are. */
interface RequestState {
  id: string;
  startedAt: number;
  now: Date;
  operation?: string;
  caller?: Caller;
  rate?: RateState;
  creates?: boolean;
  replayed?: boolean;
}

function newRequest(c: HonoContext, ctx: Context): RequestState {
  const now = ctx.now();
  return {id: newId('request', now.getTime()), startedAt: performance.now(), now, operation: c.req.method};
}

async function answerRequest(
  c: HonoContext,
  ctx: Context,
  operation: AnyOperation,
  limiter: ReturnType<typeof createRateLimiter>,
): Promise<Response> {
  const request = newRequest(c, ctx);
  request.operation = operation.id;
  request.creates = operation.creates ?? false;
  try {
    const caller = await authenticate(ctx, {
      authorization: c.req.header('authorization'),
      address: clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY),
      now: request.now,
    });
    request.caller = caller;
    const perMinute = caller.environment.settings.requestsPerMinute ?? ctx.settings.COUNTERSIGN_REQUESTS_PER_MINUTE;
    request.rate = limiter(caller.environment.id, perMinute, request.now);
    if (request.rate.exceeded) throw rateLimited(request.rate);
    requirePermission(caller, operation.permission);

    const version = versionOf(c, caller);
    const inflection = inflectionOf(c, caller);
    const key = operation.method === 'post' ? idempotencyKeyOf(c) : undefined;
    const raw = operation.method === 'get' ? undefined : await readBody(c.req.raw);
    const body = raw && fromOlderVersion(kebabKeys(raw.value), version);
    const idempotency = key && raw ? {key: `api:${key}`, requestHash: requestHash(c, raw.sha256)} : undefined;

    const {answer, sparse} = await operation.run({
      ctx,
      caller,
      requestId: request.id,
      now: request.now,
      params: pathParams(c),
      search: new URL(c.req.url).searchParams,
      body,
      version,
      write: (steps) => runWrite(ctx, request, caller, idempotency, steps),
    });
    const {body: shown, headers} = liftMeta(answer.body, operation.metaHeaders ?? {});
    const wishes = {version, inflection, sparse, blocklist: caller.key.attribute_blocklist};
    return respond(ctx, request, {status: answer.status, body: renderAnswer(shown, wishes)}, headers);
  } catch (error) {
    return refuse(ctx, request, error);
  }
}

async function runWrite(
  ctx: Context,
  request: RequestState,
  caller: Caller,
  idempotency: Idempotency | undefined,
  steps: Parameters<Parameters<AnyOperation['run']>[0]['write']>[0],
): Promise<Answer> {
  const scope = {
    envId: caller.environment.id,
    actor: {type: 'api-key' as const, id: caller.key.id},
    requestId: request.id,
  };
  const answer = await writeOnce(
    ctx,
    scope,
    idempotency,
    (result) => steps.subjectOf(result),
    (w) => steps.work(w),
    (result, w) => steps.respond(result, w),
  );
  request.replayed = answer.replayed;
  return answer;
}

/** Moves members of `meta` to headers; see `metaHeaders`. */
function liftMeta(
  body: unknown,
  names: Readonly<Record<string, string>>,
): {body: unknown; headers: Record<string, string>} {
  const {meta, ...rest} = body as {meta?: Record<string, unknown>};
  if (!meta || Object.keys(names).length === 0) return {body, headers: {}};
  const headers: Record<string, string> = {};
  for (const [member, header] of Object.entries(names)) {
    const value = meta[member];
    if (typeof value === 'string') headers[header] = value;
  }
  return {body: rest, headers};
}

function respond(ctx: Context, request: RequestState, answer: Answer, headers: Record<string, string>): Response {
  logRequest(ctx, request, answer.status);
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: {
      ...securityHeaders,
      ...headersOf(request),
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
    },
  });
}

function refuse(ctx: Context, request: RequestState, thrown: unknown): Response {
  const {status, body, headers} = answerError(thrown);
  if (status >= 500) {
    // Messages of unforeseen errors may quote what someone sent; the stack says where, which is what is needed.
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    const stack = thrown instanceof Error ? stackOf(thrown) : [];
    ctx.log.error(
      {requestId: request.id, operation: request.operation, error: name, stack},
      'a request failed unexpectedly',
    );
  }
  return respond(ctx, request, {status, body}, headers);
}

function stackOf(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
}

function logRequest(ctx: Context, request: RequestState, status: number): void {
  ctx.log.info(
    {
      requestId: request.id,
      operation: request.operation,
      status,
      ms: Math.round(performance.now() - request.startedAt),
      envId: request.caller?.environment.id,
      apiKeyId: request.caller?.key.id,
      replayed: request.replayed,
    },
    'api',
  );
}

const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

function headersOf({id, caller, rate, creates, replayed}: RequestState): Record<string, string> {
  const headers: Record<string, string> = {'Request-Id': id};
  if (caller) {
    for (const brand of ['Persona', 'Countersign']) {
      headers[`${brand}-Environment-Id`] = caller.environment.id;
      headers[`${brand}-Organization-Id`] = caller.environment.org_id;
    }
  }
  if (rate) {
    Object.assign(headers, limitHeaders('RateLimit', rate));
    // Creates have no quota of their own yet: what they may use is the environment's rate.
    if (creates) Object.assign(headers, limitHeaders('Quota', rate));
  }
  if (replayed) headers['Idempotent-Replayed'] = 'true';
  return headers;
}

function limitHeaders(prefix: string, rate: RateState): Record<string, string> {
  return {
    [`${prefix}-Limit`]: String(rate.limit),
    [`${prefix}-Remaining`]: String(rate.remaining),
    [`${prefix}-Reset`]: String(rate.resetSeconds),
  };
}

function rateLimited(rate: RateState): CountersignError {
  return new CountersignError('rate_limited', {
    details: `at most ${rate.limit} requests a minute for this environment`,
    retryAfterSeconds: rate.resetSeconds,
  });
}

function versionOf(c: HonoContext, caller: Caller): ApiVersion {
  const asked = c.req.header('persona-version') ?? c.req.header('countersign-version');
  if (!asked) return versionAt(caller.key.api_version || nativeVersion);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked)) {
    throw new CountersignError('invalid_header', {
      details: 'expected a date such as 2025-12-08',
      pointer: 'Persona-Version',
    });
  }
  return versionAt(asked);
}

function inflectionOf(c: HonoContext, caller: Caller): Inflection {
  const asked = c.req.header('key-inflection')?.toLowerCase();
  if (!asked) return caller.key.inflection;
  const found = inflections.find((inflection) => inflection === asked);
  if (found) return found;
  throw new CountersignError('invalid_header', {details: 'expected kebab, camel or snake', pointer: 'Key-Inflection'});
}

function idempotencyKeyOf(c: HonoContext): string | undefined {
  const key = c.req.header('idempotency-key');
  if (!key) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new CountersignError('invalid_header', {
    details: 'expected 1 to 255 printable ASCII characters',
    pointer: 'Idempotency-Key',
  });
}

function requestHash(c: HonoContext, bodyHash: Buffer): Buffer {
  const {pathname, search} = new URL(c.req.url);
  return createHash('sha256').update(`${c.req.method} ${pathname}${search}\n`).update(bodyHash).digest();
}

function pathParams(c: HonoContext): Record<string, string> {
  const params: Record<string, string> = c.req.param();
  // Nothing with such an id exists, and PostgreSQL would refuse the text.
  if (!Object.values(params).every(isStorable)) throw new CountersignError('not_found');
  return params;
}
