/** Which language a page begins in, before the flow decides for itself. */
import {chooseLanguage, languages, type Language} from '../../protocol/languages.ts';

/** The first of what was asked for and what the browser accepts that we have; English otherwise. */
export function pageLanguage(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const accepted = (acceptLanguage ?? '').split(',', 20).map((part) => part.split(';')[0]?.trim() ?? '');
  return chooseLanguage([asked ?? '', ...accepted], languages);
}
