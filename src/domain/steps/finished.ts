/** The two last steps. Nothing can be submitted to them; a submit that arrives is late, not wrong. */
import type {StepRule} from './step.ts';

export const successRule: StepRule<'success'> = {
  enter: (_step, problems) => ({kind: 'success', problems}),
  submit: () => ({type: 'late'}),
  screen: (_step, _state, view) => ({kind: 'success', review: view.review}),
};

export const failedRule: StepRule<'failed'> = {
  enter: (_step, problems) => ({kind: 'failed', problems}),
  submit: () => ({type: 'late'}),
  screen: (_step, state, view) => ({kind: 'failed', problems: state.problems, canRestart: view.canRestart}),
};
