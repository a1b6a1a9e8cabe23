/**
 * Whether the person is on a list of the organization. The engine sees one submission and cannot know: `commands/` looks the lists up,
 * and `withListMatches` says what follows.
 */
import type {Check} from '../../../protocol/check.ts';
import {failed, notApplicable, passed, type CheckOutcome, type CheckRule} from './check-rule.ts';

export interface ListMatch {
  kind: string;
  listId: string;
  itemId: string;
}

export const listMatch: CheckRule = {
  name: 'id_list_match_detection',
  requirement: 'not_required',
  /** Items that may match. */
  threshold: 0,
  unit: 'count',
  reasons: ['on_a_list', 'no_lists', 'not_compared'],
  run: () => notApplicable('not_compared'),
};

/** The checks with what the lookup found; undefined where there are no lists. */
export function withListMatches(checks: readonly Check[], matches: readonly ListMatch[] | undefined): Check[] {
  return checks.map((check) => {
    if (check.name !== listMatch.name) return check;
    const {status, reasons, value, detail} = outcome(matches, check.metadata.threshold ?? 0);
    const metadata = {...check.metadata, ...detail, ...(value !== undefined && {value, unit: listMatch.unit})};
    return {...check, status, reasons, metadata};
  });
}

function outcome(matches: readonly ListMatch[] | undefined, threshold: number): CheckOutcome {
  if (!matches) return notApplicable('no_lists');
  const detail = {
    'list-ids': [...new Set(matches.map(({listId}) => listId))],
    'list-item-ids': matches.map(({itemId}) => itemId),
  };
  const more = {value: matches.length, ...(matches.length > 0 && {detail})};
  return matches.length <= threshold ? passed(more) : failed('on_a_list', more);
}
