import {isOpen} from '../domain/inquiry.ts';
import {inquiryExpiry} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {countOpenSessions, insertSession} from '../storage/inquiry-session.ts';
import {presentInquirySession} from '../storage/resources/inquiry-session.ts';
import type {Row} from '../storage/schema.ts';
import {findTemplateVersion} from '../storage/template.ts';
import {holdInquiry} from './change-inquiry.ts';
import {newToken} from './token.ts';
import type {Write} from './write.ts';

/** Open at one time; ended ones do not count. */
export const mostSessions = 25;

/** Who opens it, where that is known already; an API client makes sessions for somebody who comes later. */
export interface SessionClient {
  ipAddress: string | null;
  userAgent: string | null;
  /** Client hints by the names of the API (`os-name`, `browser-name`, `device-handoff-method` ...). */
  device: Record<string, unknown>;
}

export interface OpenedSession {
  session: Row<'inquiry_session'>;
  /** Shown once; only its hash is kept. */
  token: string;
}

/** A session for an inquiry that is still open. @throws CountersignError `not_found`, `gone`, `invalid_transition`, `conflict` at 25 */
export async function createInquirySession(
  w: Write,
  input: {inquiryId: string},
): Promise<OpenedSession & {inquiry: Row<'inquiry'>}> {
  const inquiry = await holdInquiry(w, input.inquiryId);
  const version = await findTemplateVersion(w.tx, w.envId, inquiry.template_version_id);
  if (!version) throw new Error('an inquiry has no template version');
  const opened = await openSession(w, inquiry, {graph: version.graph});
  await w.audit('inquiry-session.create', 'inquiry-session', opened.session.id);
  return {...opened, inquiry};
}

/**
 * The same for an inquiry at hand. It ends with the inquiry's own time as that stands now, or after the template's session length;
 * resuming the inquiry later does not lengthen it.
 */
export async function openSession(
  w: Write,
  inquiry: Row<'inquiry'>,
  options: {
    graph: Pick<TemplateGraph, 'expiry'>;
    client?: SessionClient | undefined;
    isFirst?: boolean;
    byId?: boolean;
  },
): Promise<OpenedSession> {
  if (!isOpen(inquiry.status)) {
    throw new CountersignError('invalid_transition', {
      details: `An inquiry with status ${inquiry.status} takes no sessions.`,
    });
  }
  if (!options.isFirst && (await countOpenSessions(w.tx, w.envId, inquiry.id, w.now)) >= mostSessions) {
    throw new CountersignError('conflict', {
      details: `The inquiry has ${mostSessions} open sessions. Expiring and resuming it ends them.`,
    });
  }
  const {client} = options;
  const token = newToken();
  const session: Row<'inquiry_session'> = {
    env_id: w.envId,
    id: newId('inquiry-session', w.now.getTime()),
    inquiry_id: inquiry.id,
    status: client ? 'active' : 'new',
    token_hash: token.hash,
    ip_address: client?.ipAddress ?? null,
    user_agent: client?.userAgent ?? null,
    device: client?.device ?? {},
    device_id: null,
    by_id: options.byId ?? false,
    created_at: w.now,
    started_at: client ? w.now : null,
    expires_at: endOfSession(inquiry, options.graph, w.now),
    expired_at: null,
  };
  insertSession(w.tx, session);
  if (client) await emitSessionStarted(w, session);
  return {session, token: token.value};
}

/** When a session that begins now ends: after the template's length, never after the inquiry itself. */
export function endOfSession(inquiry: Row<'inquiry'>, graph: Pick<TemplateGraph, 'expiry'>, now: Date): Date {
  const byLength = new Date(now.getTime() + inquiryExpiry(graph, inquiry.expiry).sessionSeconds * 1000);
  return inquiry.expires_at && inquiry.expires_at < byLength ? inquiry.expires_at : byLength;
}

/** Said once per session, when somebody first comes with its token. */
export async function emitSessionStarted(w: Write, session: Row<'inquiry_session'>): Promise<void> {
  await w.emit({
    name: 'inquiry-session.started',
    objectType: 'inquiry-session',
    objectId: session.id,
    subjectId: session.inquiry_id,
    data: presentInquirySession(session),
  });
}
