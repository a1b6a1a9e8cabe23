/** Countries to dial, named in the person's language by the browser. */
import {callableCountries, callingCode} from '../calling-codes.ts';

export interface CountryChoice {
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: string;
  /** Without the plus. */
  code: string;
}

export function countryChoices(language: string, accepted: readonly string[] | undefined): CountryChoice[] {
  const names = new Intl.DisplayNames([language], {type: 'region'});
  const collator = new Intl.Collator(language);
  return (accepted ?? callableCountries())
    .flatMap((country) => {
      const code = callingCode(country);
      return code === undefined ? [] : [{country, code, name: names.of(country) ?? country}];
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** The region of the person's own locale where it is accepted, else of the likeliest region of their language. */
export function likelyCountry(locales: readonly string[], accepted: readonly string[] | undefined): string | undefined {
  const codes = accepted ?? callableCountries();
  const regions = locales.flatMap((locale) => [regionOf(locale, false), regionOf(locale, true)]);
  return regions.find((region) => region !== undefined && codes.includes(region)) ?? codes[0];
}

function regionOf(locale: string, likely: boolean): string | undefined {
  try {
    const parsed = new Intl.Locale(locale);
    return likely ? parsed.maximize().region : parsed.region;
  } catch {
    return undefined;
  }
}
