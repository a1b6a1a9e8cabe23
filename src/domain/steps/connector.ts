/** Asking a service of the operator's: nothing is asked of the person, who waits a moment. */
import type {StepOf, StepOutcome, StepRule} from './step.ts';

export const connectorRule: StepRule<'connector'> = {
  enter: (_step, problems) => ({kind: 'connector', phase: 'processing', problems}),
  submit: () => ({type: 'late'}),
  screen: (_step, _state, view) => ({kind: 'processing', subject: 'details', words: [...view.words]}),
};

export function goOn(step: StepOf<'connector'>, answered: boolean): StepOutcome<'connector'> {
  return {type: 'go', to: answered ? step.next : step.failed, problems: [], effects: []};
}
