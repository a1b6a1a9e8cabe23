/** A browser starts an inquiry of a template that allows it: no API key, nothing but what the template gives away. */
import {CountersignError} from '../protocol/errors.ts';
import type {StartInquiry} from '../protocol/flow.ts';
import type {OpenedSession, SessionClient} from './create-inquiry-session.ts';
import {createInquiry} from './create-inquiry.ts';
import type {Write} from './write.ts';

/** @throws CountersignError `invalid_config` where the template does not allow it, and those of `createInquiry` */
export async function startInquiry(w: Write, input: StartInquiry, client: SessionClient): Promise<OpenedSession> {
  const {templateId, templateVersionId, referenceId, accountId, fields, redirectUri, language} = input;
  const {session, graph} = await createInquiry(w, {
    namedBy: 'browser',
    templateId,
    templateVersionId,
    referenceId,
    accountId,
    fields,
    redirectUri,
    language,
    autoCreateSession: true,
    client,
  });
  // throwing takes back everything above
  if (!graph.clientCreated || !session) {
    throw new CountersignError('invalid_config', {
      details:
        'Inquiries of this template are started by a server: create one with the API and pass its session token.',
    });
  }
  return session;
}
