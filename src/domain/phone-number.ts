/** Telephone numbers as E.164 writes them, by the numbering plans of libphonenumber. */
import {getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString} from 'libphonenumber-js/min';

/**
 * The number as `+491711234567`, without the 0 that people leave in; undefined where no such number can exist, or where it belongs to
 * none of the countries.
 */
export function toE164(text: string, countries?: readonly string[]): string | undefined {
  const parsed = parsePhoneNumberFromString(text);
  if (!parsed?.isValid()) return undefined;
  const {country, countryCallingCode, number} = parsed;
  const isOf = (one: string): boolean =>
    // islands share a plan with their mainland and the plan's owner decides who is who; of North America each area is known
    one === country ||
    (countryCallingCode !== '1' && isSupportedCountry(one) && getCountryCallingCode(one) === countryCallingCode);
  return !countries || countries.some(isOf) ? number : undefined;
}
