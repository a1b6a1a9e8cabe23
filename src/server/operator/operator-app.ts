/**
 * The operators' origin: dashboard and its private API.
 *
 * Requirements
 * 1. Nothing framed by strangers shares its cookies: its own host in production, `frame-ancestors 'none'`, a `__Host-` cookie over TLS.
 * 2. Every request names our exact host, every mutation our exact origin; a form or fetch from another site changes nothing.
 * 3. Opening a sign-in link by GET changes nothing (mail scanners do that); a button posts its code, once.
 */
import {Hono} from 'hono';
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {apiReference} from './api-reference.ts';
import {operatorRoutes} from './operator-routes.ts';
import {clearSession, currentOperator, signIn, type OperatorVariables} from './operator-session.ts';
import {dashboardPage, signInPage} from './operator-pages.ts';
import {operatorBase} from '../../protocol/operator.ts';
import {serveStatic} from '@hono/node-server/serve-static';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

export function operatorApp(ctx: Context): Hono<{Variables: OperatorVariables}> {
  const app = new Hono<{Variables: OperatorVariables}>();

  app.use(async (c, next) => {
    c.header('content-security-policy', contentSecurityPolicy);
    c.header('x-content-type-options', 'nosniff');
    // `no-referrer` would also blank the Origin of our own forms
    c.header('referrer-policy', 'same-origin');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('cross-origin-resource-policy', 'same-origin');
    c.header('cache-control', 'no-store');
    refuseForeignRequests(ctx, c.req.raw);
    await next();
  });

  app.onError((error, c) => {
    const known = error instanceof CountersignError ? error : new CountersignError('internal', {}, {cause: error});
    if (known.status >= 500) ctx.log.error({error: error.name, code: known.code}, 'an operator request failed');
    const body = {error: {code: known.code, message: known.message}};
    return c.req.path.startsWith(operatorBase) ? c.json(body, known.status) : c.text(known.message, known.status);
  });

  app.use('/assets/*', async (c, next) => {
    await next();
    // after the file was found: what its handler answers replaces headers that were set before
    if (c.res.ok) c.header('cache-control', cacheControl(c.req.path));
  });
  app.use('/assets/*', serveStatic({root: ctx.settings.publicFiles}));
  // readable without signing in, as the document is
  app.route('/api', apiReference(ctx.settings));
  app.get('/sign-in', (c) => c.html(signInPage(c.req.query('code') ?? '', 'ask')));
  app.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const code = typeof form['code'] === 'string' ? form['code'] : '';
    return (await signIn(ctx, c, code)) ? c.redirect('/', 303) : c.html(signInPage('', 'used'), 403);
  });
  app.post('/sign-out', async (c) => {
    await clearSession(ctx, c);
    return c.redirect('/sign-in', 303);
  });

  app.use(`${operatorBase}/*`, async (c, next) => {
    const operator = await currentOperator(ctx, c);
    if (!operator)
      throw new CountersignError('unauthorized', {details: 'Sign in with a fresh link: countersign operators link'});
    c.set('operator', operator);
    await next();
  });
  app.route(operatorBase, operatorRoutes(ctx));

  app.get('*', async (c) => {
    if (!(await currentOperator(ctx, c))) return c.redirect('/sign-in', 303);
    return c.html(await dashboardPage(ctx.settings.publicFiles));
  });
  return app;
}

/** Names with a hash never change their content; others are asked for again. */
function cacheControl(file: string): string {
  return /-[\w-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function refuseForeignRequests(ctx: Context, request: Request): void {
  const own = new URL(ctx.settings.operatorUrl);
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (host !== own.host)
    throw new CountersignError('forbidden', {details: `This address answers as ${own.host} only.`});
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.get('origin') !== own.origin)
    throw new CountersignError('forbidden', {details: 'This request came from another origin.'});
}
