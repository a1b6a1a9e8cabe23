/** Headers that say how a request is meant; each that makes no sense is refused by its name. */
import {inflections, nativeVersion, versionAt} from '../../protocol/api-version.ts';
import type {ApiVersion, Inflection} from '../../protocol/api-version.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {Asked} from './asked.ts';
import type {Caller} from './authenticate.ts';

export function versionOf(c: Pick<Asked, 'req'>, caller: Caller): ApiVersion {
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

export function inflectionOf(c: Pick<Asked, 'req'>, caller: Caller): Inflection {
  const asked = c.req.header('key-inflection')?.toLowerCase();
  if (!asked) return caller.key.inflection;
  const found = inflections.find((inflection) => inflection === asked);
  if (found) return found;
  throw new CountersignError('invalid_header', {details: 'expected kebab, camel or snake', pointer: 'Key-Inflection'});
}

export function idempotencyKeyOf(c: Pick<Asked, 'req'>): string | undefined {
  const key = c.req.header('idempotency-key');
  if (!key) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new CountersignError('invalid_header', {
    details: 'expected 1 to 255 printable ASCII characters',
    pointer: 'Idempotency-Key',
  });
}

/** Of what we say in `ETag`: a revision's number in quotes. `*` is any, and so is none. */
export function ifMatchOf(c: Pick<Asked, 'req'>): number | undefined {
  const tag = c.req.header('if-match');
  if (!tag || tag === '*') return undefined;
  const [, revision] = /^(?:W\/)?"(\d{1,9})"$/.exec(tag) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new CountersignError('invalid_header', {details: 'expected the ETag of an answer', pointer: 'If-Match'});
}
