/**
 * What document numbers look like, by issuer and type: only where specimens that the issuer published bear the format out
 * (PRADO, the Council of the European Union's public register, and the issuers' announcements; the numbers stand in the test).
 * An issuer that is not here is not judged: no public standard says what its numbers look like, and what is remembered of it is no ground
 * to doubt a person. All of them are ICAO 9303's: at most nine capitals and digits.
 */
import type {DocumentType} from '../../../protocol/government-id.ts';

const letters = '[A-Z]';
/** Germany leaves out vowels, and consonants that look or sound like something else (TR-03110, serial numbers). */
const german = '[CFGHJKLMNPRTVWXYZ0-9]';

const passports: Readonly<Record<string, string>> = {
  AU: `${letters}{1,2}\\d{7}`,
  CA: `${letters}{2}\\d{6}|${letters}\\d{6}${letters}{2}`,
  CZ: '\\d{8}',
  DE: `${german}{9}`,
  EE: `${letters}{1,2}\\d{7}`,
  GB: '\\d{9}',
  HR: '\\d{9}',
  HU: `${letters}{2}\\d{6,7}`,
  IS: `${letters}\\d{7}`,
  // The letter O is not used; the last place is a digit.
  NL: '[A-NP-Z]{2}[A-NP-Z0-9]{6}\\d',
  PL: `${letters}{2}\\d{7}`,
};

const identityCards: Readonly<Record<string, string>> = {
  CH: `${letters}[A-Z0-9]{7}`,
  DE: `${german}{9}`,
  ES: `${letters}{3}\\d{6}`,
};

/** Undefined where no format is known. */
export function numberFormat(of: {type?: DocumentType | undefined; country?: string | undefined}): RegExp | undefined {
  const {type, country} = of;
  if (country === undefined) return undefined;
  const pattern = type === 'pp' ? passports[country] : type === 'id' ? identityCards[country] : undefined;
  return pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`);
}
