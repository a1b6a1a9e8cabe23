/** What every check of a database verification stands on: the comparisons with the record that fits best, or why there are none. */
import type {
  Comparison,
  ComparedThing,
  DatabaseCheckName,
  DatabaseConfig,
  PersonRecord,
  RecordAnswer,
} from '../../protocol/database.ts';
import {failed, notApplicable, passed} from '../check-outcome.ts';
import type {CheckOutcome} from '../check-outcome.ts';
import type {Comparisons} from './compare-record.ts';

export interface DatabaseInput {
  given: PersonRecord;
  answer: RecordAnswer;
  config: DatabaseConfig;
  /** Whether the values come from an inquiry, and whether its document says the same as them; absent where nothing was read. */
  inquiry?: {agrees: boolean} | undefined;
}

/** The comparisons with the record that fits best. */
export interface BestRecord {
  comparisons: Comparisons;
  /** -1 (another person) to 1 (the same in everything). */
  fit: number;
  deceased: 'yes' | 'no' | 'unknown';
}

export interface RuleInput extends DatabaseInput {
  /** Absent where no record may be the person's. */
  best?: BestRecord;
}

export interface DatabaseRule {
  name: DatabaseCheckName;
  requirement: 'required' | 'not_required';
  /** The least score that passes. */
  threshold?: number;
  /** Every reason it can give. */
  reasons: readonly string[];
  run(input: RuleInput): CheckOutcome;
}

/** What the template says, else what the rule does. */
export function thresholdOf(rule: DatabaseRule, {config}: RuleInput): number | undefined {
  return config.thresholds?.[rule.name] ?? rule.threshold;
}

/** A check of one thing: close counts where its score reaches the threshold. */
export function judgeThing(input: RuleInput, thing: ComparedThing, threshold: number): CheckOutcome {
  const trouble = troubleWith(input);
  if (trouble) return trouble;
  if (!isGiven(input.given, thing)) return notApplicable(`no_${thing.replaceAll('-', '_')}`);
  const comparison = input.best?.comparisons[thing];
  if (!comparison) return failed('no_record');
  if (comparison.result === 'missing') return notApplicable('not_in_record');
  return outcomeOf(comparison, threshold);
}

function outcomeOf({result, score = 0, by}: Comparison, threshold: number): CheckOutcome {
  const more = {value: score, detail: {'match-result': result, ...(by !== undefined && {'matched-by': by})}};
  return result !== 'mismatch' && score >= threshold ? passed(more) : failed('insufficient_match', more);
}

/** Why nothing can be said at all. */
export function troubleWith({answer}: RuleInput): CheckOutcome | undefined {
  return answer.type === 'records' ? undefined : notApplicable(answer.type);
}

export function isGiven(given: PersonRecord, thing: ComparedThing): boolean {
  switch (thing) {
    case 'name':
      return Boolean(given['name-last']);
    case 'address':
      return Boolean(given['address-street-1']);
    default:
      return Boolean(given[thing]);
  }
}
