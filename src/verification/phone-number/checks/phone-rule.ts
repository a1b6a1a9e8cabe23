import type {PhoneNumberConfig} from '../../../protocol/contact.ts';
import type {ContactFacts, ContactRule} from '../../contact/contact-rule.ts';
import type {PhoneNumber} from '../read-phone-number.ts';

/** A number and everything known about it; `number` is undefined where it is none. */
export interface PhoneReading extends ContactFacts {
  /** E.164, or as it was given where it is no number. */
  value: string;
  number: PhoneNumber | undefined;
  config: PhoneNumberConfig;
}

/** A row of the table of checks on phone numbers. */
export type PhoneRule = ContactRule<PhoneReading>;
