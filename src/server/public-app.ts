/** The public origin: API, flow, pages, loader, health. It sets and reads no cookies. */
import {Hono} from 'hono';
import type {Context} from '../commands/context.ts';
import {createRateLimiter} from './api/rate-limit.ts';
import {newRequest, refuse} from './api/respond.ts';
import {apiRoutes, operationAnswers, unknownOperation} from './api/routes.ts';
import {flowRoutes} from './flow/routes.ts';
import {healthRoutes} from './health.ts';
import {pageRoutes} from './pages/routes.ts';

/** @param enginesReady resolves when every engine process has loaded its models */
export function publicApp(ctx: Context, enginesReady: Promise<void>): Hono {
  const app = new Hono();
  const limiter = createRateLimiter();
  app.route('/', healthRoutes(ctx, enginesReady));
  app.route('/api/v1', apiRoutes(ctx, limiter));
  app.route('/api/flow/v1', flowRoutes(ctx));
  app.route('/', pageRoutes(ctx));
  app.notFound((c) => (c.req.path.startsWith('/api/v1/') ? unknownOperation(ctx) : c.text('404 Not Found', 404)));
  app.onError((error) => refuse(ctx, newRequest(ctx, 'unknown'), error));
  const operation = operationAnswers(ctx, {below: '/api/v1', limiter});
  const {fetch} = app;
  app.fetch = (request, env, execution) => operation(request, env) ?? fetch(request, env, execution);
  return app;
}
