/**
 * A phone number or an e-mail address: entering -> a code was sent -> it came back -> judged -> the next step.
 * Never a dead end: a wrong code may be typed again, a lost one sent again, a wrong number changed; when all codes of one number are
 * used up another number may be tried, and after the last attempt the step's `failed` follows. Where no sender is configured the number
 * is taken unconfirmed, and its checks say so.
 */
import type {ContactKind, ContactProblem} from '../../protocol/contact.ts';
import type {SubmitStep} from '../../protocol/flow.ts';
import type {ContactStep} from '../../protocol/template.ts';
import {refuse} from './step.ts';
import type {ContactState, FlowEffect, StateOf, StepOutcome, StepRule, SubmitGround, View} from './step.ts';

type Ground = NonNullable<SubmitGround['contact']>;

/** What the rule says, before its state is told which kind it is of. */
type Outcome =
  Exclude<StepOutcome<'phone-number'>, {type: 'stay'}> | {type: 'stay'; state: ContactState; effects: FlowEffect[]};

export type ContactVerdict =
  | {type: 'passed'}
  /** A better entry changes nothing: the template decides, and the person is told no reason that says something of others. */
  | {type: 'failed'}
  | {type: 'unavailable'};

export const phoneNumberRule: StepRule<'phone-number'> = {
  enter: () => ({kind: 'phone-number', ...fresh(1, [])}),
  submit: (step, state, submit, ground) => ofKind('phone-number', submitContact({step, state, submit, ground})),
  screen: (step, state, view) => {
    if (state.phase === 'processing') return {kind: 'processing', subject: 'phone-number', words: [...view.words]};
    const {countries} = step.config;
    return {kind: 'phone-number', ...shown(step, state, view), ...(countries && {countries})};
  },
};

export const emailAddressRule: StepRule<'email-address'> = {
  enter: () => ({kind: 'email-address', ...fresh(1, [])}),
  submit: (step, state, submit, ground) => ofKind('email-address', submitContact({step, state, submit, ground})),
  screen: (step, state, view) =>
    state.phase === 'processing'
      ? {kind: 'processing', subject: 'email-address', words: [...view.words]}
      : {kind: 'email-address', ...shown(step, state, view)},
};

/** What the judged checks do to the step that waited for them. */
export function applyContactVerdict<K extends ContactKind>(
  kind: K,
  step: ContactStep,
  {state, verdict}: {state: ContactState; verdict: ContactVerdict},
): StepOutcome<K> {
  switch (verdict.type) {
    case 'passed':
      return {type: 'go', to: step.next, problems: [], effects: []};
    case 'failed':
      return {type: 'finish', problems: [], effects: []};
    case 'unavailable':
      return ofKind(kind, stay({...fresh(state.attempt, ['engine_unavailable']), ...kept(state)}));
  }
}

interface Submission {
  step: ContactStep;
  state: ContactState;
  submit: SubmitStep;
  ground: SubmitGround;
}

function submitContact(at: Submission): Outcome {
  const {state, submit, ground} = at;
  if (state.phase === 'processing' || submit.action === 'accept') return {type: 'late'};
  const entering = state.phase === 'entering';
  switch (submit.action) {
    case 'send-code':
      return entering ? enterContact(at, lookedUp(ground)) : {type: 'late'};
    case 'resend-code':
      return entering ? {type: 'late'} : resendCode(at, lookedUp(ground));
    case 'confirm-code':
      return entering ? {type: 'late'} : confirmCode(at, lookedUp(ground));
    case 'change-contact':
      return entering ? {type: 'late'} : stay({...fresh(state.attempt, []), ...kept(state)}, dropped(state));
    default:
      return refuse('bad_request', '/action', 'This step takes a number or an address, then its code.');
  }
}

/** Whoever submits looks everything up first; a submit without it is a defect of ours. */
function lookedUp({contact}: SubmitGround): Ground {
  if (!contact) throw new Error('A number, an address or a code was submitted without anybody looking it up.');
  return contact;
}

