import {presentInquirySession} from '../storage/resources/inquiry-session.ts';
import type {Row} from '../storage/schema.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/** The event of a session that ended in this transaction. */
export async function tellExpiredSession(w: Write, session: Row<'inquiry_session'>): Promise<void> {
  keepOrder(w, session.started_at ?? session.created_at);
  await w.emit({
    name: 'inquiry-session.expired',
    objectType: 'inquiry-session',
    objectId: session.id,
    subjectId: session.inquiry_id,
    data: presentInquirySession(session),
  });
}
