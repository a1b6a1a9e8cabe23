/** Runs every check of the registry over one reading, with the template's requirements and thresholds. */
import type {Check} from '../../protocol/check.ts';
import type {SelfieConfig} from '../../protocol/selfie.ts';
import {judgeLiveness, livenessCheckName} from '../liveness/judge-session.ts';
import {requirementOf, type SelfieCheckRule} from './checks/check-rule.ts';
import {selfieChecks} from './checks/registry.ts';
import type {SelfieReading} from './reading.ts';

export function runSelfieChecks(reading: SelfieReading): Check[] {
  const {record, frames, config} = reading;
  return [
    ...selfieChecks.map((rule) => runCheck(rule, reading)),
    judgeLiveness(record, frames, {requirement: livenessRequirement(config)}),
  ];
}

/** The template's word on the step is also its word on the check, unless it says otherwise by name. */
function livenessRequirement({liveness, requirements}: SelfieConfig): Check['requirement'] {
  return requirements?.[livenessCheckName] ?? liveness;
}

/** What can be said without the nets: nothing, and why. */
export function withoutNets(config: SelfieConfig): Check[] {
  const silent = (name: string, requirement: Check['requirement']): Check => ({
    name,
    status: 'not_applicable',
    requirement,
    reasons: ['provider_not_configured'],
    metadata: {},
  });
  return [
    ...selfieChecks.map((rule) => silent(rule.name, requirementOf(rule, config))),
    silent(livenessCheckName, livenessRequirement(config)),
  ];
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
