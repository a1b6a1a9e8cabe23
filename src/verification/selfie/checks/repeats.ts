/**
 * Whether the face came before in another account. The engine sees one selfie and cannot know: `commands/` looks through the kept
 * faces, and `withFaceRepeats` says what follows.
 */
import type {Check} from '../../../protocol/check.ts';
import {notApplicable, type SelfieCheckRule} from './check-rule.ts';

/** What is known of the other accounts' faces in the environment. */
export interface FaceRepeats {
  /** Whether the inquiry has an account at all. */
  account: boolean;
  /** Faces of other accounts that were compared. */
  compared: number;
  /** Other accounts with a face at least as alike as `threshold`. */
  otherAccounts: number;
  /** The most alike of them, where there is any. */
  highest?: number;
  /** Of the comparing net; not of the template, which cannot know the net. */
  threshold: number;
}

export const suspiciousEntity: SelfieCheckRule = {
  name: 'selfie_suspicious_entity_detection',
  requirement: 'not_required',
  threshold: ({calibration}) => calibration.duplicate,
  reasons: ['face_in_another_account', 'no_account', 'not_compared'],
  run: () => notApplicable('not_compared'),
};

/** The checks with what the search found; requirements stay what the template made them. */
export function withFaceRepeats(checks: readonly Check[], repeats: FaceRepeats): Check[] {
  return checks.map((check) => (check.name === suspiciousEntity.name ? judged(check, repeats) : check));
}

function judged(check: Check, {account, compared, otherAccounts, highest, threshold}: FaceRepeats): Check {
  if (!account) return {...check, status: 'not_applicable', reasons: ['no_account']};
  const metadata = {
    ...check.metadata,
    threshold,
    compared,
    'other-accounts': otherAccounts,
    ...(highest !== undefined && {value: Math.round(highest * 1000) / 1000}),
  };
  return otherAccounts === 0
    ? {...check, status: 'passed', reasons: [], metadata}
    : {...check, status: 'failed', reasons: ['face_in_another_account'], metadata};
}
