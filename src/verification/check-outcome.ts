/** What one check says, before the template's requirement and threshold are put to it. */
import type {CheckStatus, ImageRegion} from '../protocol/check.ts';

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

export function notApplicable(reasons: string | string[], more: More = {}): CheckOutcome {
  return {status: 'not_applicable', reasons: [reasons].flat(), ...more};
}

/** Passed where no reason speaks against it. */
export function judged(reasons: string[], more: More = {}): CheckOutcome {
  return reasons.length === 0 ? passed(more) : failed(reasons, more);
}
