/** Which language a page begins in, before the flow decides for itself. */

export const pageLanguages = ['en', 'de', 'ar'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The first of what was asked for and what the browser accepts that we have; English otherwise. */
export function pageLanguage(asked: string | undefined, acceptLanguage: string | undefined): PageLanguage {
  const accepted = (acceptLanguage ?? '').split(',', 20).map((part) => part.split(';')[0]?.trim() ?? '');
  for (const wanted of [asked ?? '', ...accepted]) {
    const found = pageLanguages.find((language) => wanted.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

export function direction(language: PageLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
