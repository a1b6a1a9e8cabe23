/** The templates a new environment starts with. */
import type {TemplateGraph} from '../protocol/template.ts';

/** Field keys of identity documents, as every template of ours has them. */
export const standardFields: TemplateGraph['fields'] = {
  'name-first': {type: 'string'},
  'name-middle': {type: 'string'},
  'name-last': {type: 'string'},
  birthdate: {type: 'date'},
  'address-street-1': {type: 'string'},
  'address-street-2': {type: 'string'},
  'address-city': {type: 'string'},
  'address-subdivision': {type: 'string'},
  'address-postal-code': {type: 'string'},
  'address-country-code': {type: 'string'},
  'email-address': {type: 'string'},
  'phone-number': {type: 'string'},
  'identification-number': {type: 'string'},
  'selected-country-code': {type: 'string'},
};

const day = 24 * 3600;

export const documentOnly: TemplateGraph = {
  start: 'consent',
  steps: {
    consent: {kind: 'consent', next: 'document', retentionDays: 365},
    document: {
      kind: 'document',
      next: 'success',
      failed: 'failed',
      attempts: 3,
      upload: true,
      config: {types: ['pp', 'dl', 'id', 'pr']},
    },
    success: {kind: 'success'},
    failed: {kind: 'failed'},
  },
  fields: standardFields,
  decision: {failedCheck: 'declined'},
  requester: 'Countersign demo',
  clientCreated: true,
  allowedDomains: [],
  redirectUris: [],
  redirectFields: false,
  compatibleProtocol: true,
  expiry: {
    afterCreateSeconds: day,
    afterStartSeconds: day,
    afterResumeSeconds: day,
    sessionSeconds: day,
    oneTimeLinkSeconds: day,
  },
};

/** In the order they are made; the first is the one the demo runs. */
export const defaultTemplates: readonly {name: string; graph: TemplateGraph}[] = [
  {name: 'Document only', graph: documentOnly},
];
