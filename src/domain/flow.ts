/**
 * The position of an inquiry in its template's graph: pure rules. `applyStep` is what a person's submit does,
 * `applyDocumentVerdict` what the engine's answer does; both return the next state and the effects that the caller commits with it.
 * Where the next step is one that nobody sees, `walk.ts` goes on from there in the same commit.
 * `position.ts` turns a state into what the frame shows.
 */
import type {SubmitStep} from '../protocol/flow.ts';
import type {ProblemCode} from '../protocol/position.ts';
import type {Step, StepKind, TemplateGraph} from '../protocol/template.ts';
import {isOpen as isOpenStatus} from './inquiry.ts';
import type {InquiryStatus} from './inquiry.ts';
import {connectorRule, goOn} from './steps/connector.ts';
import {consentRule} from './steps/consent.ts';
import {applyContactVerdict, emailAddressRule, phoneNumberRule} from './steps/contact.ts';
import type {ContactVerdict} from './steps/contact.ts';
import {applyVerdict, documentRule} from './steps/document.ts';
import {applyDatabaseVerdict, databaseRule} from './steps/database.ts';
import type {DatabaseVerdict} from './steps/database.ts';
import type {DocumentVerdict} from './steps/document-verdict.ts';
import {applyGenericVerdict, genericDocumentRule} from './steps/generic-document.ts';
import {failedRule, successRule} from './steps/finished.ts';
import {screenRule} from './steps/screen.ts';
import {answerStep, applySelfieVerdict, selfieRule} from './steps/selfie.ts';
import type {FramesAnswer, SelfieVerdict} from './steps/selfie.ts';
import {refuse, stepStateSchema} from './steps/step.ts';
import type {FlowEffect, Refusal, StepOutcome, StepState, SubmitGround} from './steps/step.ts';
import {isAutomatic, onwardTargets} from './template.ts';

/** Where an inquiry stands: its columns `status`, `step`, `step_state` and `expires_at`. */
export interface FlowState {
  status: InquiryStatus;
  step: string;
  stepState: StepState;
  expiresAt: Date | null;
}

export type FlowChange =
  | {type: 'changed'; step: string; stepState: StepState; effects: FlowEffect[]}
  /** Nothing changes: the inquiry moved on, finished or expired meanwhile; the answer is where it stands now. */
  | {type: 'late'}
  | {type: 'refused'; refusal: Refusal};

export interface StepInput extends Omit<SubmitGround, 'stepName' | 'biometric' | 'now' | 'schemas'> {
  /** The step the frame believes it is in. */
  step: string;
  submit: SubmitStep;
}

/** Reads a stored `step_state`; one that does not fit its step (a new inquiry's `{}`) is that step freshly entered. */
export function readStepState(graph: TemplateGraph, stepName: string, stored: unknown): StepState {
  const step = stepAt(graph, stepName);
  const parsed = stepStateSchema.safeParse(stored);
  return parsed.success && parsed.data.kind === step.kind ? parsed.data : enter(step, []);
}

