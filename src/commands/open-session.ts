/** A session for somebody who comes to an inquiry: by its id while nothing was given yet, else by an earlier token. */
import {isOpen} from '../domain/inquiry.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {Row} from '../storage/schema.ts';
import {lockStanding} from '../storage/standing.ts';
import {changeInquiry} from './change-inquiry.ts';
import {openSession} from './create-inquiry-session.ts';
import type {OpenedSession, SessionClient} from './create-inquiry-session.ts';
import type {Write} from './write.ts';

export interface OpenInquiry {
  inquiryId: string;
  /** A session of this inquiry whose token the caller showed. */
  earlier?: Row<'inquiry_session'>;
  client: SessionClient;
  language?: string;
}

/** @throws CountersignError `unauthenticated` where the id alone is not enough, and those of `openSession` */
export async function openInquirySession(w: Write, input: OpenInquiry): Promise<OpenedSession> {
  const {row, graph} = await lockStanding(w.tx, w.envId, input.inquiryId);
  // fresh means: nobody gave anything yet, so the id gives nothing away
  const fresh = row.started_at === null && (row.status === 'created' || row.status === 'expired');
  if (!fresh && input.earlier?.inquiry_id !== row.id) throw new CountersignError('unauthenticated');

  if (!isOpen(row.status)) throw new CountersignError('gone', {details: 'The time of the inquiry is up.'});

  const byId = input.earlier?.inquiry_id !== row.id;
  const opened = await openSession(w, row, {graph, client: input.client, byId});
  if (input.language !== undefined && row.language === null) {
    await changeInquiry(w, row, {columns: {language: input.language}});
  }
  return opened;
}
