/** Consent: what is taken, why, for how long. Accepting is recorded; nothing biometric is taken before it. */
import {refuse} from './step.ts';
import type {StepRule} from './step.ts';

export const consentRule: StepRule<'consent'> = {
  enter: () => ({kind: 'consent'}),

  submit(step, _state, submit, ground) {
    // pictures or a choice here come from a frame that shows an older screen
    if (submit.action !== 'accept')
      return refuse('bad_request', '/action', 'This step takes only the action "accept".');
    return {type: 'go', to: step.next, problems: [], effects: [{type: 'consented', biometric: ground.biometric}]};
  },

  screen: (step, _state, view) => ({
    kind: 'consent',
    requester: view.requester,
    retentionDays: step.retentionDays,
    collects: [...view.collects],
  }),
};
