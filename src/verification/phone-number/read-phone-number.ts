/**
 * A phone number as people write it, by the numbering plans of libphonenumber (its full metadata: validity and type by range). Digits of
 * every script are read. Server only: the plans weigh 145 kB.
 */
import {parsePhoneNumberFromString} from 'libphonenumber-js/max';
import type {CountryCode, NumberType} from 'libphonenumber-js/max';
import type {PhoneType} from '../../protocol/contact.ts';

export interface PhoneNumber {
  /** `+4915112345678` */
  e164: string;
  /** ISO 3166-1 alpha-2; absent where it belongs to no country (satellite, international toll free). */
  country?: string;
  type: PhoneType;
  /** Whether the numbering plan has such a number; else only its form is right. */
  valid: boolean;
}

const types: Record<NonNullable<NumberType>, PhoneType> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed_line',
  FIXED_LINE_OR_MOBILE: 'fixed_line_or_mobile',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal_number',
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  SHARED_COST: 'shared_cost',
  UAN: 'uan',
  PAGER: 'pager',
  VOICEMAIL: 'voicemail',
};

/** `country` is where a number without `+` is dialled from. Undefined for what is no number at all. */
export function readPhoneNumber(text: string, country?: string): PhoneNumber | undefined {
  if (text.length > 60) return undefined;
  const written = text.trim().replace(/^00(?=\d)/, '+');
  const number = parsePhoneNumberFromString(written, {
    ...(country !== undefined && {defaultCountry: country as CountryCode}),
    extract: false,
  });
  // an extension is a switchboard's: nobody reads a text message there
  if (!number || number.ext !== undefined) return undefined;
  const type = number.getType();
  return {
    e164: number.number,
    ...(number.country !== undefined && {country: number.country}),
    type: type === undefined ? 'unknown' : types[type],
    valid: number.isValid(),
  };
}

/** What a text message reaches without costing anybody more than usual; sending to the rest is how codes are turned into money. */
export const textableTypes: readonly PhoneType[] = [
  'mobile',
  'fixed_line_or_mobile',
  'voip',
  'personal_number',
  'unknown',
];
