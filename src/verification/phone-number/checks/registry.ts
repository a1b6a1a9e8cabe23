/** Every check of a phone number, by name. A new one is a new line here and a new row in docs/checks.md. */
import {
  accountComparison,
  confirmationCode,
  inquiryComparison,
  listMatch,
  reachability,
  repeat,
} from '../../contact/shared-checks.ts';
import {carrierRisk, disallowedCountry, invalid, type} from './number.ts';
import type {PhoneRule} from './phone-rule.ts';

export const phoneNumberChecks: readonly PhoneRule[] = [
  invalid,
  disallowedCountry,
  type,
  confirmationCode('phone_number'),
  reachability('phone_number'),
  carrierRisk,
  inquiryComparison('phone_number'),
  accountComparison('phone_number'),
  listMatch('phone_number'),
  repeat('phone_number'),
];
