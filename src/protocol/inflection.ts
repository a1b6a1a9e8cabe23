/**
 * How keys are written. Inside we speak kebab-case; requests may come in any of the three ways, answers and webhooks go out as
 * asked. Type names are values and stay; keys below `fields` belong to the template and stay (before 2025-10-27 they did not).
 */
import type {Inflection} from './api-version.ts';

/** Objects whose keys are somebody else's names. */
export const keptObjects: ReadonlySet<string> = new Set([
  'fields',
  'payload-filter',
  'custom-http-headers',
  'definition',
  'graph',
  // of API logs and audit logs
  'headers',
  'get-params',
]);

/** `nameFirst`, `name_first` and `name-first` are one key; a number is a word of its own (`street1` in camel case is `street-1`). */
export function toKebab(key: string): string {
  if (/^[a-z-]*$/.test(key)) return key;
  return key
    .replaceAll('_', '-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([a-z])([0-9]+)(?=$|[A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** A kebab-case key as asked. */
export function inflect(key: string, inflection: Inflection): string {
  if (inflection === 'snake') return key.replaceAll('-', '_');
  if (inflection === 'camel') return key.replace(/-([a-z0-9])/g, (_, next: string) => next.toUpperCase());
  return key;
}

/** A value with its kebab-case keys as asked; `insideFields` also those of the template's fields. */
export function inflectKeys(value: unknown, inflection: Inflection, insideFields = false): unknown {
  if (inflection === 'kebab') return value;
  if (Array.isArray(value)) return value.map((item) => inflectKeys(item, inflection, insideFields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const stays = keptObjects.has(key) && !(key === 'fields' && insideFields);
      return [inflect(key, inflection), stays ? member : inflectKeys(member, inflection, insideFields)];
    }),
  );
}
