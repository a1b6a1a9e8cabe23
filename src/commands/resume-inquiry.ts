import {inquiryExpiry} from '../domain/template.ts';
import type {Row} from '../storage/schema.ts';
import {findTemplateVersion} from '../storage/template.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import {openSession} from './create-inquiry-session.ts';
import type {Write} from './write.ts';

/**
 * Opens an expired inquiry where it stood, or a pending one once more, with a new session.
 * @throws CountersignError `not_found`, `gone`, `invalid_transition` from any other status
 */
export async function resumeInquiry(
  w: Write,
  input: {inquiryId: string},
): Promise<{inquiry: Row<'inquiry'>; sessionToken: string}> {
  const row = await holdInquiry(w, input.inquiryId);
  const version = await findTemplateVersion(w.tx, w.envId, row.template_version_id);
  if (!version) throw new Error('an inquiry has no template version');
  const expiresAfterSeconds = inquiryExpiry(version.graph, row.expiry).afterResumeSeconds;
  const inquiry = await changeInquiry(w, row, {changes: [{type: 'resume', expiresAfterSeconds}]});
  const {token} = await openSession(w, inquiry, {graph: version.graph});
  return {inquiry, sessionToken: token};
}
