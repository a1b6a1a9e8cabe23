/** Answers and refusals with the headers that are known of their request, and one line in the log that says nothing of its content. */
import {apiLogOf, toldParameters} from '../../commands/api-log.ts';
import type {Context} from '../../commands/context.ts';
import type {Answer} from '../../commands/write.ts';
import {newId} from '../../protocol/ids.ts';
import type {Asked} from './asked.ts';
import type {Caller} from './authenticate.ts';
import {answerError} from './error-answer.ts';
import type {RateState} from './rate-limit.ts';

/** What is known of a request so far; an error answers with the headers that are. */
export interface RequestState {
  id: string;
  startedAt: number;
  now: Date;
  operation: string;
  caller: (Pick<Caller, 'environment'> & {key: {id: string}}) | undefined;
  /** For the API log. */
  told: Told | undefined;
  rate: RateState | undefined;
  creates: boolean;
  replayed: boolean | undefined;
}

/** Of a request what its log may say. */
interface Told {
  method: string;
  /** The operation's, with the names of its parameters. */
  path: string;
  search: URLSearchParams;
  address: string | undefined;
  userAgent: string | undefined;
  host: string | undefined;
  version: string | undefined;
}

export function toldOf(c: Pick<Asked, 'req'>, known: Pick<Told, 'path' | 'search' | 'address'>): Told {
  return {
    method: c.req.method,
    path: known.path,
    search: known.search,
    address: known.address,
    userAgent: c.req.header('user-agent'),
    host: c.req.header('host'),
    version: undefined,
  };
}

export function newRequest(ctx: Context, operation: string): RequestState {
  const now = ctx.now();
  return {
    id: newId('request', now.getTime()),
    startedAt: performance.now(),
    now,
    operation,
    caller: undefined,
    told: undefined,
    rate: undefined,
    creates: false,
    replayed: undefined,
  };
}

export function respond(
  ctx: Context,
  request: RequestState,
  {status, body, text}: Answer,
  headers: Record<string, string>,
): Response {
  logRequest(ctx, request, status, headers['Error-Code']);
  return new Response(text ?? JSON.stringify(body), {
    status,
    headers: Object.assign(headersOf(request, 'application/json; charset=utf-8'), headers),
  });
}

/** A file made for this answer. */
export function respondFile(ctx: Context, request: RequestState, bytes: Uint8Array, contentType: string): Response {
  logRequest(ctx, request, 200);
  return new Response(Uint8Array.from(bytes), {
    status: 200,
    headers: headersOf(request, contentType),
  });
}

export function refuse(ctx: Context, request: RequestState, thrown: unknown): Response {
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

function logRequest(ctx: Context, request: RequestState, status: number, errorCode?: string): void {
  keepLog(ctx, request, {status, errorCode});
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

/** Requests of an environment are kept; a replayed answer is the same request again. */
function keepLog(
  ctx: Context,
  {id, now, startedAt, operation, caller, told, replayed}: RequestState,
  {status, errorCode}: {status: number; errorCode: string | undefined},
): void {
  if (!caller || !told || replayed || ctx.settings.COUNTERSIGN_API_LOG_DAYS === 0) return;
  apiLogOf(ctx).add({
    env_id: caller.environment.id,
    id,
    operation,
    method: told.method,
    path: told.path,
    parameters: toldParameters(told.search),
    status,
    error_code: errorCode ?? null,
    duration_ms: performance.now() - startedAt,
    caller_id: caller.key.id,
    ip_address: told.address ?? null,
    user_agent: told.userAgent?.slice(0, 500) ?? null,
    api_version: told.version ?? null,
    host: told.host?.slice(0, 255) ?? null,
    created_at: now,
  });
}

export const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

function headersOf({id, caller, rate, creates, replayed}: RequestState, contentType: string): Record<string, string> {
  // in this order: V8 takes a hundred times as long to add members to a copy as to copy them into what has some
  const headers: Record<string, string> = {'Content-Type': contentType, 'Request-Id': id, ...securityHeaders};
  if (caller) {
    const {id: environmentId, org_id: organizationId} = caller.environment;
    headers['Persona-Environment-Id'] = environmentId;
    headers['Persona-Organization-Id'] = organizationId;
    headers['Countersign-Environment-Id'] = environmentId;
    headers['Countersign-Organization-Id'] = organizationId;
  }
  if (rate) {
    headers['RateLimit-Limit'] = String(rate.limit);
    headers['RateLimit-Remaining'] = String(rate.remaining);
    headers['RateLimit-Reset'] = String(rate.resetSeconds);
  }
  // Creates have no quota of their own yet: what they may use is the environment's rate.
  if (rate && creates) {
    headers['Quota-Limit'] = String(rate.limit);
    headers['Quota-Remaining'] = String(rate.remaining);
    headers['Quota-Reset'] = String(rate.resetSeconds);
  }
  if (replayed) headers['Idempotent-Replayed'] = 'true';
  return headers;
}
