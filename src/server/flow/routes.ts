/** The frame's own API, mounted at `/api/flow/v1` of the public origin. Words and shapes: `protocol/flow.ts`. */
import {Hono} from 'hono';
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {entryRoutes} from './entry-routes.ts';
import {eventRoutes} from './event-routes.ts';
import {evidenceRoutes} from './evidence-routes.ts';
import {createFlowLimits} from './flow-request.ts';
import {answerFlowError, answerHeaders, sameOrigin} from './gate.ts';
import type {FlowEnv} from './gate.ts';
import {limitCalls} from './limit-calls.ts';
import {livenessRoutes} from './liveness-routes.ts';
import {positionRoutes} from './position-routes.ts';

export function flowRoutes(ctx: Context): Hono {
  const routes = new Hono<FlowEnv>();
  const limit = createFlowLimits();
  routes.use('*', answerHeaders(ctx), sameOrigin(ctx), limitCalls(ctx, limit));
  routes.route('/', entryRoutes(ctx, limit));
  routes.route('/', positionRoutes(ctx, limit));
  routes.route('/', evidenceRoutes(ctx, limit));
  routes.route('/', livenessRoutes(ctx, limit));
  routes.route('/', eventRoutes(ctx));
  routes.all('*', () => {
    throw new CountersignError('not_found');
  });
  routes.onError((error, c) => answerFlowError(ctx, c, error));
  // the variables of our middleware are this app's own business
  return new Hono().route('/', routes);
}
