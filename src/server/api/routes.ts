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
 * One function turns whatever is thrown into an answer. It is asked here and not by hono's `onError`, and nothing else matches an
 * operation's path: hono composes handlers anew at every request, unless there is but one.
 */
import {createHash} from 'node:crypto';
import {OpenAPIHono} from '@hono/zod-openapi';
import {TrieRouter} from 'hono/router/trie-router';
import type {Context} from '../../commands/context.ts';
import {isAnswered, writeOnce} from '../../commands/write.ts';
import type {Answer, Idempotency, Scope} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {templateJsonSchema} from '../../protocol/template-schema.ts';
import {fromOlderVersion} from '../../protocol/versions/changes.ts';
import {renderAnswer} from './answer.ts';
import type {Asked} from './asked.ts';
import {authenticate, requirePermission} from './authenticate.ts';
import {isStorable, readBody} from './body.ts';
import {clientAddress} from './client-address.ts';
import {fileRoutes} from './file-routes.ts';
import {kebabKeys} from './inflection.ts';
import {oauthRoutes} from './oauth-routes.ts';
import {openApiDocument} from './openapi.ts';
import type {AnyOperation} from './operation.ts';
import {operations} from './operations/all.ts';
import {createRateLimiter} from './rate-limit.ts';
import type {RateLimiter, RateState} from './rate-limit.ts';
import {idempotencyKeyOf, ifMatchOf, inflectionOf, versionOf} from './request-headers.ts';
import {newRequest, refuse, respond, respondFile, securityHeaders, toldOf} from './respond.ts';
import type {RequestState} from './respond.ts';

/** Mounted at `/api/v1` by the public server. */
export function apiRoutes(ctx: Context, limiter = createRateLimiter()): OpenAPIHono {
  const routes = new OpenAPIHono();
  for (const [method, path, operation] of operationPaths())
    routes.on(method, path, (c) => answerRequest(c, ctx, operation, limiter));
  routes.get('/openapi.json', (c) =>
    c.json(openApiDocument(operations), 200, {...securityHeaders, 'Cache-Control': 'public, max-age=300'}),
  );
  const templateSchema = templateJsonSchema();
  routes.get('/schemas/inquiry-template.json', (c) =>
    c.json(templateSchema, 200, {
      ...securityHeaders,
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'public, max-age=300',
    }),
  );
  routes.route('/files', fileRoutes(ctx));
  routes.route('/oauth', oauthRoutes(ctx, limiter));
  routes.notFound(() => unknownOperation(ctx));
  return routes;
}

/**
 * The same operations without an app around them, a twentieth of the CPU of a small request: for requests to `below` whose path is
 * plainly one of theirs. Undefined for all others (escapes, HEAD, what is not there), which are the app's.
 */
export function operationAnswers(
  ctx: Context,
  {below, limiter}: {below: string; limiter: RateLimiter},
): (request: Request, env: unknown) => Promise<Response> | undefined {
  const find = operationFinder(below);
  return (request, env) => {
    const {url, method} = request;
    const start = url.indexOf('/', url.indexOf('//') + 2);
    if (!url.startsWith(below, start)) return undefined;
    const query = url.indexOf('?', start);
    const path = query < 0 ? url.slice(start) : url.slice(start, query);
    const found = find(method, path);
    if (!found) return undefined;
    const [operation, params] = found;
    const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
    return answerRequest({req: {raw: request, url, method, header, param: () => params}, env}, ctx, operation, limiter);
  };
}

type Found = [operation: AnyOperation, params: Record<string, string>];

/** Paths that hold no parameter are looked up whole, which a router does step by step; its order of what it finds stays. */
function operationFinder(below: string): (method: string, path: string) => Found | undefined {
  const router = new TrieRouter<AnyOperation>();
  for (const [method, path, operation] of operationPaths()) router.add(method, below + path, operation);
  const route = (method: string, path: string): Found | undefined =>
    router.match(method, path)[0][0] as Found | undefined;
  const whole = new Map<string, Found>();
  for (const [method, path] of operationPaths()) {
    const found = path.includes(':') ? undefined : route(method, below + path);
    if (found) whole.set(`${method} ${below}${path}`, found);
  }
  return (method, path) => whole.get(`${method} ${path}`) ?? (path.includes('%') ? undefined : route(method, path));
}

function operationPaths(): [method: string, path: string, operation: AnyOperation][] {
  return operations.flatMap((operation) =>
    [operation.path, ...(operation.aliases ?? [])].map((path): [string, string, AnyOperation] => [
      operation.method.toUpperCase(),
      path.replace(/\{([^}]+)\}/g, ':$1'),
      operation,
    ]),
  );
}

