/** From a native answer to what this caller asked for: sparse fieldsets, blocked attributes, an older version, another inflection. */
import type {ApiVersion, Inflection} from '../../protocol/api-version.ts';
import {inflectKeys, toKebab} from './inflection.ts';
import {toOlderVersion} from './versions/changes.ts';

/** The version from which keys inside `fields` are no longer inflected. */
const fieldsStayed: ApiVersion = '2025-10-27';

export interface Wishes {
  version: ApiVersion;
  inflection: Inflection;
  /** `fields[type]=a,b`. */
  sparse: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attribute names (with `*`) that this key never sees. */
  blocklist: readonly string[];
}

export function renderAnswer(body: unknown, wishes: Wishes): unknown {
  const shown = mapResources(body, (resource) => withoutBlocked(thinned(resource, wishes.sparse), wishes.blocklist));
  return inflectKeys(toOlderVersion(shown, wishes.version), wishes.inflection, wishes.version < fieldsStayed);
}

interface ResourceLike {
  type: string;
  attributes: Record<string, unknown>;
}

function mapResources(body: unknown, change: (resource: ResourceLike) => unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const result: Record<string, unknown> = {...body};
  for (const place of ['data', 'included']) {
    const found = result[place];
    if (Array.isArray(found)) result[place] = found.map((item) => (isResource(item) ? change(item) : item));
    else if (isResource(found)) result[place] = change(found);
  }
  return result;
}

function isResource(value: unknown): value is ResourceLike {
  return typeof value === 'object' && value !== null && 'type' in value && 'attributes' in value;
}

/** `fields[verification]` also means every `verification/…`; `fields.name-first` names one key inside `fields`. */
function thinned(resource: ResourceLike, sparse: Wishes['sparse']): ResourceLike {
  const wanted = sparse.get(resource.type) ?? sparse.get(resource.type.replace(/\/.*$/, ''));
  if (!wanted) return resource;
  const names = new Set([...wanted].map(toKebab));
  return {...resource, attributes: pick(resource.attributes, names, '')};
}

function pick(
  attributes: Record<string, unknown>,
  names: ReadonlySet<string>,
  prefix: string,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(attributes)) {
    const name = prefix + toKebab(key);
    if (names.has(name)) kept[key] = value;
    else if (isRecord(value) && [...names].some((wanted) => wanted.startsWith(`${name}.`)))
      kept[key] = pick(value, names, `${name}.`);
  }
  return kept;
}

function withoutBlocked(resource: ResourceLike, blocklist: readonly string[]): ResourceLike {
  if (blocklist.length === 0) return resource;
  const blocked = blocklist.map((pattern) => patternFor(pattern.replace(/^.*\//, '').replace(/\?.*$/, '')));
  return {...resource, attributes: strip(resource.attributes, blocked)};
}

/** Names are looked for at every depth: a blocked `name-last` is gone from `fields` too. */
function strip(record: Record<string, unknown>, blocked: readonly RegExp[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !blocked.some((pattern) => pattern.test(toKebab(key))))
      .map(([key, value]) => [key, isRecord(value) ? strip(value, blocked) : value]),
  );
}

function patternFor(name: string): RegExp {
  const text = toKebab(name)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  return new RegExp(`^${text}$`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
