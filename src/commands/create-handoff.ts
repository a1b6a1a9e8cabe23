/** A code that lets another device go on where this one stands, and the end of such a device. */
import {CountersignError} from '../protocol/errors.ts';
import {nameInMessage, sayMessage} from '../outbound/message-words.ts';
import type {Channel} from '../protocol/contact.ts';
import type {Handoff, SendHandoff} from '../protocol/flow.ts';
import {lockStanding} from '../storage/standing.ts';
import {readEmailAddress} from '../verification/email-address/read-email-address.ts';
import {readPhoneNumber, textableTypes} from '../verification/phone-number/read-phone-number.ts';
import {expireSessions, findSession} from '../storage/inquiry-session.ts';
import {holdInquiry} from './change-inquiry.ts';
import {makeOneTimeCode} from './generate-one-time-link.ts';
import {recordMessage, waitForMessage} from './message-limits.ts';
import {sendMessage, senderState} from './send-message.ts';
import {tellExpiredSession} from './tell-expired-session.ts';
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
    senders: await sendersOf(w),
  };
}

async function sendersOf(w: Write): Promise<Channel[]> {
  const channels: Channel[] = [];
  for (const channel of ['email', 'sms'] as const) {
    if ((await senderState(w, channel)) !== 'none') channels.push(channel);
  }
  return channels;
}

/**
 * A link of its own by mail or text message. The answer is the same for every address that could be one.
 * @throws CountersignError `unprocessable` where nothing can be sent, `rate_limited` where too much was
 */
export async function sendHandoff(w: Write, input: {inquiryId: string} & SendHandoff): Promise<void> {
  const {row, graph} = await lockStanding(w.tx, w.envId, input.inquiryId);
  const channel = input.by;
  const to = recipientOf(input);
  if (to === undefined || (await senderState(w, channel)) === 'none') {
    throw new CountersignError('unprocessable', {details: 'Nothing can be sent there.', pointer: '/to'});
  }
  const recipient = {channel, to, subjectId: row.id};
  const until = await waitForMessage(w, recipient);
  if (until) {
    const retryAfterSeconds = Math.ceil((until.getTime() - w.now.getTime()) / 1000);
    throw new CountersignError('rate_limited', {retryAfterSeconds});
  }
  const {code, expiresAt} = await makeOneTimeCode(w, row, {purpose: 'handoff', seconds: handoffSeconds});
  const link = `${w.ctx.settings.publicUrl}/verify?code=${code}`;
  const params = {link, requester: nameInMessage(graph.requester, channel === 'sms' ? 30 : 80)};
  const say = (word: 'linkSubject' | 'linkMail' | 'linkText') => sayMessage(word, row.language, params);
  const content =
    channel === 'sms'
      ? {to, subject: '', text: say('linkText')}
      : {to, subject: say('linkSubject'), text: say('linkMail')};
  await recordMessage(w, recipient);
  await sendMessage(w, {channel, subjectId: row.id, kind: 'handoff-link', content, expiresAt});
  await w.audit('inquiry.handoff-send', 'inquiry', row.id);
}

/** A number needs its country's code here: nobody was asked where it is dialled from. */
function recipientOf({by, to}: SendHandoff): string | undefined {
  if (by === 'email') return readEmailAddress(to)?.value;
  const number = readPhoneNumber(to);
  return number?.valid && textableTypes.includes(number.type) ? number.e164 : undefined;
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

  for (const ended of await expireSessions(w.tx, w.envId, input.inquiryId, w.now, {only: session.id}))
    await tellExpiredSession(w, ended);
  await w.audit('inquiry-session.refuse', 'inquiry-session', session.id);
  w.afterCommit(() => w.ctx.progress.publish(input.inquiryId, {type: 'position'}));
}

function isHandoff(device: Record<string, unknown>): boolean {
  return typeof device['device-handoff-method'] === 'string';
}
