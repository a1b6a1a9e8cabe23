/** Template graphs for the tests of the flow. */
import type {TemplateGraph} from '../../src/protocol/template.ts';

export function documentGraph(changes: Partial<TemplateGraph> = {}): TemplateGraph {
  return {
    start: 'consent',
    steps: {
      consent: {kind: 'consent', next: 'document', retentionDays: 90},
      document: {kind: 'document', next: 'success', failed: 'failed', attempts: 3, upload: true, config: {}},
      success: {kind: 'success'},
      failed: {kind: 'failed'},
    },
    fields: {
      'name-first': {type: 'string'},
      'name-last': {type: 'string'},
      birthdate: {type: 'date'},
      'identification-number': {type: 'string'},
      'selected-country-code': {type: 'string'},
    },
    decision: {failedCheck: 'declined'},
    requester: 'Harbour Books',
    clientCreated: true,
    allowedDomains: [],
    redirectUris: ['https://shop.example.com', 'harbour://'],
    redirectFields: false,
    compatibleProtocol: true,
    expiry: {
      afterCreateSeconds: 86_400,
      afterStartSeconds: 86_400,
      afterResumeSeconds: 86_400,
      sessionSeconds: 86_400,
      oneTimeLinkSeconds: 86_400,
    },
    ...changes,
  };
}
