/** Checks that this version names but does not run, each with the true reason. None of them ever passes. */
import {notApplicable, type CheckRule} from './check-rule.ts';

const reasons = {
  id_aamva_database_lookup: 'provider_not_configured',
  id_fabrication_detection: 'not_supported_yet',
  id_handwriting_detection: 'not_supported_yet',
  id_public_figure_detection: 'provider_not_configured',
  id_selfie_comparison: 'no_selfie',
} as const;

export const notRun: readonly CheckRule[] = Object.entries(reasons).map(([name, reason]) => ({
  name,
  requirement: 'not_required',
  reasons: [reason],
  run: () => notApplicable(reason),
}));
