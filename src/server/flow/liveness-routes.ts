/** One step of a liveness session with its frames; the person waits for the answer, so it comes straight from the engines. */
import {Hono} from 'hono';
import {answerLivenessStep} from '../../commands/answer-liveness-step.ts';
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {livenessStepSchema} from '../../protocol/flow.ts';
import type {LivenessAnswer} from '../../protocol/flow.ts';
import {readPosition} from '../../storage/position.ts';
import {readFlowRequest} from './flow-request.ts';
import type {FlowLimits} from './flow-request.ts';
import {languageOf} from './gate.ts';
import type {FlowEnv} from './gate.ts';
import {authenticateSession} from './session-auth.ts';

/** Steps of one session per minute: a person answers one in two seconds, and each costs the engines a third of one. */
const perSession = 60;

export function livenessRoutes(ctx: Context, limit: FlowLimits): Hono<FlowEnv> {
  const routes = new Hono<FlowEnv>();

  // no idempotency key is kept: the same frames for the same step change nothing, and are answered as they were
  routes.post('/liveness/:attempt/steps/:step', async (c) => {
    const visitor = await authenticateSession(ctx, c);
    limit(`liveness:${visitor.sessionId}`, perSession, ctx.now());
    const step = c.req.param('step');
    if (!/^\d{1,2}$/.test(step)) throw new CountersignError('not_found');
    const {body} = await readFlowRequest(c, livenessStepSchema, visitor.sessionId);
    const outcome = await answerLivenessStep(ctx, visitor.scope, {
      inquiryId: visitor.inquiryId,
      attempt: c.req.param('attempt'),
      step: Number(step),
      body,
    });
    const moment = {words: ctx.progress.words(visitor.inquiryId), now: ctx.now(), ...languageOf(c)};
    const position = await readPosition(ctx.database.db, visitor, moment);
    return c.json({...outcome, position} satisfies LivenessAnswer);
  });

  return routes;
}
