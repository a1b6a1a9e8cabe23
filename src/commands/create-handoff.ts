/** A code that lets another device go on where this one stands, and the end of such a device. */
import {CountersignError} from '../protocol/errors.ts';
import type {Handoff} from '../protocol/flow.ts';
import {expireSessions, findSession} from '../storage/inquiry-session.ts';
import {presentInquirySession} from '../storage/resources/inquiry-session.ts';
import {holdInquiry} from './change-inquiry.ts';
import {makeOneTimeCode} from './generate-one-time-link.ts';
import type {Write} from './write.ts';

/** Long enough to find the phone. */
const handoffSeconds = 60 * 60;

export async function createHandoff(w: Write, input: {inquiryId: string}): Promise<Handoff> {
  const inquiry = await holdInquiry(w, input.inquiryId);
  const {code, expiresAt} = await makeOneTimeCode(w, inquiry, {purpose: 'handoff', seconds: handoffSeconds});
  await w.audit('inquiry.handoff', 'inquiry', inquiry.id);
  return {
    code,
    link: `${w.ctx.settings.publicUrl}/verify?code=${code}`,
    expiresAt: expiresAt.toISOString(),
    senders: [],
  };
}

/** Ends a device that joined by handoff. @throws CountersignError `not_found` for any other session, `forbidden` from such a device */
export async function refuseHandoff(
  w: Write,
  input: {inquiryId: string; bySessionId: string; sessionId: string},
): Promise<void> {
  const by = await findSession(w.tx, w.envId, input.bySessionId);
  if (by && isHandoff(by.device)) throw new CountersignError('forbidden', {details: 'The first device decides this.'});
  const session = await findSession(w.tx, w.envId, input.sessionId);
  if (session?.inquiry_id !== input.inquiryId || !isHandoff(session.device)) throw new CountersignError('not_found');

  for (const ended of await expireSessions(w.tx, w.envId, input.inquiryId, w.now, {only: session.id})) {
    await w.emit({
      name: 'inquiry-session.expired',
      objectType: 'inquiry-session',
      objectId: ended.id,
      subjectId: input.inquiryId,
      data: presentInquirySession(ended),
    });
  }
  await w.audit('inquiry-session.refuse', 'inquiry-session', session.id);
  w.afterCommit(() => w.ctx.progress.publish(input.inquiryId, {type: 'position'}));
}

function isHandoff(device: Record<string, unknown>): boolean {
  return typeof device['device-handoff-method'] === 'string';
}
