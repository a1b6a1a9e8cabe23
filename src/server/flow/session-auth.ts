/** `Authorization: Bearer <session token>` -> whose device it is, in which inquiry. */
import type {Context} from '../../commands/context.ts';
import {emitSessionStarted} from '../../commands/create-inquiry-session.ts';
import type {SessionClient} from '../../commands/create-inquiry-session.ts';
import {hashToken} from '../../commands/token.ts';
import {write} from '../../commands/write.ts';
import type {Scope} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {findInquiry} from '../../storage/inquiry.ts';
import {findSessionByTokenHash, startSession} from '../../storage/inquiry-session.ts';
import type {Row} from '../../storage/schema.ts';
import {clientOf} from './client.ts';
import type {FlowContext} from './gate.ts';

export interface Visitor {
  envId: string;
  inquiryId: string;
  sessionId: string;
  scope: Scope;
}

/**
 * Requirements
 * 1. A token that is unknown, revoked or out of time opens nothing: `session_expired`.
 * 2. Except that the device of an inquiry whose own time is up may still learn exactly that.
 * 3. A session that an API client made begins with its first use.
 */
export async function authenticateSession(ctx: Context, c: FlowContext): Promise<Visitor> {
  const session = await sessionOf(ctx, c);
  if (!session) throw new CountersignError('session_expired');
  const now = ctx.now();
  const over = session.status === 'expired' || session.expires_at <= now;
  if (over && !(await isInquiryOver(ctx, session, now))) throw new CountersignError('session_expired');

  const visitor: Visitor = {
    envId: session.env_id,
    inquiryId: session.inquiry_id,
    sessionId: session.id,
    scope: {envId: session.env_id, actor: {type: 'session', id: session.id}, requestId: c.get('requestId')},
  };
  if (session.status === 'new' && !over) await begin(ctx, visitor, clientOf(ctx, c));
  return visitor;
}

/** The session a request shows, whatever its state; undefined without one. */
export async function sessionOf(ctx: Context, c: FlowContext): Promise<Row<'inquiry_session'> | undefined> {
  const token = /^Bearer +([\x21-\x7e]{8,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return token === undefined ? undefined : findSessionByTokenHash(ctx.database.db, hashToken(token));
}

async function isInquiryOver(ctx: Context, session: Row<'inquiry_session'>, now: Date): Promise<boolean> {
  const inquiry = await findInquiry(ctx.database.db, session.env_id, session.inquiry_id);
  if (!inquiry) return false;
  const overdue = inquiry.expires_at !== null && inquiry.expires_at <= now;
  return inquiry.status === 'expired' || ((inquiry.status === 'created' || inquiry.status === 'pending') && overdue);
}

async function begin(ctx: Context, visitor: Visitor, client: SessionClient): Promise<void> {
  await write(ctx, visitor.scope, async (w) => {
    const started = await startSession(w.tx, visitor.envId, visitor.sessionId, {
      ip_address: client.ipAddress,
      user_agent: client.userAgent,
      device: JSON.stringify(client.device),
      now: w.now,
    });
    if (started) await emitSessionStarted(w, started);
  });
}
