/**
 * What document numbers look like, by issuer and type. Only formats we are sure of; an issuer that is not here is not judged.
 *
 * Sources: PRADO, the Council of the European Union's public register (Europe); the pages of the issuers for the others
 * (travel.state.gov, canada.ca, passports.gov.au, passports.govt.nz, passportindia.gov.in, mofa.go.jp, passport.go.kr);
 * for licences the driver-licence formats that the jurisdictions publish to employers and insurers.
 * Where an issuer changed its format, each that can still be valid is allowed.
 */
import type {DocumentType} from '../../../protocol/government-id.ts';

const letters = '[A-Z]';
/** Germany leaves out vowels, and consonants that look or sound like something else (TR-03110, serial numbers). */
const german = '[CFGHJKLMNPRTVWXYZ0-9]';

const passports: Readonly<Record<string, string>> = {
  AU: `${letters}{1,2}\\d{7}`,
  AT: `${letters}{1,2}\\d{7}`,
  BE: `${letters}{2}\\d{6}`,
  BG: '\\d{9}',
  BR: `${letters}{2}\\d{6}`,
  CA: `${letters}{2}\\d{6}|${letters}\\d{6}${letters}{2}`,
  CH: `${letters}[A-Z0-9]{7}`,
  CN: `${letters}[A-Z0-9]\\d{7}`,
  CZ: '\\d{8}',
  DE: `${german}{9}`,
  DK: '\\d{9}',
  EE: `${letters}{1,2}\\d{7}`,
  ES: `${letters}{2,3}\\d{6}`,
  FI: `${letters}{2}\\d{7}`,
  FR: '\\d{2}[A-Z]{2}\\d{5}',
  GB: '\\d{9}',
  GR: `${letters}{2}\\d{7}`,
  HR: '\\d{9}',
  HU: `${letters}{2}\\d{6,7}`,
  IE: `${letters}{1,2}\\d{7}`,
  IN: `${letters}\\d{7}`,
  IS: `${letters}\\d{7}`,
  IT: `${letters}{2}\\d{7}`,
  JP: `${letters}{2}\\d{7}`,
  KR: `${letters}[A-Z0-9]\\d{2}[A-Z0-9]\\d{4}`,
  LV: `${letters}{2}\\d{7}`,
  // The letter O is not used; the last place is a digit.
  NL: '[A-NP-Z]{2}[A-NP-Z0-9]{6}\\d',
  NO: `\\d{8}|${letters}{3}\\d{6}`,
  NZ: `${letters}{2}\\d{6}`,
  PL: `${letters}{2}\\d{7}`,
  PT: `${letters}{1,2}\\d{6}`,
  RO: '\\d{8,9}',
  RU: '\\d{9}',
  SE: `\\d{8}|${letters}{2}\\d{6}`,
  SI: `${letters}{2}\\d{7}`,
  SK: `${letters}{2}\\d{7}`,
  TR: `${letters}\\d{8}`,
  TW: '\\d{9}',
  UA: `${letters}{2}\\d{6}`,
  US: `\\d{9}|${letters}\\d{8}`,
};

const identityCards: Readonly<Record<string, string>> = {
  CH: `${letters}[A-Z0-9]{7}`,
  CZ: '\\d{9}',
  DE: `${german}{9}`,
  EE: `${letters}{1,2}\\d{7}`,
  ES: `${letters}{3}\\d{6}`,
  // The paper card until 2021 has twelve digits.
  FR: '[A-Z0-9]{9}|\\d{12}',
  IT: `${letters}{2}\\d{5}${letters}{2}|${letters}{2}\\d{7}`,
  LT: '\\d{8}',
  NL: '[A-NP-Z]{2}[A-NP-Z0-9]{6}\\d',
  PL: `${letters}{3}\\d{6}`,
  RO: `${letters}{2}\\d{6,7}`,
  SE: `\\d{8}|${letters}{2}\\d{6}`,
  SI: '\\d{9}',
  SK: `${letters}{2}\\d{6}`,
};

/** By jurisdiction; of licences and of the identity cards that the same office issues. */
const licences: Readonly<Record<string, string>> = {
  'US-AZ': `${letters}\\d{8}|\\d{9}`,
  'US-CA': `${letters}\\d{7}`,
  'US-CT': '\\d{9}',
  'US-DC': '\\d{7}|\\d{9}',
  'US-FL': `${letters}\\d{12}`,
  'US-GA': '\\d{7,9}',
  'US-IL': `${letters}\\d{11}|\\d{11}[A-Z0-9]`,
  'US-MD': `${letters}\\d{12}|MD\\d{11}`,
  'US-MI': `${letters}\\d{12}`,
  'US-MN': `${letters}\\d{12}`,
  'US-NJ': `${letters}\\d{14}`,
  'US-NY': '\\d{9}',
  'US-PA': '\\d{8}',
  'US-TX': '\\d{8}',
  'US-VA': `${letters}\\d{8}|\\d{9}`,
  'US-WI': `${letters}\\d{13}`,
  'CA-BC': '\\d{7,8}',
  'CA-ON': `${letters}\\d{14}`,
  'CA-QC': `${letters}\\d{12}`,
};

/** Undefined where no format is known. `subdivision` without its country: `CA`, `ON`. */
export function numberFormat(of: {
  type?: DocumentType | undefined;
  country?: string | undefined;
  subdivision?: string | undefined;
}): RegExp | undefined {
  const {type, country, subdivision} = of;
  if (country === undefined) return undefined;
  const pattern =
    subdivision !== undefined && (type === 'dl' || type === 'id')
      ? licences[`${country}-${subdivision}`]
      : type === 'pp'
        ? passports[country]
        : type === 'id'
          ? identityCards[country]
          : undefined;
  return pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`);
}
