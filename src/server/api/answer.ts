/** From a native answer to what this caller asked for: sparse fieldsets, blocked attributes, an older version, another inflection. */
import type {ApiVersion, Inflection} from '../../protocol/api-version.ts';
import {withoutBlocked} from '../../protocol/attribute-blocklist.ts';
import {inflectKeys, toKebab} from '../../protocol/inflection.ts';
import {fieldsStayed, toOlderVersion} from '../../protocol/versions/changes.ts';

export interface Wishes {
  version: ApiVersion;
  inflection: Inflection;
  /** `fields[type]=a,b`. */
  sparse: ReadonlyMap<string, ReadonlySet<string>>;
  /** What this key never sees, in the patterns of `protocol/attribute-blocklist.ts`. */
  blocklist: readonly string[];
}

/** The same body where nothing is to be changed. */
export function renderAnswer(body: unknown, wishes: Wishes): unknown {
  const thin = wishes.sparse.size === 0 ? body : mapResources(body, (resource) => thinned(resource, wishes.sparse));
  const shown = withoutBlocked(thin, wishes.blocklist);
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
