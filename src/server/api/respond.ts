/** Answers and refusals with the headers that are known of their request, and one line in the log that says nothing of its content. */
import type {Context} from '../../commands/context.ts';
import type {Answer} from '../../commands/write.ts';
import {newId} from '../../protocol/ids.ts';
import type {Caller} from './authenticate.ts';
import {answerError} from './error-answer.ts';
import type {RateState} from './rate-limit.ts';

/** What is known of a request so far; an error answers with the headers that are. */
export interface RequestState {
  id: string;
  startedAt: number;
  now: Date;
  operation: string;
  caller?: Caller;
  rate?: RateState;
  creates?: boolean;
  replayed?: boolean;
}

export function newRequest(ctx: Context, operation: string): RequestState {
  const now = ctx.now();
  return {id: newId('request', now.getTime()), startedAt: performance.now(), now, operation};
}

export function respond(
  ctx: Context,
  request: RequestState,
  answer: Answer,
  headers: Record<string, string>,
): Response {
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

/** A file made for this answer. */
export function respondFile(ctx: Context, request: RequestState, bytes: Uint8Array, contentType: string): Response {
  logRequest(ctx, request, 200);
  return new Response(Uint8Array.from(bytes), {
    status: 200,
    headers: {...securityHeaders, ...headersOf(request), 'Content-Type': contentType},
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

export const securityHeaders = {
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
