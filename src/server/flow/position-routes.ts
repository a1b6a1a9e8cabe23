/** Where the inquiry stands, and what a person does about it. */
import {Hono} from 'hono';
import type {Context} from '../../commands/context.ts';
import {createHandoff, refuseHandoff, sendHandoff} from '../../commands/create-handoff.ts';
import {extendSession} from '../../commands/extend-session.ts';
import {changeLanguage, leaveInquiry} from '../../commands/leave-inquiry.ts';
import {finishEvidence} from '../../commands/put-evidence.ts';
import {recordSignals} from '../../commands/record-signals.ts';
import {recordTelemetry} from '../../commands/record-telemetry.ts';
import {showSpecimen} from '../../commands/show-specimen.ts';
import {submitStep} from '../../commands/submit-step.ts';
import {writeOnce} from '../../commands/write.ts';
import type {Write} from '../../commands/write.ts';
import {
  languageSchema,
  leaveSchema,
  noBodySchema,
  refuseHandoffSchema,
  sendHandoffSchema,
  submitStepSchema,
  telemetrySchema,
  visitSignalsSchema,
} from '../../protocol/flow.ts';
import type {SubmitStep} from '../../protocol/flow.ts';
import {readPosition} from '../../storage/position.ts';
import {readFlowRequest} from './flow-request.ts';
import type {FlowLimits, FlowRequest} from './flow-request.ts';
import {languageOf} from './gate.ts';
import type {FlowContext, FlowEnv} from './gate.ts';
import {authenticateSession} from './session-auth.ts';
import type {Visitor} from './session-auth.ts';

/** Requests of one session per minute. */
export const perSession = 600;
/** Each is drawn, and judged by the engines. */
const specimensPerSession = 20;

export function positionRoutes(ctx: Context, limit: FlowLimits): Hono<FlowEnv> {
  const routes = new Hono<FlowEnv>();
  const visit = async (c: FlowContext): Promise<Visitor> => {
    const visitor = await authenticateSession(ctx, c);
    limit(`session:${visitor.sessionId}`, perSession, ctx.now());
    return visitor;
  };

  routes.get('/position', async (c) => answerPosition(ctx, c, await visit(c)));

  routes.post('/steps/:step', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, submitStepSchema, visitor.sessionId);
    const submission = {inquiryId: visitor.inquiryId, step: c.req.param('step'), submit: request.body};
    await finishUploads(ctx, visitor, request.body);
    await once(ctx, visitor, request, (w) => submitStep(w, submission));
    return answerPosition(ctx, c, visitor);
  });

  // several writes, each as a frame would make it: a key names none of them, and a second press finds the step gone on
  routes.post('/specimens/:name', async (c) => {
    const visitor = await visit(c);
    limit(`specimens:${visitor.sessionId}`, specimensPerSession, ctx.now());
    await readFlowRequest(c, noBodySchema, visitor.sessionId);
    await showSpecimen(ctx, visitor.scope, {inquiryId: visitor.inquiryId, name: c.req.param('name')});
    return answerPosition(ctx, c, visitor);
  });

  routes.post('/leave', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, leaveSchema, visitor.sessionId);
    await once(ctx, visitor, request, (w) => leaveInquiry(w, {inquiryId: visitor.inquiryId, ...request.body}));
    return c.body(null, 204);
  });

  routes.post('/language', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, languageSchema, visitor.sessionId);
    await once(ctx, visitor, request, (w) => changeLanguage(w, {inquiryId: visitor.inquiryId, ...request.body}));
    return answerPosition(ctx, c, visitor);
  });

  routes.post('/session/extend', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, noBodySchema, visitor.sessionId);
    await once(ctx, visitor, request, (w) => extendSession(w, visitor));
    return answerPosition(ctx, c, visitor);
  });

  routes.post('/telemetry', async (c) => {
    const visitor = await visit(c);
    const {body} = await readFlowRequest(c, telemetrySchema, visitor.sessionId);
    recordTelemetry(ctx, {...visitor.scope, inquiryId: visitor.inquiryId, sessionId: visitor.sessionId}, body);
    return c.body(null, 204);
  });

  routes.post('/signals', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, visitSignalsSchema, visitor.sessionId);
    const {inquiryId, sessionId} = visitor;
    await once(ctx, visitor, request, (w) => recordSignals(w, {inquiryId, sessionId, visit: request.body}));
    return c.body(null, 204);
  });

  routes.post('/handoff', async (c) => {
    const {inquiryId, sessionId, scope} = await visit(c);
    const {idempotency} = await readFlowRequest(c, noBodySchema, sessionId);
    const answer = await writeOnce(
      ctx,
      scope,
      idempotency,
      () => inquiryId,
      (w) => createHandoff(w, {inquiryId}),
      (body) => ({status: 201, body}),
    );
    return c.json(answer.body as object, 201);
  });

  routes.post('/handoff/send', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, sendHandoffSchema, visitor.sessionId);
    await once(ctx, visitor, request, (w) => sendHandoff(w, {inquiryId: visitor.inquiryId, ...request.body}));
    return c.body(null, 204);
  });

  routes.post('/handoff/refuse', async (c) => {
    const visitor = await visit(c);
    const request = await readFlowRequest(c, refuseHandoffSchema, visitor.sessionId);
    const {inquiryId, sessionId: bySessionId} = visitor;
    await once(ctx, visitor, request, (w) => refuseHandoff(w, {inquiryId, bySessionId, sessionId: request.body.id}));
    return answerPosition(ctx, c, visitor);
  });

  return routes;
}

/** A write whose answer is the position as it is when asked; kept is only that it was done. */
async function once(
  ctx: Context,
  visitor: Visitor,
  {idempotency}: FlowRequest<unknown>,
  work: (w: Write) => Promise<void>,
): Promise<void> {
  const done = () => ({status: 200, body: null});
  await writeOnce(ctx, visitor.scope, idempotency, () => visitor.inquiryId, work, done);
}

/** A picture whose bytes all came but whose last request broke off would otherwise never become ready. */
async function finishUploads(ctx: Context, visitor: Visitor, submit: SubmitStep): Promise<void> {
  if (submit.action !== 'submit') return;
  for (const {id} of submit.evidence) {
    await finishEvidence(ctx, visitor.scope, {inquiryId: visitor.inquiryId, evidenceId: id});
  }
}

async function answerPosition(ctx: Context, c: FlowContext, visitor: Visitor): Promise<Response> {
  const moment = {words: ctx.progress.words(visitor.inquiryId), now: ctx.now(), ...languageOf(c)};
  return c.json(await readPosition(ctx.database.db, visitor, moment));
}
