/**
 * Whether two faces are one person's, by the policy of the platform:
 *
 * - at `match` or above: the same person;
 * - from `stepUp` up to there: a closer look by more frames and by dlib's net beside the first, and a person where that is not enough;
 * - below: not the same person;
 * - never by a machine alone where one of them is, or seems, younger than 16: the nets confuse children (docs/models/).
 */
import type {Comparison} from './reading.ts';

export const leastAge = 16;

/** dlib's distance counts this much beside the cosine, and what the two together must reach (docs/models/fr_feature.md). */
export const fusion = {distanceWeight: 0.8, match: 0} as const;

/** `distance` is dlib's, 0 for the same picture. */
export function fusedScore(cosine: number, distance: number): number {
  return cosine - fusion.distanceWeight * distance;
}

export type MatchVerdict = 'match' | 'no_match' | 'inconclusive' | 'under_16';

export function judgeMatch(
  {score, stepUp}: Comparison,
  thresholds: {match: number; stepUp: number},
  /** Years; of the document and of the estimate, as far as known. */
  ages: readonly (number | undefined)[],
): MatchVerdict {
  const strongest = Math.max(score, stepUp?.score ?? -1);
  if (strongest < thresholds.stepUp) return 'no_match';
  const convincing = strongest >= thresholds.match || (stepUp !== undefined && stepUp.fused >= fusion.match);
  if (!convincing) return 'inconclusive';
  return ages.some((age) => age !== undefined && age < leastAge) ? 'under_16' : 'match';
}

/** Whether the closer look is worth its time. */
export function needsStepUp(score: number, thresholds: {match: number; stepUp: number}): boolean {
  return score >= thresholds.stepUp && score < thresholds.match;
}

/** Full years from one ISO 8601 date to another. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
