/** Runs every check of the registry over one reading, with the template's requirements and thresholds. */
import type {Check, CheckRequirement} from '../../protocol/check.ts';
import type {CheckRule} from './checks/check-rule.ts';
import {governmentIdChecks} from './checks/registry.ts';
import type {SubmissionReading} from './reading.ts';

export function runChecks(reading: SubmissionReading): Check[] {
  return runRules(governmentIdChecks, reading);
}

interface Judged {
  config: {
    requirements?: Record<string, CheckRequirement> | undefined;
    thresholds?: Record<string, number> | undefined;
  };
}

/** Any kind's rules over a reading of that kind. */
export function runRules<R extends Judged>(rules: readonly CheckRule<R>[], reading: R): Check[] {
  return rules.map((rule) => runCheck(rule, reading));
}

function runCheck<R extends Judged>(rule: CheckRule<R>, reading: R): Check {
  const {requirements, thresholds} = reading.config;
  const threshold = rule.threshold === undefined ? undefined : (thresholds?.[rule.name] ?? rule.threshold);
  const {status, reasons, value, regions, detail} = rule.run(reading, threshold ?? 0);
  return {
    name: rule.name,
    status,
    requirement: requirements?.[rule.name] ?? rule.requirement,
    reasons,
    metadata: {
      ...detail,
      ...(value !== undefined && {value}),
      ...(threshold !== undefined && {threshold}),
      ...(value !== undefined && rule.unit && {unit: rule.unit}),
      ...(regions && {regions}),
    },
  };
}