function enterContact({step, state, ground}: Submission, {entry, sending}: Ground): Outcome {
  if (!entry) return refuse('bad_request', '/to', 'Expected a number or an address.');
  if (entry.type === 'refused') {
    return stay({...state, ...(entry.to !== undefined && {to: entry.to}), hints: [entry.problem]});
  }
  const to = entry.value;
  const verificationId = ground.newVerificationId;
  const known: ContactState = {...state, to, hints: []};
  switch (sending.type) {
    case 'no_sender':
      return stay({...known, phase: 'processing', verificationId}, [
        {type: 'started'},
        {type: 'verify-contact', kind: step.kind, verificationId, to, confirmed: false},
      ]);
    case 'wait':
      return stay({...known, hints: ['sent_too_often'], waitUntil: sending.until.toISOString()});
    case 'used_up':
      return stay({...known, hints: ['codes_used_up']});
    case 'yes':
      return stay({...known, phase: 'confirming', verificationId, waitUntil: sending.next.toISOString()}, [
        {type: 'started'},
        {type: 'send-code', kind: step.kind, verificationId, to},
      ]);
  }
}

function resendCode(at: Submission, {sending}: Ground): Outcome {
  const {state} = at;
  switch (sending.type) {
    case 'used_up':
      return attemptOver(at);
    case 'wait': {
      const hints: ContactProblem[] = sending.limited ? ['sent_too_often'] : state.hints;
      return stay({...state, hints, waitUntil: sending.until.toISOString()});
    }
    case 'no_sender':
      // it was there when the first code went out; a moment later it may be again
      return stay({...state, hints: ['engine_unavailable']});
    case 'yes':
      return stay({...state, hints: [], waitUntil: sending.next.toISOString()}, [
        {type: 'resend-code', verificationId: verificationOf(state)},
      ]);
  }
}

function confirmCode(at: Submission, {typed, sending}: Ground): Outcome {
  const {step, state} = at;
  switch (typed) {
    case 'right':
      return stay({...state, phase: 'processing', hints: []}, [
        {type: 'verify-contact', kind: step.kind, verificationId: verificationOf(state), confirmed: true},
      ]);
    case 'wrong':
      return stay({...state, hints: ['code_wrong']});
    case 'expired':
    case 'spent':
      if (sending.type === 'used_up') return attemptOver(at);
      return stay({...state, hints: [typed === 'expired' ? 'code_expired' : 'code_spent']});
    default:
      throw new Error('A code was submitted without anybody comparing it.');
  }
}

/** Every code of this number was used up: another number, or the end. */
function attemptOver({step, state}: Submission): Outcome {
  const effects = dropped(state);
  if (state.attempt >= step.attempts) return {type: 'go', to: step.failed, problems: ['not_confirmed'], effects};
  return stay({...fresh(state.attempt + 1, ['codes_used_up']), ...kept(state)}, effects);
}

function shown(step: ContactStep, {phase, to, attempt, hints, waitUntil}: ContactState, view: View) {
  const entering = phase === 'entering';
  const left = waitUntil === undefined ? 0 : Math.ceil((Date.parse(waitUntil) - view.now.getTime()) / 1000);
  const field = view.fields[step.config.field ?? step.kind]?.value;
  const known = entering && to === undefined ? hidden(field) : undefined;
  return {
    phase: entering ? ('entering' as const) : ('confirming' as const),
    ...(to !== undefined && {to}),
    ...(known !== undefined && {known}),
    attempt,
    attemptsLeft: Math.max(0, step.attempts - attempt),
    problems: hints,
    waitSeconds: Math.max(0, left),
  };
}

/**
 * All but the end of a number, and all but the first letter and the domain of an address: enough to know one's own. Whoever opened the
 * inquiry by its id alone learns no more than that.
 */
export function hidden(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const address = /^(.)[^@]*(@[^@]+)$/u.exec(value.trim());
  if (address) return `${address[1]}•••${address[2]}`;
  const digits = value.replace(/\D/g, '');
  return digits.length < 6 ? undefined : `•••• ${digits.slice(-2)}`;
}

function fresh(attempt: number, hints: ContactProblem[]): ContactState {
  return {phase: 'entering', attempt, hints};
}

/** What the person typed stays in the field. */
function kept({to}: ContactState): {to?: string} {
  return to === undefined ? {} : {to};
}

function dropped({verificationId}: ContactState): FlowEffect[] {
  return verificationId === undefined ? [] : [{type: 'drop-contact', verificationId}];
}

function verificationOf({verificationId}: ContactState): string {
  if (verificationId === undefined) throw new Error('A code was sent for no verification.');
  return verificationId;
}

function stay(state: ContactState, effects: FlowEffect[] = []): Outcome {
  return {type: 'stay', state, effects};
}

function ofKind<K extends ContactKind>(kind: K, outcome: Outcome): StepOutcome<K> {
  if (outcome.type !== 'stay') return outcome;
  // both kinds remember the same
  return {...outcome, state: {...outcome.state, kind} as StateOf<K>};
}
