/** From what a source of records answered to the checks of a database verification. Pure. */
import type {Check} from '../../protocol/check.ts';
import type {PersonRecord} from '../../protocol/database.ts';
import {compareRecord, fitOf} from './compare-record.ts';
import {databaseChecks} from './registry.ts';
import {thresholdOf} from './rule.ts';
import type {BestRecord, DatabaseInput} from './rule.ts';

export function judgeDatabase(given: DatabaseInput): Check[] {
  const best = bestRecord(given);
  const input = {...given, ...(best && {best})};
  return databaseChecks.map((rule): Check => {
    const {status, reasons, value, detail} = rule.run(input);
    const threshold = thresholdOf(rule, input);
    return {
      name: rule.name,
      status,
      requirement: input.config.requirements?.[rule.name] ?? rule.requirement,
      reasons,
      metadata: {
        ...(value !== undefined && {value}),
        ...(threshold !== undefined && {threshold}),
        source: input.config.source,
        ...(input.answer.type === 'records' && {'data-set-version': input.answer.version}),
        ...detail,
      },
    };
  });
}

/** Below this a record is of somebody else who shares a birthday or a surname. */
const leastFit = 0.2;

function bestRecord({given, answer}: DatabaseInput): BestRecord | undefined {
  if (answer.type !== 'records') return undefined;
  let best: BestRecord | undefined;
  for (const record of answer.records) {
    const comparisons = compareRecord(given, record);
    const fit = fitOf(comparisons);
    if (fit >= leastFit && fit > (best?.fit ?? -1)) best = {comparisons, fit, deceased: deceasedOf(record)};
  }
  return best;
}

function deceasedOf({deceased}: PersonRecord): 'yes' | 'no' | 'unknown' {
  if (deceased === undefined || deceased === '') return 'unknown';
  return /^(yes|y|true|1)$/i.test(deceased) ? 'yes' : 'no';
}
