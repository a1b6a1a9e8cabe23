/** One row of the table of checks: its name, what it demands by default, and the pure function that runs it. */
import type {CheckRequirement, MeasurementUnit} from '../../../protocol/check.ts';
import type {CheckOutcome} from '../../check-outcome.ts';
import type {SubmissionReading} from '../reading.ts';

/** `R` is what is judged: a reading of an identity document unless another kind says otherwise. */
export interface CheckRule<R = SubmissionReading> {
  name: string;
  /** Unless the template says otherwise. */
  requirement: CheckRequirement;
  /** Unless the template says otherwise; absent where nothing is measured against a number. */
  threshold?: number;
  /** In what its value and its threshold are counted; absent where nothing is measured. */
  unit?: MeasurementUnit;
  /** Every reason it can give. */
  reasons: readonly string[];
  run(reading: R, threshold: number): CheckOutcome;
}

export {failed, judged, notApplicable, passed} from '../../check-outcome.ts';
export type {CheckOutcome} from '../../check-outcome.ts';
