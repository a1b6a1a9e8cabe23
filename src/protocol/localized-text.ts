/** Words that a template brings along: one text for every language, or one for each. */
import * as z from 'zod';

const longestText = 4000;
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const localizedTextSchema = z.union([
  z.string().max(longestText),
  z
    .record(languageTag, z.string().max(longestText))
    .refine((texts) => Object.keys(texts).length > 0, 'Expected a text in one language at least'),
]);
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** The text in the language; else in its base (`de` for `de-AT`), in English, or in the first that there is. */
export function textIn(text: LocalizedText, language: string): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const wanted = language.toLowerCase();
  const [base = ''] = wanted.split('-');
  const best =
    tags.find((tag) => tag.toLowerCase() === wanted) ??
    tags.find((tag) => tag.toLowerCase() === base) ??
    tags.find((tag) => tag.toLowerCase().split('-')[0] === base) ??
    tags.find((tag) => tag === 'en') ??
    tags[0];
  return (best !== undefined && text[best]) || '';
}

/** Those of the languages that the text has no words in; a plain text counts as written in the first of them. */
export function missingLanguages(text: LocalizedText, languages: readonly string[]): string[] {
  if (typeof text === 'string') return languages.slice(1);
  const has = new Set(Object.keys(text).map((tag) => tag.toLowerCase()));
  return languages.filter((tag) => !has.has(tag.toLowerCase()) && !has.has(tag.toLowerCase().split('-')[0] ?? ''));
}
