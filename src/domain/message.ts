/** Messages to people: which are of no more use, and whom one counts against. */
import type {Channel} from '../protocol/contact.ts';
import {mailboxKey} from './identity-trace.ts';

export function messageIsLate({expires_at: at}: {expires_at: Date | null}, now: Date): boolean {
  return at !== null && at.getTime() <= now.getTime();
}

/** One mailbox or number, however it is written. */
export function recipientKey(channel: Channel, to: string): string {
  if (channel === 'sms') return to.replace(/\D/g, '');
  return mailboxKey(to) || to.toLowerCase();
}
