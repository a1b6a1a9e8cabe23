import {CountersignError} from '../protocol/errors.ts';
import {expireSessions, findSession} from '../storage/inquiry-session.ts';
import type {Row} from '../storage/schema.ts';
import {holdInquiry} from './change-inquiry.ts';
import {tellExpiredSession} from './tell-expired-session.ts';
import type {Write} from './write.ts';

/** One that ended already stays as it ended. @throws CountersignError `not_found`, `gone` */
export async function expireInquirySession(
  w: Write,
  {sessionId}: {sessionId: string},
): Promise<Row<'inquiry_session'>> {
  const session = await findSession(w.tx, w.envId, sessionId);
  if (!session) throw new CountersignError('not_found');
  const [expired] = await expireThose(w, session.inquiry_id, {only: session.id});
  return expired ?? session;
}

/** Ends every open session of the inquiries; returns those it ended. @throws CountersignError `not_found` with the pointer of the one that is not there */
export async function expireInquirySessions(
  w: Write,
  {inquiryIds}: {inquiryIds: readonly string[]},
): Promise<Row<'inquiry_session'>[]> {
  const expired: Row<'inquiry_session'>[] = [];
  // in one order for everybody, so that two that expire the same inquiries wait for each other instead of failing
  for (const inquiryId of [...new Set(inquiryIds)].sort()) {
    try {
      expired.push(...(await expireThose(w, inquiryId, {})));
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      const pointer = `/meta/inquiry-ids/${inquiryIds.indexOf(inquiryId)}`;
      throw new CountersignError(error.code, {...error.info, pointer});
    }
  }
  return expired;
}

async function expireThose(w: Write, inquiryId: string, which: {only?: string}): Promise<Row<'inquiry_session'>[]> {
  const inquiry = await holdInquiry(w, inquiryId);
  const expired = await expireSessions(w.tx, w.envId, inquiry.id, w.now, which);
  for (const session of expired) {
    await tellExpiredSession(w, session);
    await w.audit('inquiry-session.expire', 'inquiry-session', session.id);
  }
  w.afterCommit(() => w.ctx.progress.publish(inquiry.id, {type: 'position'}));
  return expired;
}
