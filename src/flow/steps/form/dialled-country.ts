import {callableCountries, callingCode} from '../calling-codes.ts';

/** The country of an international number: of those that share a code the one that is `likely`, else the first to have had it. */
export function countryOf(digits: string, likely: string | undefined): string | undefined {
  for (const length of [3, 2, 1]) {
    const code = digits.slice(0, length);
    const countries = callableCountries().filter((country) => callingCode(country) === code);
    if (countries.length === 0) continue;
    if (likely !== undefined && countries.includes(likely)) return likely;
    return firstOf[code] ?? countries[0];
  }
  return undefined;
}

/** Whose number is most likely meant where several countries share a code. */
const firstOf: Readonly<Record<string, string>> = {
  '1': 'US',
  '7': 'RU',
  '39': 'IT',
  '44': 'GB',
  '47': 'NO',
  '61': 'AU',
  '64': 'NZ',
  '212': 'MA',
  '262': 'RE',
  '358': 'FI',
  '590': 'GP',
  '599': 'CW',
};