/** For the app that these routes are mounted in: a mounted app's own `notFound` is never asked. */
export function unknownOperation(ctx: Context): Response {
  const error = new CountersignError('not_found', {details: 'there is no such operation'});
  return refuse(ctx, newRequest(ctx, 'unknown'), error);
}

async function answerRequest(c: Asked, ctx: Context, operation: AnyOperation, limiter: RateLimiter): Promise<Response> {
  const request = newRequest(ctx, operation.id);
  request.creates = operation.creates ?? false;
  try {
    const address = clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY);
    const search = searchOf(c.req.url);
    const told = toldOf(c, {path: `/api/v1${operation.path}`, search, address});
    request.told = told;
    const caller = await authenticate(ctx, {authorization: c.req.header('authorization'), address, now: request.now});
    request.caller = caller;
    const perMinute = caller.environment.settings.requestsPerMinute ?? ctx.settings.COUNTERSIGN_REQUESTS_PER_MINUTE;
    request.rate = limiter(caller.environment.id, perMinute, request.now);
    if (request.rate.exceeded) throw rateLimited(request.rate);
    if (operation.permission !== null) requirePermission(caller, operation.permission);

    const version = versionOf(c, caller);
    told.version = version;
    const inflection = inflectionOf(c, caller);
    const key = operation.method === 'post' ? idempotencyKeyOf(c) : undefined;
    const raw = operation.method === 'get' ? undefined : await readBody(c.req.raw, operation.largestBodyBytes);
    const body = raw && fromOlderVersion(kebabKeys(raw.value), version);
    const idempotency = key && raw ? {key: `api:${key}`, requestHash: requestHash(c, raw.bytes)} : undefined;

    const scope: Scope = {
      envId: caller.environment.id,
      actor: {type: caller.by, id: caller.key.id},
      requestId: request.id,
      origin: {method: told.method, path: told.path, ipAddress: address, userAgent: told.userAgent},
    };
    const {answer, sparse} = await operation.run({
      ctx,
      caller,
      requestId: request.id,
      scope,
      rate: request.rate,
      now: request.now,
      params: pathParams(c),
      search,
      ifMatch: ifMatchOf(c),
      body,
      version,
      write: (steps) => runWrite(ctx, request, scope, idempotency, steps),
    });
    if (answer.body instanceof Uint8Array)
      return respondFile(ctx, request, answer.body, operation.contentType ?? 'application/octet-stream');
    const {body: lifted, headers} = liftMeta(answer.body, operation.metaHeaders ?? nothingLifted);
    const shown = renderAnswer(lifted, {version, inflection, sparse, blocklist: caller.key.attribute_blocklist});
    return respond(ctx, request, shown === answer.body ? answer : {status: answer.status, body: shown}, headers);
  } catch (error) {
    return refuse(ctx, request, error);
  }
}

async function runWrite(
  ctx: Context,
  request: RequestState,
  scope: Scope,
  idempotency: Idempotency | undefined,
  steps: Parameters<Parameters<AnyOperation['run']>[0]['write']>[0],
): Promise<Answer> {
  if (steps.prepare && !(await isAnswered(ctx, scope.envId, idempotency))) await steps.prepare();
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

const nothingLifted: Readonly<Record<string, string>> = {};

/** Moves members of `meta` to headers; see `metaHeaders`. */
function liftMeta(
  body: unknown,
  names: Readonly<Record<string, string>>,
): {body: unknown; headers: Record<string, string>} {
  if (names === nothingLifted) return {body, headers: {}};
  const {meta, ...rest} = body as {meta?: Record<string, unknown>};
  if (!meta) return {body, headers: {}};
  const headers: Record<string, string> = {};
  for (const [member, header] of Object.entries(names)) {
    const value = meta[member];
    if (typeof value === 'string') headers[header] = value;
  }
  return {body: rest, headers};
}

function rateLimited(rate: RateState): CountersignError {
  return new CountersignError('rate_limited', {
    details: `at most ${rate.limit} requests a minute for this environment`,
    retryAfterSeconds: rate.resetSeconds,
  });
}

function searchOf(url: string): URLSearchParams {
  return url.includes('?') ? new URL(url).searchParams : new URLSearchParams();
}

/** Of method, path with query, and body; the host may differ, for one server may have several names. */
function requestHash(c: Asked, body: Uint8Array): Buffer {
  const {url, method} = c.req;
  const address = url.slice(url.indexOf('/', url.indexOf('//') + 2));
  return createHash('sha256').update(`${method} ${address}\n`).update(body).digest();
}

function pathParams(c: Asked): Record<string, string> {
  const params: Record<string, string> = c.req.param();
  // Nothing with such an id exists, and PostgreSQL would refuse the text.
  if (!Object.values(params).every(isStorable)) throw new CountersignError('not_found');
  return params;
}
