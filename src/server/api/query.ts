/** The query string: any inflection, empty values absent, unknown parameters refused. */
import type * as z from 'zod';
import {CountersignError} from '../../protocol/errors.ts';
import {isStorable} from './body.ts';
import {troublesOf} from './validate.ts';
import {toKebab} from '../../protocol/inflection.ts';
import {RequestErrors} from './error-answer.ts';

export interface Query<Q> {
  values: Q;
  /** Names asked for by `include`, in kebab-case. */
  include: string[];
  /** `fields[type]=a,b`: attribute names by resource type, in kebab-case. */
  sparse: Map<string, Set<string>>;
}

export interface QueryRules<Q> {
  schema: z.ZodType<Q>;
  /** What `include` may name; empty = the operation takes no `include`. */
  includes: readonly string[];
}

export function readQuery<Q>(params: URLSearchParams, rules: QueryRules<Q>): Query<Q> {
  const given: Record<string, string> = {};
  const sparse: Query<Q>['sparse'] = new Map();
  let include: string[] = [];
  for (const [name, value] of params) {
    if (!isStorable(value)) throw invalid('text must not contain NUL', name);
    if (value === '') continue;
    const type = /^fields\[([a-zA-Z/_-]+)\]$/.exec(name)?.[1];
    if (type !== undefined) sparse.set(type, new Set(commaList(value)));
    else if (name === 'include' && rules.includes.length > 0) include = readInclude(value, rules.includes);
    else {
      // Ruby and PHP clients write lists as `filter[status][]=a&filter[status][]=b`.
      const key = name.replace(/\[\]$/, '').replace(/\[([^\]]*)\]/g, (_, inner: string) => `[${toKebab(inner)}]`);
      given[key] = key in given ? `${given[key]},${value}` : value;
    }
  }
  const parsed = rules.schema.safeParse(given);
  if (!parsed.success) throw new RequestErrors(troublesOf(parsed.error, 'query'));
  return {values: parsed.data, include, sparse};
}

export function commaList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function readInclude(value: string, allowed: readonly string[]): string[] {
  const names = commaList(value).map(toKebab);
  for (const name of names) {
    if (!allowed.includes(name)) throw invalid(`expected any of ${allowed.join(', ')}`, 'include');
  }
  return names;
}

function invalid(details: string, pointer: string): CountersignError {
  return new CountersignError('invalid_parameter', {details, pointer});
}
