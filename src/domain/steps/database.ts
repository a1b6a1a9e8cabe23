/** Looking somebody up in records: nothing is asked of the person, who waits a moment. What was typed stands in the fields. */
import type {ProblemCode} from '../../protocol/position.ts';
import type {StateOf, StepOf, StepOutcome, StepRule} from './step.ts';

/** `unavailable`: the source could not be asked; the checks say so, and a person decides. */
export type DatabaseVerdict = 'passed' | 'failed' | 'unavailable';

export const databaseRule: StepRule<'database'> = {
  enter: () => ({kind: 'database', phase: 'processing', problems: []}),
  submit: () => ({type: 'late'}),
  screen: (_step, _state, view) => ({kind: 'processing', subject: 'details', words: [...view.words]}),
};

export function applyDatabaseVerdict(
  step: StepOf<'database'>,
  _state: StateOf<'database'>,
  verdict: DatabaseVerdict,
): StepOutcome<'database'> {
  const problems: ProblemCode[] = verdict === 'failed' ? ['details_not_confirmed'] : [];
  return {type: 'go', to: verdict === 'failed' ? step.failed : step.next, problems, effects: []};
}
