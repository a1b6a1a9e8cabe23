/** Headers that say how a request is meant; each that makes no sense is refused by its name. */
import type {Context as HonoContext} from 'hono';
import {inflections, nativeVersion, versionAt} from '../../protocol/api-version.ts';
import type {ApiVersion, Inflection} from '../../protocol/api-version.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {Caller} from './authenticate.ts';

export function versionOf(c: HonoContext, caller: Caller): ApiVersion {
  const asked = c.req.header('persona-version') ?? c.req.header('countersign-version');
  if (!asked) return versionAt(caller.key.api_version || nativeVersion);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked)) {
    throw new CountersignError('invalid_header', {
      details: 'expected a date such as 2025-12-08',
      pointer: 'Persona-Version',
    });
  }
  return versionAt(asked);
}

export function inflectionOf(c: HonoContext, caller: Caller): Inflection {
  const asked = c.req.header('key-inflection')?.toLowerCase();
  if (!asked) return caller.key.inflection;
  const found = inflections.find((inflection) => inflection === asked);
  if (found) return found;
  throw new CountersignError('invalid_header', {details: 'expected kebab, camel or snake', pointer: 'Key-Inflection'});
}

export function idempotencyKeyOf(c: HonoContext): string | undefined {
  const key = c.req.header('idempotency-key');
  if (!key) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new CountersignError('invalid_header', {
    details: 'expected 1 to 255 printable ASCII characters',
    pointer: 'Idempotency-Key',
  });
}
