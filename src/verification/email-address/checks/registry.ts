/** Every check of an e-mail address, by name. A new one is a new line here and a new row in docs/checks.md. */
import {
  accountComparison,
  confirmationCode,
  inquiryComparison,
  listMatch,
  reachability,
  repeat,
} from '../../contact/shared-checks.ts';
import {disposable, freeProvider, invalid, mailServer, reputation} from './address.ts';
import type {EmailRule} from './email-rule.ts';

export const emailAddressChecks: readonly EmailRule[] = [
  invalid,
  mailServer,
  disposable,
  freeProvider,
  confirmationCode('email_address'),
  reachability('email_address'),
  reputation,
  inquiryComparison('email_address'),
  accountComparison('email_address'),
  listMatch('email_address'),
  repeat('email_address'),
];
