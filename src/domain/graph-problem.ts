/** What can be wrong with a template as a whole (`check-graph.ts`). */
import type {StepKind, TemplateGraph} from '../protocol/template.ts';
import type {ComponentProblem} from './components.ts';

export interface GraphProblem {
  code:
    | 'unknown_step'
    | 'unreachable_step'
    | 'no_exit'
    | 'no_choices'
    | 'no_consent'
    | 'automatic_start'
    | 'endless_loop'
    | 'missing_field'
    | 'unfit_value'
    | 'unknown_fact'
    | 'unknown_check'
    | 'after_decision'
    | ComponentProblem['code'];
  /** JSON pointer into the graph. */
  pointer: string;
  details: string;
}

export type CheckedGraph = Pick<TemplateGraph, 'start' | 'steps' | 'fields' | 'languages'>;

/** What the rest of the product knows: names of the checks that a kind of step makes; undefined = it makes none. */
export interface Knowledge {
  checksOf(kind: StepKind): readonly string[] | undefined;
}
