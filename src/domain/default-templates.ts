/** The templates a new environment starts with. */
import type {Step, TemplateGraph} from '../protocol/template.ts';
import {everyComponentScreens} from './every-component.ts';
import {ageCheckFields, ageCheckSteps, databaseSteps, onboardingSteps} from './onboarding.ts';

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

const document = documentOnly.steps['document'];
const selfie: Extract<Step, {kind: 'selfie'}> = {
  kind: 'selfie',
  next: 'success',
  failed: 'failed',
  attempts: 3,
  upload: false,
  config: {liveness: 'required'},
};

/** Document and selfie: who somebody is, and that it is they who hold the document. */
export const kyc: TemplateGraph = {
  ...documentOnly,
  steps: {
    ...documentOnly.steps,
    consent: {kind: 'consent', next: 'document', retentionDays: 365},
    ...(document?.kind === 'document' && {document: {...document, next: 'selfie'}}),
    selfie,
  },
};

/** Somebody who was verified before shows that it is still they: the selfie is held against the account's. */
export const selfieReverification: TemplateGraph = {
  ...documentOnly,
  start: 'consent',
  steps: {
    consent: {kind: 'consent', next: 'selfie', retentionDays: 365},
    selfie: {
      ...selfie,
      config: {
        liveness: 'required',
        requirements: {selfie_account_comparison: 'required', selfie_id_comparison: 'not_required'},
      },
    },
    success: {kind: 'success'},
    failed: {kind: 'failed'},
  },
};

/** For trying out with pictures that do not move: nothing says that a living person was there, and the checks show it. */
export const kycWithoutLiveness: TemplateGraph = {
  ...kyc,
  steps: {
    ...kyc.steps,
    selfie: {...selfie, upload: true, config: {liveness: 'not_required'}},
  },
};

/** A letter or bill that shows name and address, not older than a quarter of a year. */
export const proofOfAddress: TemplateGraph = {
  ...documentOnly,
  steps: {
    consent: {kind: 'consent', next: 'proof', retentionDays: 365},
    proof: {
      kind: 'generic-document',
      next: 'success',
      failed: 'failed',
      attempts: 3,
      upload: true,
      mostFiles: 5,
      config: {
        types: [
          'utility_bill',
          'phone_bill',
          'bank_statement',
          'tax_document',
          'insurance_document',
          'residence_certificate',
        ],
        maximumAgeDays: 92,
      },
    },
    success: {kind: 'success'},
    failed: {kind: 'failed'},
  },
  decision: {failedCheck: 'needs_review'},
};

/** Every component of screens, for trying them out and for the tests. */
export const everyComponent: TemplateGraph = {
  ...documentOnly,
  ...everyComponentScreens,
  fields: {...standardFields, ...everyComponentScreens.fields},
};

/** Somebody shows that a number and a mailbox are theirs, by the codes that come there. */
export const phoneAndEmail: TemplateGraph = {
  ...documentOnly,
  steps: {
    consent: {kind: 'consent', next: 'phone', retentionDays: 365},
    phone: {kind: 'phone-number', next: 'email', failed: 'failed', attempts: 3, config: {}},
    email: {kind: 'email-address', next: 'success', failed: 'failed', attempts: 3, config: {}},
    success: {kind: 'success'},
    failed: {kind: 'failed'},
  },
  decision: {failedCheck: 'needs_review'},
};

export interface DefaultTemplate {
  name: string;
  graph: TemplateGraph;
  /** Made in sandbox environments alone. */
  sandboxOnly?: true;
}

/** In the order they are made; the first is the one the demo runs. */
export const defaultTemplates: readonly DefaultTemplate[] = [
  {name: 'Document only', graph: documentOnly},
  {name: 'KYC', graph: kyc},
  {name: 'Selfie re-verification', graph: selfieReverification},
  {name: 'KYC without liveness', graph: kycWithoutLiveness, sandboxOnly: true},
  {name: 'Document upload (proof of address)', graph: proofOfAddress},
  {name: 'Phone + email', graph: phoneAndEmail},
  {name: 'Age check', graph: {...documentOnly, steps: ageCheckSteps, fields: {...standardFields, ...ageCheckFields}}},
  {name: 'Database', graph: {...documentOnly, steps: databaseSteps, decision: {failedCheck: 'needs_review'}}},
  {name: 'Onboarding', graph: {...documentOnly, steps: onboardingSteps, decision: {failedCheck: 'needs_review'}}},
  {name: 'Every component', graph: everyComponent, sandboxOnly: true},
];
