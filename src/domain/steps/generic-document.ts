/**
 * A document that proves an address or the like: files or photographed pages -> processing -> the next step, another attempt, or an end.
 * It has no sides and nothing to choose; the end follows the rule of the identity document (`document.ts`).
 */
import type {SubmitStep} from '../../protocol/flow.ts';
import type {DocumentProblem} from './document-problems.ts';
import type {DocumentVerdict} from './document-verdict.ts';
import {refuse} from './step.ts';
import type {FlowEvidence, StateOf, StepOf, StepOutcome, StepRule, SubmitGround} from './step.ts';

type GenericState = StateOf<'generic-document'>;
type GenericStep = StepOf<'generic-document'>;
type Outcome = StepOutcome<'generic-document'>;

export const genericDocumentRule: StepRule<'generic-document'> = {
  enter: () => ({kind: 'generic-document', phase: 'collecting', attempt: 1, received: [], problems: []}),

  submit(step, state, submit, ground) {
    if (state.phase === 'processing' || submit.action === 'accept') return {type: 'late'};
    if (submit.action !== 'submit')
      return refuse('bad_request', '/action', 'This step takes only the action "submit".');
    return takeFiles(step, state, submit, ground);
  },

  screen(step, state, view) {
    if (state.phase === 'processing') return {kind: 'processing', subject: 'document', words: [...view.words]};
    const {types, maximumAgeDays} = step.config;
    return {
      kind: 'generic-document',
      ...(types && {types}),
      ...(maximumAgeDays !== undefined && {maximumAgeDays}),
      mostFiles: step.mostFiles,
      attempt: state.attempt,
      attemptsLeft: Math.max(0, step.attempts - state.attempt),
      problems: state.problems,
      upload: step.upload,
    };
  },
};

/** What the engine's verdict does to the step that waited for it. */
export function applyGenericVerdict(step: GenericStep, state: GenericState, verdict: DocumentVerdict): Outcome {
  switch (verdict.type) {
    case 'passed':
      return {type: 'go', to: step.next, problems: [], effects: []};
    case 'missing_side':
    case 'unsure':
      // its pages are no sides and it is of no such kind; whoever says so read it as something that it is not
      return failedAttempt(step, state, [{code: 'unreadable', weight: 'capture'}]);
    case 'failed':
      return failedAttempt(step, state, verdict.problems);
    case 'unavailable':
      return {type: 'stay', state: collectAgain(state, state.attempt, ['engine_unavailable']), effects: []};
  }
}

function takeFiles(
  step: GenericStep,
  state: GenericState,
  {evidence}: Extract<SubmitStep, {action: 'submit'}>,
  ground: SubmitGround,
): Outcome {
  if (evidence.length > step.mostFiles)
    return refuse('bad_request', '/evidence', `Expected at most ${step.mostFiles} files.`);
  if (new Set(evidence.map(({id}) => id)).size < evidence.length)
    return refuse('bad_request', '/evidence', 'Expected each file once.');
  for (const [index, {id, side}] of evidence.entries()) {
    const trouble = side === 'page' ? troubleWith(ground.evidence.get(id), step, ground.stepName) : 'Expected a page.';
    if (trouble !== undefined) return refuse('invalid_field', `/evidence/${index}`, trouble);
  }
  const verificationId = ground.newVerificationId;
  return {
    type: 'stay',
    state: {...state, phase: 'processing', received: evidence, problems: [], verificationId},
    effects: [{type: 'started'}, {type: 'verify', kind: 'document', verificationId, attempt: state.attempt, evidence}],
  };
}

function troubleWith(evidence: FlowEvidence | undefined, step: GenericStep, stepName: string): string | undefined {
  if (!evidence || evidence.step !== stepName) return 'No such file in this step.';
  if (evidence.state !== 'ready') return 'The file has not arrived completely.';
  if (evidence.side !== 'page') return `The file was sent as the ${evidence.side} side.`;
  if (evidence.capture === 'upload' && !step.upload) return 'This step takes pictures from the camera only.';
  return undefined;
}

function failedAttempt(step: GenericStep, state: GenericState, problems: DocumentProblem[]): Outcome {
  const codes = problems.map(({code}) => code);
  const aboutPerson = problems.length > 0 && problems.every(({weight}) => weight === 'person');
  if (aboutPerson) return {type: 'finish', problems: codes, effects: []};
  if (state.attempt < step.attempts) {
    return {type: 'stay', state: collectAgain(state, state.attempt + 1, codes), effects: []};
  }
  if (problems.some(({weight}) => weight !== 'capture')) return {type: 'finish', problems: codes, effects: []};
  return {type: 'go', to: step.failed, problems: codes, effects: []};
}

function collectAgain(
  {verificationId: _spent, ...kept}: GenericState,
  attempt: number,
  problems: GenericState['problems'],
): GenericState {
  return {...kept, phase: 'collecting', attempt, received: [], problems};
}
