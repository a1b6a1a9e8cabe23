/** A phone number or an e-mail address that a person shows to be theirs by typing a code that was sent there. */

export const contactKinds = ['phone-number', 'email-address'] as const;
export type ContactKind = (typeof contactKinds)[number];

export function isContactKind(kind: string): kind is ContactKind {
  return (contactKinds as readonly string[]).includes(kind);
}

/** By what a message goes. */
export const channels = ['email', 'sms'] as const;
export type Channel = (typeof channels)[number];

export const channelOf: Readonly<Record<ContactKind, Channel>> = {'phone-number': 'sms', 'email-address': 'email'};

/** What a number is by its range in the numbering plan of its country; `unknown` where the plan does not say. */
export const phoneTypes = [
  'mobile',
  'fixed_line',
  'fixed_line_or_mobile',
  'voip',
  'personal_number',
  'toll_free',
  'premium_rate',
  'shared_cost',
  'uan',
  'pager',
  'voicemail',
  'unknown',
] as const;
export type PhoneType = (typeof phoneTypes)[number];

type Requirement = 'required' | 'not_required';

interface ContactConfig {
  /** The inquiry's field that holds it before and after; the kind's own name where a template says nothing. */
  field?: string | undefined;
  requirements?: Record<string, Requirement> | undefined;
  thresholds?: Record<string, number> | undefined;
}

export interface PhoneNumberConfig extends ContactConfig {
  /** Countries (ISO 3166-1 alpha-2) of accepted numbers; absent = all. */
  countries?: string[] | undefined;
  /** Accepted types; absent = those that can take a text message and cost the caller nothing special. */
  types?: PhoneType[] | undefined;
}

export type EmailAddressConfig = ContactConfig;

/** Why an entry was not taken, or a code; each has words in every language. */
export const contactProblems = [
  'number_invalid',
  'number_country',
  'number_type',
  'address_invalid',
  'address_disposable',
  'code_wrong',
  'code_expired',
  'code_spent',
  'codes_used_up',
  'sent_too_often',
  'engine_unavailable',
] as const;
export type ContactProblem = (typeof contactProblems)[number];

/** What `row.result` of such a verification holds; taken away by redaction. */
export interface ContactResult {
  /** E.164 (`+4915112345678`), or the address. */
  value: string;
  /** When the code came back, ISO 8601. */
  confirmedAt?: string;
  /** True where no sender was configured, so no code could be sent. */
  unsent?: boolean;
}
