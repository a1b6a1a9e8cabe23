/** Issuers by ISO 3166-1 alpha-2, named in the person's language by the browser. */
import type {SearchItem} from '../../../ui/search-list.ts';

/** Every officially assigned code whose authorities issue documents of their own, and Kosovo (XK, user-assigned but issuing). */
const all =
  'ADAEAFAGAIALAMAOARASATAUAWAZBABBBDBEBFBGBHBIBJBMBNBOBRBSBTBWBYBZCACDCFCGCHCICKCLCMCNCOCRCUCVCWCYCZDEDJDKDMDODZECEEEGERESETFIFJFKFMFOFRGAGBGDGEGGGHGIGLGMGNGQGRGTGUGWGYHKHNHRHTHUIDIEILIMINIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMGMHMKMLMMMNMOMPMRMSMTMUMVMWMXMYMZNANCNENGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPRPSPTPWPYQARORSRURWSASBSCSDSESGSHSISKSLSMSNSOSRSSSTSVSXSYSZTCTDTGTHTJTLTMTNTOTRTTTVTWTZUAUGUSUYUZVAVCVEVGVIVNVUWSXKYEZAZMZW'.match(
    /../g,
  ) ?? [];

export function countryItems(language: string, accepted: readonly string[] | undefined): SearchItem[] {
  const names = new Intl.DisplayNames([language], {type: 'region'});
  const collator = new Intl.Collator(language);
  return (accepted ?? all)
    .map((value) => ({value, text: names.of(value) ?? value}))
    .sort((a, b) => collator.compare(a.text, b.text));
}

/** The likeliest issuer: the region of the person's own locale, where it is accepted; the only one where there is but one. */
export function likelyCountry(locales: readonly string[], accepted: readonly string[] | undefined): string | undefined {
  const codes = accepted ?? all;
  if (codes.length === 1) return codes[0];
  for (const locale of locales) {
    const region = regionOf(locale);
    if (region && codes.includes(region)) return region;
  }
  return undefined;
}

function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    return undefined;
  }
}
