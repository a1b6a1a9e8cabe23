/**
 * The languages that people read here, and which of them fits whom. A tag stands in the list when `flow/locales/<tag>/` is complete
 * (docs/translating.md); the first one serves whoever speaks none of them. No zod here: the frame loads this.
 */
export const languages = [
  'en',
  'ar',
  'de',
  'fr',
  'es',
  'ja',
  'pt-BR',
  'it',
  'nl',
  'pl',
  'tr',
  'ko',
  'zh-CN',
  'zh-TW',
  'ru',
  'uk',
  'cs',
  'sv',
  'da',
  'no',
  'fi',
  'hu',
  'ro',
  'he',
  'vi',
  'id',
  'hi',
  'th',
  'ms',
  'tl',
  'ur',
  'el',
  'bg',
  'hr',
  'sk',
  'sl',
  'lt',
  'sr',
  'bn',
  'ta',
  'az',
  'cy',
  'hy',
  // one a line
] as const;
export type Language = (typeof languages)[number];

/**
 * The offered language that fits the first wish it can. A wish is a BCP 47 tag, also an old one (`iw`), a wider or a narrower one
 * (`nb` for `no`) or one with underscores (`pt_BR`). Script counts before region: who reads `zh-HK` reads `zh-TW`; who wants `pt-PT`
 * is served `pt-BR` rather than English.
 */
export function chooseLanguage<Tag extends string>(wanted: readonly string[], offered: readonly [Tag, ...Tag[]]): Tag {
  for (const wish of wanted) {
    const person = read(wish);
    if (!person) continue;
    const [best] = offered
      .map((tag) => ({tag, fit: fitOf(person, read(tag))}))
      .filter(({fit}) => fit > 0)
      .sort((a, b) => b.fit - a.fit);
    if (best) return best.tag;
  }
  return offered[0];
}

/** Names for one language that `Intl.Locale` keeps apart. */
const otherNames: Record<string, string> = {nb: 'no', nn: 'no', fil: 'tl', yue: 'zh'};

/** What a tag means in full: `zh-HK` is Chinese in traditional characters, though it does not say so. */
function read(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replace(/_/g, '-')).maximize();
  } catch {
    return undefined; // no tag at all: `*`, or what a stranger wrote into the address
  }
}

function fitOf(person: Intl.Locale, offer: Intl.Locale | undefined): number {
  if (!offer || nameOf(offer) !== nameOf(person)) return 0;
  return 1 + (offer.script === person.script ? 2 : 0) + (offer.region === person.region ? 1 : 0);
}

function nameOf({language}: Intl.Locale): string {
  return otherNames[language] ?? language;
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'iw', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
