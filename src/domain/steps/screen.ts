/**
 * A screen of components: the person fills it in and goes on, or presses a button that leads elsewhere.
 *
 * Requirements
 * 1. The rules are those the frame has (`protocol/answer.ts`); whatever it let through is checked again here.
 * 2. An answer that is not named stays what the field holds; what is hidden by its condition is neither asked for nor written.
 * 3. A field that may be written once and has a value is never written again.
 * 4. Either every answer is taken, or none is and each that was wrong is named.
 */
import {cleanAnswer, problemsWith} from '../../protocol/answer.ts';
import type {AnswerProblem} from '../../protocol/answer.ts';
import {addressFormatOf} from '../../protocol/address-formats.ts';
import {matchesPattern} from '../../protocol/pattern.ts';
import {fieldsOf, isInput} from '../../protocol/input.ts';
import type {Component, InputComponent} from '../../protocol/component.ts';
import type {SubmitStep} from '../../protocol/flow.ts';
import {visible} from '../../protocol/screen.ts';
import type {ScreenStep} from '../../protocol/template.ts';
import {toE164} from '../phone-number.ts';
import {escapePointer, writeFields} from '../template.ts';
import type {TypedFields} from '../template.ts';
import {showComponents} from './show-components.ts';
import {refuse} from './step.ts';
import type {FlowEvidence, Refusal, StepOutcome, StepRule, SubmitGround} from './step.ts';

type Fill = Extract<SubmitStep, {action: 'fill'}>;
type Values = Record<string, unknown>;

export const screenRule: StepRule<'screen'> = {
  enter: () => ({kind: 'screen'}),

  submit(step, _state, submit, ground) {
    // the step before, sent by a second tab or sent again
    if (submit.action === 'accept') return {type: 'late'};
    if (submit.action !== 'fill') return refuse('bad_request', '/action', 'This step takes only the action "fill".');
    return submit.button === undefined ? fill(step, submit, ground) : press(step, submit.button);
  },

  screen: (step, _state, view) => ({kind: 'form', components: showComponents(step.components, view)}),
};

function press(step: ScreenStep, index: number): StepOutcome<'screen'> {
  const button = step.components[index];
  if (button?.kind !== 'button' || button.next === undefined)
    return refuse('bad_request', '/button', 'Expected the place of a button that leads to a step.');
  return {type: 'go', to: button.next, problems: [], effects: [{type: 'started'}]};
}

function fill(step: ScreenStep, {values}: Fill, ground: SubmitGround): StepOutcome<'screen'> {
  const inputs = step.components.filter((component) => isInput(component));
  const known = new Set(inputs.flatMap((input) => fieldsOf(input)));
  const stray = Object.keys(values).find((key) => !known.has(key));
  if (stray !== undefined)
    return refuse('bad_request', `/values/${escapePointer(stray)}`, 'This screen asks for no such field.');

  const given = cleanValues(inputs, values);
  const stored = (key: string): unknown => ground.fields[key]?.value ?? null;
  const answered = visible(step.components, keysOf, (key) => (Object.hasOwn(given, key) ? given[key] : stored(key)));
  const asked = answered.components.filter((component) => isInput(component));
  const taken: Values = {};
  const problems = asked.flatMap((input) => take(input, {given, taken, read: answered.read, stored, ground}));
  if (problems.length > 0) return {type: 'refused', refusal: refusalOf(problems)};

  const written = write(taken, inputs, ground);
  if ('refusal' in written) return {type: 'refused', refusal: written.refusal};
  return {
    type: 'go',
    to: step.next,
    problems: [],
    effects: [{type: 'started'}, {type: 'filled', fields: written.fields}],
  };
}

export function keysOf(component: Component): string[] {
  return isInput(component) ? fieldsOf(component) : [];
}

function cleanValues(inputs: readonly InputComponent[], values: Values): Values {
  return Object.fromEntries(
    inputs.flatMap((input) =>
      fieldsOf(input)
        .filter((key) => Object.hasOwn(values, key))
        .map((key) => [key, cleanAnswer(input, values[key])]),
    ),
  );
}

