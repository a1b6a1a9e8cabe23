/** One row of the table of checks: its name, what it demands by default, and the pure function that runs it. */
import type {CheckRequirement, CheckStatus, ImageRegion} from '../../../protocol/check.ts';
import type {SubmissionReading} from '../reading.ts';

/** `R` is what is judged: a reading of an identity document unless another kind says otherwise. */
export interface CheckRule<R = SubmissionReading> {
  name: string;
  /** Unless the template says otherwise. */
  requirement: CheckRequirement;
  /** Unless the template says otherwise; absent where nothing is measured against a number. */
  threshold?: number;
  /** Every reason it can give. */
  reasons: readonly string[];
  run(reading: R, threshold: number): CheckOutcome;
}

export interface CheckOutcome {
  status: CheckStatus;
  reasons: string[];
  /** What was measured, on the scale of the threshold. */
  value?: number;
  regions?: ImageRegion[];
  /** More for a reviewer, by kebab-case name; never a person's data. */
  detail?: Record<string, string | number | boolean | string[]>;
}

type More = Omit<CheckOutcome, 'status' | 'reasons'>;

export function passed(more: More = {}): CheckOutcome {
  return {status: 'passed', reasons: [], ...more};
}

export function failed(reasons: string | string[], more: More = {}): CheckOutcome {
  return {status: 'failed', reasons: [reasons].flat(), ...more};
}

export function notApplicable(reason: string, more: More = {}): CheckOutcome {
  return {status: 'not_applicable', reasons: [reason], ...more};
}

/** Passed where no reason speaks against it. */
export function judged(reasons: string[], more: More = {}): CheckOutcome {
  return reasons.length === 0 ? passed(more) : failed(reasons, more);
}
