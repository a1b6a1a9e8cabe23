import {isOpen} from '../domain/inquiry.ts';
import {inquiryExpiry} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {insertCode} from '../storage/one-time-code.ts';
import type {Row} from '../storage/schema.ts';
import {findTemplateVersion} from '../storage/template.ts';
import {holdInquiry} from './change-inquiry.ts';
import {newOneTimeCode} from './token.ts';
import type {Write} from './write.ts';

export interface OneTimeLink {
  /** Opening it changes nothing; a button on the page it shows takes the code. */
  link: string;
  /** The same address: the code is short enough to be typed, and a second host would have to be trusted too. */
  linkShort: string;
  expiresAt: Date;
}

/** @throws CountersignError `not_found`, `gone`, `invalid_transition` for an inquiry that is no longer open */
export async function generateOneTimeLink(
  w: Write,
  input: {inquiryId: string; expiresInSeconds?: number},
): Promise<OneTimeLink & {inquiry: Row<'inquiry'>}> {
  const inquiry = await holdInquiry(w, input.inquiryId);
  const version = await findTemplateVersion(w.tx, w.envId, inquiry.template_version_id);
  if (!version) throw new Error('an inquiry has no template version');
  const seconds = input.expiresInSeconds ?? inquiryExpiry(version.graph, inquiry.expiry).oneTimeLinkSeconds;
  const link = await makeOneTimeLink(w, inquiry, seconds);
  await w.audit('inquiry.generate-one-time-link', 'inquiry', inquiry.id);
  return {...link, inquiry};
}

/** The same for an inquiry at hand. */
export async function makeOneTimeLink(w: Write, inquiry: Row<'inquiry'>, seconds: number): Promise<OneTimeLink> {
  const {code, expiresAt} = await makeOneTimeCode(w, inquiry, {purpose: 'link', seconds});
  const link = `${w.ctx.settings.publicUrl}/verify?code=${code}`;
  return {link, linkShort: link, expiresAt};
}

/** A code that one device can claim once; its hash is kept. */
export async function makeOneTimeCode(
  w: Write,
  inquiry: Row<'inquiry'>,
  options: {purpose: 'link' | 'handoff'; seconds: number},
): Promise<{code: string; expiresAt: Date}> {
  if (!isOpen(inquiry.status)) {
    throw new CountersignError('invalid_transition', {
      details: `An inquiry with status ${inquiry.status} takes no one-time links.`,
    });
  }
  const code = newOneTimeCode();
  const expiresAt = new Date(w.now.getTime() + options.seconds * 1000);
  await insertCode(w.tx, {
    env_id: w.envId,
    id: newId('one-time-code', w.now.getTime()),
    inquiry_id: inquiry.id,
    purpose: options.purpose,
    code_hash: code.hash,
    created_at: w.now,
    expires_at: expiresAt,
  });
  return {code: code.value, expiresAt};
}
