/** One row of the table of checks of a selfie: its name, what it demands by default, and the pure function that runs it. */
import type {CheckRequirement} from '../../../protocol/check.ts';
import type {SelfieConfig} from '../../../protocol/selfie.ts';
import type {CheckOutcome} from '../../check-outcome.ts';
import type {ComparingNet, SelfieReading} from '../reading.ts';

export {failed, judged, notApplicable, passed} from '../../check-outcome.ts';

export interface SelfieCheckRule {
  name: string;
  /** Unless the template says otherwise. */
  requirement: CheckRequirement;
  /** Unless the template says otherwise; of the comparing net where a score means something else for each. */
  threshold?: number | ((net: ComparingNet) => number);
  /** Every reason it can give. */
  reasons: readonly string[];
  run(reading: SelfieReading, threshold: number): CheckOutcome;
}

export function requirementOf(
  rule: Pick<SelfieCheckRule, 'name' | 'requirement'>,
  config: SelfieConfig,
): CheckRequirement {
  return config.requirements?.[rule.name] ?? rule.requirement;
}
