import {CountersignError} from '../protocol/errors.ts';
import {findSession, prolongSession} from '../storage/inquiry-session.ts';
import {findTemplateVersion} from '../storage/template.ts';
import {holdInquiry} from './change-inquiry.ts';
import {endOfSession} from './create-inquiry-session.ts';
import type {Write} from './write.ts';

/**
 * The person is still there: their session ends as late as one that is opened now would, never after the inquiry itself.
 * @throws CountersignError `not_found`, `gone`
 */
export async function extendSession(w: Write, input: {inquiryId: string; sessionId: string}): Promise<void> {
  const inquiry = await holdInquiry(w, input.inquiryId);
  const session = await findSession(w.tx, w.envId, input.sessionId);
  const version = await findTemplateVersion(w.tx, w.envId, inquiry.template_version_id);
  if (!session || !version) throw new CountersignError('not_found');
  const until = endOfSession(inquiry, version.graph, w.now);
  if (until <= session.expires_at) return;
  await prolongSession(w.tx, w.envId, session.id, until);
  await w.audit('inquiry-session.extend', 'inquiry-session', session.id);
}
