/** What came of holding one source against the print. */
import type {ImageRegion} from '../../../protocol/check.ts';
import type {GovernmentIdFieldName} from '../../../protocol/government-id.ts';
import type {FoundValue} from './find-values.ts';

export interface VisualComparison extends Omit<FoundValue, 'region'> {
  /** The label beside it is read, and what it labels is plainly something else; or another number stands where it should. */
  conflicts: boolean;
  region?: ImageRegion;
}

export type VisualComparisons = Partial<Record<GovernmentIdFieldName, VisualComparison>>;
