/** Requests may write their keys in any of the three ways (`protocol/inflection.ts`); inside we speak kebab-case. */
import {CountersignError} from '../../protocol/errors.ts';
import {keptObjects, toKebab} from '../../protocol/inflection.ts';
import {escapePointer} from './body.ts';

/** A request body with its keys in kebab-case. @throws `invalid_attribute` when one key came in two ways. */
export function kebabKeys(value: unknown): unknown {
  return isKebab(value) ? value : renamed(value, '');
}

/** Most bodies come so, and need no copy. */
function isKebab(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isKebab);
  return Object.keys(value).every(
    (key) => toKebab(key) === key && (keptObjects.has(key) || isKebab((value as Record<string, unknown>)[key])),
  );
}

function renamed(value: unknown, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item, i) => renamed(item, `${pointer}/${i}`));
  if (typeof value !== 'object' || value === null) return value;
  const result = new Map<string, unknown>();
  for (const [given, member] of Object.entries(value)) {
    const key = toKebab(given);
    const at = `${pointer}/${escapePointer(given)}`;
    if (result.has(key))
      throw new CountersignError('invalid_attribute', {details: `${key} was given twice`, pointer: at});
    result.set(key, keptObjects.has(key) ? member : renamed(member, at));
  }
  return Object.fromEntries(result);
}
