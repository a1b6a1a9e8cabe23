/** Runs every check of the registry over one reading, with the template's requirements and thresholds. */
import type {Check} from '../../protocol/check.ts';
import type {SelfieConfig} from '../../protocol/selfie.ts';
import {requirementOf, type SelfieCheckRule} from './checks/check-rule.ts';
import {selfieChecks} from './checks/registry.ts';
import type {SelfieReading} from './reading.ts';

export function runSelfieChecks(reading: SelfieReading): Check[] {
  return selfieChecks.map((rule) => runCheck(rule, reading));
}

/** What can be said without the nets: nothing, and why. */
export function withoutNets(config: SelfieConfig): Check[] {
  return selfieChecks.map((rule) => ({
    name: rule.name,
    status: 'not_applicable',
    requirement: requirementOf(rule, config),
    reasons: ['provider_not_configured'],
    metadata: {},
  }));
}

function runCheck(rule: SelfieCheckRule, reading: SelfieReading): Check {
  const own = typeof rule.threshold === 'function' ? rule.threshold(reading.net) : rule.threshold;
  const threshold = own === undefined ? undefined : (reading.config.thresholds?.[rule.name] ?? own);
  const {status, reasons, value, regions, detail} = rule.run(reading, threshold ?? 0);
  return {
    name: rule.name,
    status,
    requirement: requirementOf(rule, reading.config),
    reasons,
    metadata: {
      ...detail,
      ...(value !== undefined && {value}),
      ...(threshold !== undefined && {threshold}),
      ...(regions && {regions}),
    },
  };
}
