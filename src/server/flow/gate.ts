/** What every request to the flow API passes, and what every answer carries. */
import type {Context as HonoContext, MiddlewareHandler} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {FlowError} from '../../protocol/flow.ts';
import {newId} from '../../protocol/ids.ts';

export type FlowEnv = {Variables: {requestId: string}};
export type FlowContext = HonoContext<FlowEnv>;

/** A request id, and headers that keep an answer out of caches, other sites and other roles. */
export function answerHeaders(ctx: Context): MiddlewareHandler<FlowEnv> {
  return async (c, next) => {
    const requestId = newId('request', ctx.now().getTime());
    c.set('requestId', requestId);
    c.header('Request-Id', requestId);
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    await next();
  };
}

/**
 * Our own frame and page only. The token is in a header, so another site could not use it anyway; this keeps mistakes from working.
 * Browsers say `Sec-Fetch-Site`; older ones at least `Origin`. Callers that say neither are no browsers.
 */
export function sameOrigin(ctx: Context): MiddlewareHandler<FlowEnv> {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const foreign = site === undefined ? origin !== undefined && !isOurs(ctx, c, origin) : site !== 'same-origin';
    if (foreign) throw new CountersignError('forbidden', {details: 'The flow API answers its own origin only.'});
    await next();
  };
}

function isOurs(ctx: Context, c: FlowContext, origin: string): boolean {
  return origin === ctx.settings.publicUrl || origin === new URL(c.req.url).origin;
}

/** What the frame speaks now: it names one language, the first of whatever comes. */
export function languageOf(c: FlowContext): {language?: string} {
  const [language] = /^[a-z]{2,3}(-[a-z0-9]{2,8})*/i.exec(c.req.header('accept-language') ?? '') ?? [];
  return language === undefined ? {} : {language};
}

/** Whatever was thrown becomes `{error: {code, message}}`; what we did not foresee says nothing about itself. */
export function answerFlowError(ctx: Context, c: FlowContext, thrown: unknown): Response {
  const error = thrown instanceof CountersignError ? thrown : new CountersignError('internal', {}, {cause: thrown});
  if (error.code === 'internal') {
    const frames = thrown instanceof Error ? thrown.stack?.split('\n').slice(1, 9) : undefined;
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    ctx.log.error(
      {requestId: c.get('requestId'), route: `${c.req.method} flow`, error: name, frames},
      'a flow request failed',
    );
  }
  const {retryAfterSeconds, answers, reason, problem} = error.info;
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds));
  if (reason !== undefined) c.header('Error-Reason', reason);
  const body: FlowError = {
    error: {
      code: error.code,
      message: error.message,
      ...(retryAfterSeconds !== undefined && {retryAfterSeconds}),
      ...(answers && {answers: [...answers]}),
      ...(problem && {problem}),
    },
  };
  return c.json(body, error.status as ContentfulStatusCode);
}
