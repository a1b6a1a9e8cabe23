/**
 * A number or address that a backend verifies: it has a code sent, passes on what the person typed, and reads the result. Codes, their
 * tries and how often they may be sent are those of the flow (`confirmation-code.ts`).
 *
 * `initiated` until the code came back, then `confirmed` while the checks run; one that is submitted without a code is judged as it is.
 */
import {channelOf} from '../protocol/contact.ts';
import type {ContactKind, ContactProblem} from '../protocol/contact.ts';
import {CountersignError} from '../protocol/errors.ts';
import {nameOfOrganization} from '../storage/environment.ts';
import {contactResult} from '../storage/resources/contact.ts';
import {findTemplateVersion} from '../storage/template.ts';
import {subjectOfVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {readPhoneNumber} from '../verification/phone-number/read-phone-number.ts';
import {askVerification, holdAskedVerification, tellVerification} from './ask-verification.ts';
import {askedConfig} from './asked-config.ts';
import {maySendAgain, sendCode, tryCode} from './confirmation-code.ts';
import {readContact} from './contact-ground.ts';
import {changeContact} from './contact-verification.ts';
import {configOf} from './judge-contact.ts';
import {senderState} from './send-message.ts';
import type {Write} from './write.ts';

/** What was given of it: the text as it was written, and where a local number is dialled from. */
interface GivenContact {
  text: string;
  countryCode?: string | undefined;
}

/** @throws CountersignError `unprocessable` for what is no such number or address, `not_found` for the template */
export async function askContact(
  w: Write,
  input: GivenContact & {id: string; kind: ContactKind; templateId?: string | undefined},
): Promise<VerificationRow> {
  const {id, kind, templateId} = input;
  const asked = await askedConfig(w.tx, w.envId, {kind, templateId});
  const value = readGiven(kind, asked.config, input);
  const countryCode = kind === 'phone-number' ? readPhoneNumber(value)?.country : undefined;
  return askVerification(w, {id, kind, ...asked, countryCode, attributes: {value}});
}

/**
 * The first code or another one, to another number or address where one is given.
 * @throws CountersignError `conflict` once it is confirmed or no more codes are sent, `rate_limited`, `unprocessable` where nothing can be sent
 */
export async function sendAskedCode(
  w: Write,
  input: {verificationId: string; kind: ContactKind; given?: GivenContact | undefined; language?: string | undefined},
): Promise<VerificationRow> {
  const {verificationId, kind, given} = input;
  const row = await holdAskedVerification(w, verificationId, kind);
  refuseUnlessInitiated(row);
  const to = given ? readGiven(kind, configOf(row), given) : (contactResult(row).value ?? '');
  const recipient = {kind, to, subjectId: subjectOfVerification(row)};
  await refuseUnlessAllowed(w, row, recipient);
  const requester = await requesterOf(w, row);
  await sendCode(w, {...recipient, verificationId, requester, language: input.language ?? null});
  await w.audit('verification.send-code', 'verification', row.id);
  if (to === contactResult(row).value) return row;
  return changeContact(w, row, {
    result: JSON.stringify({value: to}),
    country_code: kind === 'phone-number' ? (readPhoneNumber(to)?.country ?? null) : null,
  });
}

export type ConfirmedContact = {row: VerificationRow; refused?: undefined} | {row: VerificationRow; refused: string};

/**
 * The checks begin with the right code. A wrong one is told in the result and not thrown: that it was tried must be committed.
 * @throws CountersignError `conflict` once it is confirmed
 */
export async function confirmAskedCode(
  w: Write,
  input: {verificationId: string; kind: ContactKind; code: string},
): Promise<ConfirmedContact> {
  const row = await holdAskedVerification(w, input.verificationId, input.kind);
  refuseUnlessInitiated(row);
  const tried = await tryCode(w, row.id, input.code);
  if (tried?.outcome !== 'right') return {row, refused: refusals[tried?.outcome ?? 'expired']};
  const result = {...row.result, confirmedAt: w.now.toISOString()};
  return {row: await judge(w, row, 'confirmed', result)};
}

/** As far as it came; one that was confirmed is judged already. @throws CountersignError `conflict` */
export async function submitAskedContact(
  w: Write,
  input: {verificationId: string; kind: ContactKind},
): Promise<VerificationRow> {
  const row = await holdAskedVerification(w, input.verificationId, input.kind);
  if (contactResult(row).confirmedAt !== undefined) return row;
  refuseUnlessInitiated(row);
  const unsent = (await senderState(w, channelOf[input.kind])) === 'none';
  return judge(w, row, 'submitted', {...row.result, ...(unsent && {unsent: true})});
}

async function judge(
  w: Write,
  row: VerificationRow,
  status: 'confirmed' | 'submitted',
  result: Record<string, unknown>,
): Promise<VerificationRow> {
  const changed = await changeContact(w, row, {status, submitted_at: w.now, result: JSON.stringify(result)});
  await tellVerification(w, 'verification.submitted', changed);
  await w.audit('verification.submit', 'verification', row.id);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: row.id});
  return changed;
}

async function refuseUnlessAllowed(
  w: Write,
  row: VerificationRow,
  recipient: Parameters<typeof maySendAgain>[2],
): Promise<void> {
  const sending = await maySendAgain(w, row.id, recipient);
  switch (sending.type) {
    case 'yes':
      return;
    case 'wait':
      throw new CountersignError('rate_limited', {
        details: 'Another code can be sent there a little later.',
        retryAfterSeconds: Math.ceil((sending.until.getTime() - w.now.getTime()) / 1000),
      });
    case 'used_up':
      throw new CountersignError('conflict', {details: 'No more codes are sent for this verification.'});
    case 'no_sender':
      throw new CountersignError('unprocessable', {
        details: `provider_not_configured: nothing here sends to a ${recipient.kind}.`,
      });
  }
}

/** In whose name the message speaks. */
async function requesterOf(w: Write, row: VerificationRow): Promise<string> {
  const version =
    row.template_version_id === null ? undefined : await findTemplateVersion(w.tx, w.envId, row.template_version_id);
  return version?.graph.requester ?? nameOfOrganization(w.tx, w.envId);
}

function readGiven(kind: ContactKind, config: object, {text, countryCode}: GivenContact): string {
  const read = readContact(kind === 'phone-number' ? {kind, config} : {kind}, text, countryCode);
  if (typeof read !== 'string') return read.value;
  throw new CountersignError('unprocessable', {
    details: expectations[read] ?? read,
    pointer: `/data/attributes/${kind}`,
  });
}

function refuseUnlessInitiated({status}: VerificationRow): void {
  if (status === 'initiated') return;
  throw new CountersignError('conflict', {details: `Expected a verification that is initiated; it is ${status}.`});
}

const expectations: Partial<Record<ContactProblem, string>> = {
  number_invalid: 'Expected a phone number, in international form or with its country-code.',
  number_country: 'Expected a number of one of the countries that the template accepts.',
  number_type: 'Expected a number that takes text messages.',
  address_invalid: 'Expected an e-mail address.',
  address_disposable: 'Expected an address that is not of a disposable provider.',
};

const refusals = {
  wrong: 'code_wrong: not the code that was sent.',
  spent: 'code_spent: the code takes no more tries; have another one sent.',
  expired: 'code_expired: no code that still counts was sent.',
} as const;