/** What a person's submit does to the inquiry. */
export function applyStep(graph: TemplateGraph, state: FlowState, input: StepInput, now: Date): FlowChange {
  if (!isOpen(state, now)) return {type: 'late'};
  if (!(input.step in graph.steps)) return refuse('bad_request', '/step', 'This inquiry has no such step.');
  if (input.step !== state.step) return {type: 'late'};

  const {submit} = input;
  const ground: SubmitGround = {
    stepName: state.step,
    evidence: input.evidence,
    newVerificationId: input.newVerificationId,
    fresh: input.fresh,
    fields: input.fields,
    schemas: graph.fields,
    ...(input.contact && {contact: input.contact}),
    biometric: isBiometric(graph),
    now,
  };
  const step = stepAt(graph, state.step);
  const {stepState} = state;
  switch (step.kind) {
    case 'consent':
      return stepState.kind === 'consent'
        ? settle(graph, state, consentRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'document':
      return stepState.kind === 'document'
        ? settle(graph, state, documentRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'generic-document':
      return stepState.kind === 'generic-document'
        ? settle(graph, state, genericDocumentRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'selfie':
      return stepState.kind === 'selfie'
        ? settle(graph, state, selfieRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'screen':
      return stepState.kind === 'screen'
        ? settle(graph, state, screenRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'phone-number':
      return stepState.kind === 'phone-number'
        ? settle(graph, state, phoneNumberRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'email-address':
      return stepState.kind === 'email-address'
        ? settle(graph, state, emailAddressRule.submit(step, stepState, submit, ground))
        : {type: 'late'};
    case 'connector':
    case 'database':
    case 'branching':
    case 'action':
    case 'success':
    case 'failed':
      return {type: 'late'};
  }
}

/** What the frames of one step of a liveness session do; late if the inquiry stands elsewhere. */
export function applyFrames(graph: TemplateGraph, state: FlowState, answer: FramesAnswer, now: Date): FlowChange {
  if (!isOpen(state, now)) return {type: 'late'};
  const step = stepAt(graph, state.step);
  const {stepState} = state;
  if (step.kind !== 'selfie' || stepState.kind !== 'selfie') return {type: 'late'};
  return settle(graph, state, answerStep(step, stepState, answer, now));
}

/** What the engine's verdict on one selfie does; late if the step no longer waits for exactly that one. */
export function applyVerdictOnSelfie(
  graph: TemplateGraph,
  state: FlowState,
  input: {verificationId: string; verdict: SelfieVerdict},
  now: Date,
): FlowChange {
  if (!isOpen(state, now)) return {type: 'late'};
  const step = stepAt(graph, state.step);
  const {stepState} = state;
  if (step.kind !== 'selfie' || stepState.kind !== 'selfie') return {type: 'late'};
  if (stepState.phase !== 'processing' || stepState.verificationId !== input.verificationId) return {type: 'late'};
  return settle(graph, state, applySelfieVerdict(step, stepState, input.verdict));
}

/** What the judged checks of a number or address do; late if the step no longer waits for exactly that verification. */
export function applyVerdictOnContact(
  graph: TemplateGraph,
  state: FlowState,
  input: {verificationId: string; verdict: ContactVerdict},
  now: Date,
): FlowChange {
  if (!isOpen(state, now)) return {type: 'late'};
  const step = stepAt(graph, state.step);
  const {stepState} = state;
  if (!waitsFor(stepState, input.verificationId)) return {type: 'late'};
  if (step.kind === 'phone-number' && stepState.kind === 'phone-number') {
    return settle(graph, state, applyContactVerdict(step.kind, step, {state: stepState, verdict: input.verdict}));
  }
  if (step.kind === 'email-address' && stepState.kind === 'email-address') {
    return settle(graph, state, applyContactVerdict(step.kind, step, {state: stepState, verdict: input.verdict}));
  }
  return {type: 'late'};
}

/** What the engine's verdict on one verification does; late if the step no longer waits for exactly that one. */
export function applyDocumentVerdict(
  graph: TemplateGraph,
  state: FlowState,
  input: {verificationId: string; verdict: DocumentVerdict},
  now: Date,
): FlowChange {
  if (!isOpen(state, now)) return {type: 'late'};
  const step = stepAt(graph, state.step);
  const {stepState} = state;
  if (!waitsFor(stepState, input.verificationId)) return {type: 'late'};
  if (step.kind === 'document' && stepState.kind === 'document') {
    return settle(graph, state, applyVerdict(step, stepState, input.verdict));
  }
  if (step.kind === 'generic-document' && stepState.kind === 'generic-document') {
    return settle(graph, state, applyGenericVerdict(step, stepState, input.verdict));
  }
  return {type: 'late'};
}

/** What a source of records answered does; late if the inquiry does not stand in that step any more. */
export function applyVerdictOnDatabase(
  graph: TemplateGraph,
  state: FlowState,
  input: {step: string; verdict: DatabaseVerdict},
  now: Date,
): FlowChange {
  if (!isOpen(state, now) || state.step !== input.step) return {type: 'late'};
  const step = stepAt(graph, state.step);
  const {stepState} = state;
  if (step.kind !== 'database' || stepState.kind !== 'database') return {type: 'late'};
  return settle(graph, state, applyDatabaseVerdict(step, stepState, input.verdict));
}

/** What a service answered, or that it did not; late if the inquiry does not stand in that step any more. */
export function applyConnectorAnswer(
  graph: TemplateGraph,
  state: FlowState,
  input: {step: string; answered: boolean},
  now: Date,
): FlowChange {
  if (!isOpen(state, now) || state.step !== input.step) return {type: 'late'};
  const step = stepAt(graph, state.step);
  if (step.kind !== 'connector') return {type: 'late'};
  return settle(graph, state, goOn(step, input.answered));
}

/** Whether a step stands still until the engine has answered for exactly this verification. */
export function waitsFor(state: StepState, verificationId: string): boolean {
  return 'verificationId' in state && state.phase === 'processing' && state.verificationId === verificationId;
}

/** Whether a face is measured anywhere in this flow, which needs a consent of its own kind. */
export function isBiometric(graph: Pick<TemplateGraph, 'steps'>): boolean {
  return Object.values(graph.steps).some(({kind}) => kind === 'selfie');
}

/** Whether the person can still do something here. */
export function isOpen(state: Pick<FlowState, 'status' | 'expiresAt'>, now: Date): boolean {
  return isOpenStatus(state.status) && !isOverdue(state, now);
}

/** Whether an open inquiry's time is up, though the clock job has not marked it yet. */
export function isOverdue(state: Pick<FlowState, 'status' | 'expiresAt'>, now: Date): boolean {
  return isOpenStatus(state.status) && state.expiresAt !== null && state.expiresAt.getTime() <= now.getTime();
}

/** The step of a name. A graph that names a step it does not have was refused when it was saved, so this is a defect. */
export function stepAt(graph: TemplateGraph, name: string): Step {
  const step = graph.steps[name];
  if (!step) throw new Error(`The template has no step "${name}".`);
  return step;
}

/** A step as it is on arrival; `problems` are what the step before has to say. */
export function enter(step: Step, problems: ProblemCode[]): StepState {
  switch (step.kind) {
    case 'consent':
      return consentRule.enter(step, problems);
    case 'document':
      return documentRule.enter(step, problems);
    case 'generic-document':
      return genericDocumentRule.enter(step, problems);
    case 'selfie':
      return selfieRule.enter(step, problems);
    case 'screen':
      return screenRule.enter(step, problems);
    case 'database':
      return databaseRule.enter(step, problems);
    case 'connector':
      return connectorRule.enter(step, problems);
    case 'phone-number':
      return phoneNumberRule.enter(step, problems);
    case 'email-address':
      return emailAddressRule.enter(step, problems);
    case 'branching':
    case 'action':
      return {kind: step.kind, problems};
    case 'success':
      return successRule.enter(step, problems);
    case 'failed':
      return failedRule.enter(step, problems);
  }
}

/** Turns what the step's rule said into the inquiry's next state, with the effects of arriving there. */
function settle<K extends StepKind>(graph: TemplateGraph, state: FlowState, outcome: StepOutcome<K>): FlowChange {
  switch (outcome.type) {
    case 'late':
    case 'refused':
      return outcome;
    case 'stay':
    case 'go':
    case 'finish': {
      const effects = outcome.effects.filter(({type}) => type !== 'started' || state.status === 'created');
      if (outcome.type === 'stay') return {type: 'changed', step: state.step, stepState: outcome.state, effects};
      const to = outcome.type === 'go' ? outcome.to : successStepOf(graph);
      return arrive(graph, state, {to, problems: outcome.problems, effects});
    }
  }
}

function arrive(
  graph: TemplateGraph,
  state: FlowState,
  way: {to: string; problems: ProblemCode[]; effects: FlowEffect[]},
): FlowChange {
  const step = stepAt(graph, way.to);
  const effects: FlowEffect[] = [...way.effects, {type: 'transitioned', from: state.step, to: way.to}];
  effects.push(...arrivalEffects(step));
  return {type: 'changed', step: way.to, stepState: enter(step, way.problems), effects};
}

/** What entering a step begins. */
export function arrivalEffects(step: Step): FlowEffect[] {
  switch (step.kind) {
    case 'success':
      return [{type: 'completed'}];
    case 'failed':
      return [{type: 'failed'}];
    case 'database':
      return [{type: 'verify-database'}];
    case 'connector':
      return [{type: 'call-connector', timeoutSeconds: step.timeoutSeconds}];
    default:
      return [];
  }
}

/** The graph's success step: the one on the main path, else the first. */
export function successStepOf(graph: TemplateGraph): string {
  const onPath = mainPath(graph).at(-1);
  if (onPath !== undefined && graph.steps[onPath]?.kind === 'success') return onPath;
  const any = Object.entries(graph.steps).find(([, step]) => step.kind === 'success');
  if (!any) throw new Error('The template has no success step.');
  return any[0];
}

/**
 * The steps in the order a person without trouble meets them, the last one included; where ways part, the longest one, so that
 * nobody has more before them than they were told.
 */
export function mainPath(graph: TemplateGraph): string[] {
  const known = new Map<string, string[]>();
  const from = (name: string): string[] => {
    const step = Object.hasOwn(graph.steps, name) ? graph.steps[name] : undefined;
    // a step met again on its own way adds nothing
    if (!step || known.has(name)) return known.get(name) ?? [];
    known.set(name, []);
    const rest = onwardTargets(step).map(from);
    const longest = rest.reduce<string[]>(
      (best, one) => (waits(graph, one) > waits(graph, best) ? one : best),
      rest[0] ?? [],
    );
    known.set(name, [name, ...longest]);
    return [name, ...longest];
  };
  return from(graph.start);
}

/** How many of these steps a person stands in. */
function waits(graph: TemplateGraph, names: readonly string[]): number {
  return names.filter((name) => !isAutomatic(stepAt(graph, name))).length;
}