interface Answering {
  /** What came, clean. */
  given: Values;
  /** What will be written. */
  taken: Values;
  read: (key: string) => unknown;
  stored: (key: string) => unknown;
  ground: SubmitGround;
}

/** Checks one input's answer and, where it is right, takes it. */
function take(input: InputComponent, answering: Answering): AnswerProblem[] {
  const {given, taken, read, stored, ground} = answering;
  const keys = fieldsOf(input).filter((key) => Object.hasOwn(given, key));
  if (isLocked(input, ground.fields)) {
    const changed = keys.filter((key) => JSON.stringify(given[key]) !== JSON.stringify(stored(key)));
    return changed.map((field) => ({field, code: 'locked'}));
  }
  // what is stored and was left as it is was checked when it was written
  if (keys.length === 0 && fieldsOf(input).some((key) => read(key) !== null)) return [];
  const problems = problemsWith(input, read, {now: ground.now, addressFormat: addressFormatOf, matchesPattern});
  if (problems.length > 0) return problems;
  for (const key of keys) {
    const answer = settle(input, given[key], ground);
    if (answer === undefined) return [{field: key, code: input.kind === 'file' ? 'file' : 'phone'}];
    taken[key] = answer;
  }
  return [];
}

/** Whether an input's field has its only value. */
export function isLocked(input: InputComponent, fields: TypedFields): boolean {
  return input.writeOnce === true && fieldsOf(input).some((key) => (fields[key]?.value ?? null) !== null);
}

/** The answer as it is stored: what only the server can tell. Undefined where it finds it wrong. */
function settle(input: InputComponent, answer: unknown, ground: SubmitGround): unknown {
  if (typeof answer !== 'string') return answer;
  if (input.kind === 'phone') return toE164(answer, input.countries);
  if (input.kind !== 'file') return answer;
  const evidence = ground.evidence.get(answer);
  return evidence && fileOf(evidence, input, ground.stepName);
}

function fileOf(
  {file, state, step}: FlowEvidence,
  {accept}: Extract<InputComponent, {kind: 'file'}>,
  stepName: string,
): Values | undefined {
  if (!file || state !== 'ready' || step !== stepName) return undefined;
  const kind = file.contentType === 'application/pdf' ? 'pdf' : 'image';
  if (accept && !accept.includes(kind)) return undefined;
  return {'file-id': file.id, 'mime-type': file.contentType, 'byte-size': file.size};
}

function write(
  taken: Values,
  inputs: readonly InputComponent[],
  {fields, schemas}: SubmitGround,
): {fields: TypedFields} | {refusal: Refusal} {
  const isFile = new Set(inputs.filter(({kind}) => kind === 'file').map(({field}) => field));
  const files = Object.entries(taken).filter(([key]) => isFile.has(key));
  const plain = Object.fromEntries(Object.entries(taken).filter(([key]) => !isFile.has(key)));
  const result = writeFields(schemas, fields, plain);
  if (!result.ok) return {refusal: refusalOf(result.problems.map(({key}) => ({field: key, code: 'invalid'})))};
  return {
    fields: {
      ...Object.fromEntries(
        Object.keys(plain).flatMap((key) => (result.fields[key] ? [[key, result.fields[key]]] : [])),
      ),
      ...Object.fromEntries(files.map(([key, value]) => [key, {type: 'file', value}])),
    },
  };
}

function refusalOf(problems: readonly AnswerProblem[]): Refusal {
  const answers = problems.map(({field, code, limit}) => ({
    pointer: `/values/${escapePointer(field)}`,
    code,
    ...(limit !== undefined && {limit}),
  }));
  return {
    code: 'invalid_field',
    pointer: answers[0]?.pointer ?? '/values',
    details: answers.length === 1 ? 'One answer does not fit.' : `${answers.length} answers do not fit.`,
    answers,
  };
}
