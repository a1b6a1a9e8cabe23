/** Checks that only somebody outside could answer. None of them ever passes. */
import {notApplicable, type CheckRule} from './check-rule.ts';

const reasons = {
  id_aamva_database_lookup: 'provider_not_configured',
  // pen strokes on a document are its signature mostly: what else was written needs a net that knows the layout
  id_handwriting_detection: 'provider_not_configured',
  id_public_figure_detection: 'provider_not_configured',
} as const;

export const notRun: readonly CheckRule[] = Object.entries(reasons).map(([name, reason]) => ({
  name,
  requirement: 'not_required',
  reasons: [reason],
  run: () => notApplicable(reason),
}));
