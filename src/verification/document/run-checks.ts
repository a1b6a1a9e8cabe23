/** Runs every check of the registry over one reading, with the template's requirements and thresholds. */
import type {Check} from '../../protocol/check.ts';
import type {CheckRule} from './checks/check-rule.ts';
import {governmentIdChecks} from './checks/registry.ts';
import type {SubmissionReading} from './reading.ts';

export function runChecks(reading: SubmissionReading): Check[] {
  return governmentIdChecks.map((rule) => runCheck(rule, reading));
}

function runCheck(rule: CheckRule, reading: SubmissionReading): Check {
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
      ...(regions && {regions}),
    },
  };
}
