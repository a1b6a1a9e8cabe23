/** Names of the checks that each kind of step makes, for templates that ask for one by name. A new kind is a new line here. */
import type {Knowledge} from '../domain/graph-problem.ts';
import type {StepKind} from '../protocol/template.ts';
import {databaseChecks} from '../verification/database/registry.ts';
import {governmentIdChecks} from '../verification/document/checks/registry.ts';
import {genericDocumentChecks} from '../verification/generic-document/checks/registry.ts';
import {emailAddressChecks} from '../verification/email-address/checks/registry.ts';
import {phoneNumberChecks} from '../verification/phone-number/checks/registry.ts';
import {selfieChecks} from '../verification/selfie/checks/registry.ts';

const checksByKind: Partial<Record<StepKind, readonly {name: string}[]>> = {
  document: governmentIdChecks,
  'generic-document': genericDocumentChecks,
  selfie: selfieChecks,
  database: databaseChecks,
  'phone-number': phoneNumberChecks,
  'email-address': emailAddressChecks,
};

export const knowledge: Knowledge = {
  checksOf: (kind) => checksByKind[kind]?.map(({name}) => name),
};
