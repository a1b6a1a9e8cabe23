/** Checks that this version names but does not run, each with the true reason. None of them ever passes. */
import {notApplicable, type SelfieCheckRule} from './check-rule.ts';

const reasons = {
  selfie_face_covering_detection: 'not_supported_yet',
  selfie_glasses_detection: 'not_supported_yet',
  selfie_public_figure_detection: 'provider_not_configured',
} as const;

export const notRun: readonly SelfieCheckRule[] = Object.entries(reasons).map(([name, reason]) => ({
  name,
  requirement: 'not_required',
  reasons: [reason],
  run: () => notApplicable(reason),
}));
