import type {EmailAddressConfig} from '../../../protocol/contact.ts';
import type {ContactFacts, ContactRule} from '../../contact/contact-rule.ts';
import type {EmailAddress} from '../read-email-address.ts';

/** An address and everything known about it; `address` is undefined where it is none. */
export interface EmailReading extends ContactFacts {
  /** As it is kept and compared. */
  value: string;
  address: EmailAddress | undefined;
  /** What the DNS says of its domain; `unknown` where it did not answer. */
  mailHosts: 'found' | 'none' | 'null_mx' | 'unknown';
  config: EmailAddressConfig;
}

/** A row of the table of checks on e-mail addresses. */
export type EmailRule = ContactRule<EmailReading>;
