/** Ways into an inquiry: start one, come back to one, come with a code. Each answers with a session and the position. */
import {Hono} from 'hono';
import type {Context} from '../../commands/context.ts';
import {claimOneTimeCode} from '../../commands/claim-code.ts';
import type {OpenedSession} from '../../commands/create-inquiry-session.ts';
import {openInquirySession} from '../../commands/open-session.ts';
import {startInquiry} from '../../commands/start-inquiry.ts';
import {hashToken} from '../../commands/token.ts';
import {writeOnce} from '../../commands/write.ts';
import type {Idempotency, Write} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {claimHandoffSchema, openSessionSchema, startInquirySchema} from '../../protocol/flow.ts';
import type {OpenSession, Session} from '../../protocol/flow.ts';
import {environmentOfInquiry, environmentOfTemplate} from '../../storage/flow-lookup.ts';
import {findCodeByHash} from '../../storage/one-time-code.ts';
import {readPosition} from '../../storage/position.ts';
import {clientAddress} from '../api/client-address.ts';
import {clientOf} from './client.ts';
import {readFlowRequest} from './flow-request.ts';
import type {FlowLimits} from './flow-request.ts';
import {languageOf} from './gate.ts';
import type {FlowContext, FlowEnv} from './gate.ts';
import {sessionOf} from './session-auth.ts';

/** New inquiries and sessions per minute: of one address (a whole office may share it), and of one template. */
const perAddress = 60;
const perTemplate = 600;

export function entryRoutes(ctx: Context, limit: FlowLimits): Hono<FlowEnv> {
  const routes = new Hono<FlowEnv>();

  routes.post('/inquiries', async (c) => {
    limitAddress(ctx, limit, c);
    const {body, idempotency} = await readFlowRequest(c, startInquirySchema, 'start');
    const envId = await environmentOfTemplate(ctx.database.db, defined(body));
    limit(`template:${body.templateId ?? body.templateVersionId ?? ''}`, perTemplate, ctx.now());
    return enter(ctx, c, {envId, idempotency, open: (w) => startInquiry(w, body, clientOf(ctx, c))});
  });

  routes.post('/sessions', async (c) => {
    limitAddress(ctx, limit, c);
    const {body, idempotency} = await readFlowRequest(c, openSessionSchema, 'open');
    if (body.code !== undefined) return enterByCode(ctx, c, {...body, code: body.code}, idempotency);
    const {inquiryId} = body;
    if (inquiryId === undefined) {
      throw new CountersignError('invalid_attribute', {
        details: 'Expected an inquiry id or a code.',
        pointer: '/inquiryId',
      });
    }
    const envId = await environmentOfInquiry(ctx.database.db, inquiryId);
    const earlier = await earlierSession(ctx, c);
    return enter(ctx, c, {
      envId,
      idempotency,
      open: (w) =>
        openInquirySession(w, {
          inquiryId,
          client: clientOf(ctx, c),
          ...(earlier && {earlier}),
          ...(body.language !== undefined && {language: body.language}),
        }),
    });
  });

  routes.post('/handoff/claim', async (c) => {
    limitAddress(ctx, limit, c);
    const {body, idempotency} = await readFlowRequest(c, claimHandoffSchema, 'claim');
    return enterByCode(ctx, c, body, idempotency);
  });

  return routes;
}

interface Entry {
  envId: string;
  idempotency: Idempotency | undefined;
  open: (w: Write) => Promise<OpenedSession & {claimSecret?: string; handoff?: boolean}>;
}

/** What is kept of an answer for the day it is asked for again; the position is read fresh each time. */
interface Entered {
  token: string;
  claimSecret?: string;
  handoff?: boolean;
  inquiryId: string;
  sessionId: string;
}

async function enter(ctx: Context, c: FlowContext, {envId, idempotency, open}: Entry): Promise<Response> {
  const scope = {envId, actor: {type: 'session' as const, id: 'new'}, requestId: c.get('requestId')};
  const answer = await writeOnce(ctx, scope, idempotency, subjectOf, open, (opened) => ({
    status: 201,
    body: {
      token: opened.token,
      ...(opened.claimSecret !== undefined && {claimSecret: opened.claimSecret}),
      ...(opened.handoff && {handoff: true}),
      inquiryId: opened.session.inquiry_id,
      sessionId: opened.session.id,
    } satisfies Entered,
  }));
  const {token, claimSecret, handoff, inquiryId, sessionId} = answer.body as Entered;
  const moment = {words: ctx.progress.words(inquiryId), now: ctx.now(), ...languageOf(c)};
  const position = await readPosition(ctx.database.db, {envId, inquiryId, sessionId}, moment);
  const once = {...(claimSecret !== undefined && {claimSecret}), ...(handoff && {handoff})};
  return c.json({token, ...once, position} satisfies Session, 201);
}

function subjectOf({session}: OpenedSession): string {
  return session.inquiry_id;
}

async function enterByCode(
  ctx: Context,
  c: FlowContext,
  {code, claimSecret}: OpenSession & {code: string},
  idempotency: Idempotency | undefined,
): Promise<Response> {
  const known = await findCodeByHash(ctx.database.db, hashToken(code));
  if (!known) throw new CountersignError('not_found', {details: 'There is no such link.'});
  const client = clientOf(ctx, c);
  return enter(ctx, c, {
    envId: known.env_id,
    idempotency,
    open: (w) => claimOneTimeCode(w, {code, client, ...(claimSecret !== undefined && {claimSecret})}),
  });
}

/** A token shown to come back. One that was revoked or whose time is up proves nothing. */
async function earlierSession(ctx: Context, c: FlowContext): ReturnType<typeof sessionOf> {
  const session = await sessionOf(ctx, c);
  return session && session.status !== 'expired' && session.expires_at > ctx.now() ? session : undefined;
}

function limitAddress(ctx: Context, limit: FlowLimits, c: FlowContext): void {
  const address = clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY) ?? 'inside';
  limit(`address:${address}`, perAddress, ctx.now());
}

function defined(body: {
  templateId?: string | undefined;
  templateVersionId?: string | undefined;
  environmentId?: string | undefined;
}): {templateId?: string; templateVersionId?: string; environmentId?: string} {
  const {templateId, templateVersionId, environmentId} = body;
  return {
    ...(templateId !== undefined && {templateId}),
    ...(templateVersionId !== undefined && {templateVersionId}),
    ...(environmentId !== undefined && {environmentId}),
  };
}
