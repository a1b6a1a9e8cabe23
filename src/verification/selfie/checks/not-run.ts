/** What this version names but does not run, with the true reason. It never passes. */
import {notApplicable, type SelfieCheckRule} from './check-rule.ts';

/** Who is a public figure, only somebody who keeps their pictures can say. */
export const publicFigure: SelfieCheckRule = {
  name: 'selfie_public_figure_detection',
  requirement: 'not_required',
  reasons: ['provider_not_configured'],
  run: () => notApplicable('provider_not_configured'),
};
