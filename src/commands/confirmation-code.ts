/**
 * The codes of numbers and addresses: made here, sent, kept as keyed hashes, and compared in constant time. A code stands nowhere in
 * clear but in the message that carries it, which is sealed.
 */
import {randomInt, timingSafeEqual} from 'node:crypto';
import {codeDigits, codeLifeMs, digitsTyped, judgeTyped, nextSendAt} from '../domain/one-time-code.ts';
import type {CodeState, TypedOutcome} from '../domain/one-time-code.ts';
import type {ContactGround} from '../domain/steps/step.ts';
import {nameInMessage, sayMessage} from '../outbound/message-words.ts';
import {channelOf} from '../protocol/contact.ts';
import type {ContactKind} from '../protocol/contact.ts';
import {lockConfirmationCode, putConfirmationCode, recordTyped} from '../storage/confirmation-code.ts';
import type {MailContent} from '../storage/outbox-mail.ts';
import type {Row} from '../storage/schema.ts';
import {recordMessage, waitForMessage} from './message-limits.ts';
import {sendMessage, senderState} from './send-message.ts';
import type {Write} from './write.ts';

type Sending = ContactGround['sending'];

/** Where a code goes, and in whose words. */
export interface CodeRecipient {
  kind: ContactKind;
  to: string;
  /** The inquiry, or the verification that belongs to none. */
  subjectId: string;
}

/** Whether the first code of a verification may go out. */
export async function maySendFirst(w: Write, {kind, to, subjectId}: CodeRecipient): Promise<Sending> {
  const channel = channelOf[kind];
  if ((await senderState(w, channel)) === 'none') return {type: 'no_sender'};
  const until = await waitForMessage(w, {channel, to, subjectId});
  if (until) return {type: 'wait', until, limited: true};
  return {type: 'yes', next: nextSendAt({sends: 1, wrong: 0, sentAt: w.now, usedAt: null}) ?? w.now};
}

/** Whether another code may follow the one that was sent last. */
export async function maySendAgain(w: Write, verificationId: string, recipient: CodeRecipient): Promise<Sending> {
  const row = await lockConfirmationCode(w.tx, {envId: w.envId, verificationId});
  if (!row) return maySendFirst(w, recipient);
  const next = nextSendAt(stateOf(row));
  if (!next) return {type: 'used_up'};
  if (next > w.now) return {type: 'wait', until: next, limited: false};
  const sending = await maySendFirst(w, recipient);
  if (sending.type !== 'yes') return sending;
  return {type: 'yes', next: nextSendAt({...stateOf(row), sends: row.sends + 1, sentAt: w.now}) ?? w.now};
}

export interface CodeLetter extends CodeRecipient {
  verificationId: string;
  requester: string;
  language: string | null;
}

/** Makes a code, puts it in the place of an earlier one, and sends it. Whether it may was asked before. */
export async function sendCode(w: Write, letter: CodeLetter): Promise<void> {
  const {verificationId, kind, to, subjectId} = letter;
  const key = {envId: w.envId, verificationId};
  const earlier = await lockConfirmationCode(w.tx, key);
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
  await putConfirmationCode(w.tx, {
    env_id: w.envId,
    verification_id: verificationId,
    code_hash: codeHash(w, verificationId, code),
    sends: (earlier?.sends ?? 0) + 1,
    wrong: 0,
    sent_at: w.now,
  });
  const channel = channelOf[kind];
  await recordMessage(w, {channel, to, subjectId});
  const expiresAt = new Date(w.now.getTime() + codeLifeMs);
  await sendMessage(w, {channel, subjectId, kind: 'confirmation-code', content: wordsOf(w, letter, code), expiresAt});
}

/** What came of a code that was typed; a wrong one counts in this commit. Undefined where none was sent. */
export async function tryCode(
  w: Write,
  verificationId: string,
  typed: string,
): Promise<{outcome: TypedOutcome; mayAskAgain: boolean} | undefined> {
  const row = await lockConfirmationCode(w.tx, {envId: w.envId, verificationId});
  if (!row) return undefined;
  // compared whatever its state, so that the time taken says nothing either
  const matches = timingSafeEqual(row.code_hash, codeHash(w, verificationId, digitsTyped(typed)));
  const outcome = judgeTyped(stateOf(row), matches, w.now);
  if (outcome === 'right') await recordTyped(w.tx, row, {used_at: w.now});
  else if (outcome !== 'expired') await recordTyped(w.tx, row, {wrong: row.wrong + 1});
  return {outcome, mayAskAgain: nextSendAt(stateOf(row)) !== undefined};
}

function stateOf(row: Row<'confirmation_code'>): CodeState {
  return {sends: row.sends, wrong: row.wrong, sentAt: row.sent_at, usedAt: row.used_at};
}

/** The verification stands in it, so a code of one opens no other. */
function codeHash(w: Write, verificationId: string, code: string): Buffer {
  return w.ctx.keyring.mac('confirmation-code', JSON.stringify([w.envId, verificationId, code]));
}

function wordsOf(w: Write, {kind, to, requester, language}: CodeLetter, code: string): MailContent {
  if (kind === 'email-address') {
    const params = {code, requester: nameInMessage(requester, 80), minutes: String(codeLifeMs / 60_000)};
    return {to, subject: sayMessage('codeSubject', language, params), text: sayMessage('codeMail', language, params)};
  }
  const text = sayMessage('codeText', language, {code, requester: nameInMessage(requester, 30)});
  // the last line lets the phone fill the code in on our own page alone (WebOTP, "origin-bound one-time codes")
  return {to, subject: '', text: `${text}\n\n@${new URL(w.ctx.settings.publicUrl).hostname} #${code}`};
}
