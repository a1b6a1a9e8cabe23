/**
 * Turns a one-time code into a session.
 *
 * 1. Opening the link changes nothing; only this does, by a press on its page.
 * 2. One claim. For five minutes the same browser, which kept the claim secret, may claim again: a reload, a lost answer.
 */
import {isOpen} from '../domain/inquiry.ts';
import {CountersignError} from '../protocol/errors.ts';
import {claimCode, findCodeByHash} from '../storage/one-time-code.ts';
import type {Row} from '../storage/schema.ts';
import {lockStanding} from '../storage/standing.ts';
import {openSession} from './create-inquiry-session.ts';
import type {OpenedSession, SessionClient} from './create-inquiry-session.ts';
import {hashToken, newToken} from './token.ts';
import type {Write} from './write.ts';

const graceMs = 5 * 60 * 1000;

export interface ClaimCode {
  code: string;
  claimSecret?: string;
  client: SessionClient;
}

export interface ClaimedCode extends OpenedSession {
  /** Only with the first claim. */
  claimSecret?: string;
  /** Another device of the same person made the code; else it came from the organisation, and there is no other device. */
  handoff: boolean;
}

/** @throws CountersignError `not_found` for an unknown code, `conflict` for a used one, `gone` for one whose time is up */
export async function claimOneTimeCode(w: Write, input: ClaimCode): Promise<ClaimedCode> {
  const code = await findCodeByHash(w.tx, hashToken(input.code));
  if (!code || code.env_id !== w.envId) throw new CountersignError('not_found', {details: 'There is no such link.'});

  const secret = newToken();
  const claimed = await claimCode(w.tx, w.envId, code.id, {secretHash: secret.hash, now: w.now});
  if (!claimed && !isSameBrowser(code, input.claimSecret, w.now)) throw refusalOf(code);

  const {row, graph} = await lockStanding(w.tx, w.envId, code.inquiry_id);
  if (!isOpen(row.status)) throw new CountersignError('gone', {details: 'The time of the inquiry is up.'});
  const handoff = code.purpose === 'handoff';
  const client = {
    ...input.client,
    device: {...input.client.device, ...(handoff && {'device-handoff-method': 'qr'})},
  };
  const opened = await openSession(w, row, {graph, client});
  await w.audit('one-time-code.claim', 'inquiry', row.id);
  w.afterCommit(() => w.ctx.progress.publish(row.id, {type: 'position'}));
  return {...opened, handoff, ...(claimed && {claimSecret: secret.value})};
}

function isSameBrowser(code: Row<'one_time_code'>, claimSecret: string | undefined, now: Date): boolean {
  if (claimSecret === undefined || !code.claimed_at || !code.claim_secret_hash) return false;
  return now.getTime() - code.claimed_at.getTime() <= graceMs && code.claim_secret_hash.equals(hashToken(claimSecret));
}

function refusalOf(code: Row<'one_time_code'>): CountersignError {
  return code.claimed_at
    ? new CountersignError('conflict', {details: 'The link was used already.'})
    : new CountersignError('gone', {details: 'The time of the link is up.'});
}
