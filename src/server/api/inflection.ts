/**
 * How keys are written. Inside we speak kebab-case; requests may come in any of the three ways, answers go out as asked.
 * Type names are values and stay; keys below `fields` belong to the template and stay (before 2025-10-27 they did not).
 */
import {CountersignError} from '../../protocol/errors.ts';
import type {Inflection} from '../../protocol/api-version.ts';
import {escapePointer} from './body.ts';

/** Objects whose keys are somebody else's names. */
const kept = new Set(['fields', 'payload-filter', 'custom-http-headers']);

export function toKebab(key: string): string {
  return key
    .replaceAll('_', '-')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([a-z])([0-9]+)(?=$|[A-Z])/g, '$1-$2')
    .toLowerCase();
}

export function inflect(key: string, inflection: Inflection): string {
  if (inflection === 'snake') return key.replaceAll('-', '_');
  if (inflection === 'camel') return key.replace(/-([a-z0-9])/g, (_, next: string) => next.toUpperCase());
  return key;
}

/** A request body with its keys in kebab-case. @throws `invalid_attribute` when one key came in two ways. */
export function kebabKeys(value: unknown, pointer = ''): unknown {
  if (Array.isArray(value)) return value.map((item, i) => kebabKeys(item, `${pointer}/${i}`));
  if (typeof value !== 'object' || value === null) return value;
  const result = new Map<string, unknown>();
  for (const [given, member] of Object.entries(value)) {
    const key = toKebab(given);
    const at = `${pointer}/${escapePointer(given)}`;
    if (result.has(key))
      throw new CountersignError('invalid_attribute', {details: `${key} was given twice`, pointer: at});
    result.set(key, kept.has(key) ? member : kebabKeys(member, at));
  }
  return Object.fromEntries(result);
}

/** An answer with its keys as asked; `insideFields` also those of the template's fields. */
export function inflectKeys(value: unknown, inflection: Inflection, insideFields: boolean): unknown {
  if (inflection === 'kebab') return value;
  if (Array.isArray(value)) return value.map((item) => inflectKeys(item, inflection, insideFields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const stays = kept.has(key) && !(key === 'fields' && insideFields);
      return [inflect(key, inflection), stays ? member : inflectKeys(member, inflection, insideFields)];
    }),
  );
}
