/** What is looked up about a number, an address or a code before the rule of the step (`domain/steps/contact.ts`) decides. */
import {mailboxKey} from '../domain/identity-trace.ts';
import type {ContactGround, StepState} from '../domain/steps/step.ts';
import type {ContactProblem, PhoneNumberConfig} from '../protocol/contact.ts';
import type {SubmitStep} from '../protocol/flow.ts';
import type {ContactStep, Step} from '../protocol/template.ts';
import type {Standing} from '../storage/standing.ts';
import {isDisposable, readEmailAddress} from '../verification/email-address/read-email-address.ts';
import {readPhoneNumber, textableTypes} from '../verification/phone-number/read-phone-number.ts';
import {maySendAgain, maySendFirst, tryCode} from './confirmation-code.ts';
import type {Write} from './write.ts';

/** Undefined where the submit is about something else, or comes too late to matter. */
export async function contactGround(
  w: Write,
  at: Standing,
  {step: name, submit}: {step: string; submit: SubmitStep},
): Promise<ContactGround | undefined> {
  const step = at.graph.steps[at.row.step];
  const {stepState} = at.state;
  if (name !== at.row.step || !isContactStep(step) || !isContactState(stepState)) return undefined;
  const subjectId = at.row.id;
  const {to, verificationId, phase} = stepState;
  if (submit.action === 'send-code' && phase === 'entering') {
    const entry = readEntry(step, submit, at.row.fields);
    const sending =
      entry?.type === 'taken'
        ? await maySendFirst(w, {kind: step.kind, to: entry.value, subjectId})
        : ({type: 'no_sender'} as const);
    return {...(entry && {entry}), sending};
  }
  if (phase !== 'confirming' || to === undefined || verificationId === undefined) return undefined;
  if (submit.action === 'resend-code') {
    return {sending: await maySendAgain(w, verificationId, {kind: step.kind, to, subjectId})};
  }
  if (submit.action !== 'confirm-code') return undefined;
  const tried = await tryCode(w, verificationId, submit.code);
  return {
    typed: tried?.outcome ?? 'expired',
    sending: tried?.mayAskAgain === false ? {type: 'used_up'} : {type: 'yes', next: w.now},
  };
}

function isContactStep(step: Step | undefined): step is ContactStep {
  return step?.kind === 'phone-number' || step?.kind === 'email-address';
}

function isContactState(state: StepState): state is Extract<StepState, {kind: ContactStep['kind']}> {
  return state.kind === 'phone-number' || state.kind === 'email-address';
}

/** What was typed, else what the inquiry knows. */
function readEntry(
  step: ContactStep,
  {to, country}: Extract<SubmitStep, {action: 'send-code'}>,
  fields: Standing['row']['fields'],
): ContactGround['entry'] {
  const known = fields[step.config.field ?? step.kind]?.value;
  const text = to ?? (typeof known === 'string' ? known : '');
  if (text.trim() === '') return undefined;
  const read = readContact(step, text, country);
  if (typeof read !== 'string') return {type: 'taken', value: read.value};
  // what the inquiry knew is not shown to whoever opened it
  return {type: 'refused', problem: read, ...(to !== undefined && {to})};
}

/** What is verified, in the one spelling that is kept; else why it is not taken. `country`: where a local number is dialled from. */
export function readContact(
  asked: {kind: 'phone-number'; config: PhoneNumberConfig} | {kind: 'email-address'},
  text: string,
  country?: string,
): {value: string} | ContactProblem {
  return asked.kind === 'phone-number' ? readNumber(text, country, asked.config) : readAddress(text);
}

function readNumber(
  text: string,
  country: string | undefined,
  {countries, types}: PhoneNumberConfig,
): {value: string} | ContactProblem {
  const number = readPhoneNumber(text, country ?? (countries?.length === 1 ? countries[0] : undefined));
  if (!number?.valid) return 'number_invalid';
  if (countries && (number.country === undefined || !countries.includes(number.country))) return 'number_country';
  return (types ?? textableTypes).includes(number.type) ? {value: number.e164} : 'number_type';
}

function readAddress(text: string): {value: string} | ContactProblem {
  const address = readEmailAddress(text);
  if (!address || mailboxKey(address.value) === '') return 'address_invalid';
  return isDisposable(address.domain) ? 'address_disposable' : {value: address.value};
}
