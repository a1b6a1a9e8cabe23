/**
 * Attributes an API key or a webhook never shows. A pattern is
 *
 * - a name, at any depth: `name-last`, `address-*`;
 * - a path from the document's root: `/data/attributes/fields/*-number`, `/*\/attributes/tags`, with `?type=inquiry` for one type;
 * - either with a leading `!`: an exemption, which wins over every pattern.
 *
 * It reaches inside `attributes` only, and names are compared whatever their inflection.
 */
import {toKebab} from './inflection.ts';

interface Pattern {
  exempt: boolean;
  /** One for a name, several for a path. */
  segments: RegExp[];
  isPath: boolean;
  type?: string;
}

/** The document (`{data, included?}`) without what the patterns block. */
export function withoutBlocked(document: unknown, blocklist: readonly string[]): unknown {
  if (blocklist.length === 0 || !isRecord(document)) return document;
  const patterns = blocklist.map(parsePattern);
  const shown: Record<string, unknown> = {...document};
  for (const root of ['data', 'included']) {
    const found = shown[root];
    if (Array.isArray(found)) shown[root] = found.map((one: unknown) => strippedResource(one, root, patterns));
    else if (root in shown) shown[root] = strippedResource(found, root, patterns);
  }
  return shown;
}

function strippedResource(resource: unknown, root: string, all: readonly Pattern[]): unknown {
  if (!isRecord(resource) || !isRecord(resource['attributes'])) return resource;
  const patterns = all.filter(({type}) => type === undefined || type === resource['type']);
  return {...resource, attributes: strip(resource['attributes'], [root, 'attributes'], {patterns, blocked: false})};
}

/** Below something blocked only exemptions survive. */
function strip(
  record: Record<string, unknown>,
  path: readonly string[],
  way: {patterns: readonly Pattern[]; blocked: boolean},
): Record<string, unknown> {
  // entries, not assignments: a key named __proto__ stays a plain key
  const kept: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    const here = [...path, toKebab(key)];
    const matching = way.patterns.filter((pattern) => matches(pattern, here));
    if (matching.some(({exempt}) => exempt)) {
      kept.push([key, value]);
      continue;
    }
    const blocked = way.blocked || matching.length > 0;
    if (isRecord(value)) {
      const inner = strip(value, here, {...way, blocked});
      if (!blocked || Object.keys(inner).length > 0) kept.push([key, inner]);
    } else if (!blocked) {
      const shown = Array.isArray(value)
        ? value.map((one: unknown) => (isRecord(one) ? strip(one, here, way) : one))
        : value;
      kept.push([key, shown]);
    }
  }
  return Object.fromEntries(kept);
}

function matches({segments, isPath}: Pattern, path: readonly string[]): boolean {
  if (!isPath) return segments[0]?.test(path.at(-1) ?? '') ?? false;
  return segments.length === path.length && segments.every((segment, i) => segment.test(path[i] ?? ''));
}

function parsePattern(text: string): Pattern {
  const exempt = text.startsWith('!');
  const [path = '', query = ''] = (exempt ? text.slice(1) : text).split('?', 2);
  const type = /(?:^|&)type=([^&]+)/.exec(query)?.[1];
  const isPath = path.startsWith('/');
  const names = isPath ? path.slice(1).split('/') : [path];
  return {exempt, isPath, segments: names.map(glob), ...(type !== undefined && {type})};
}

function glob(name: string): RegExp {
  const literal = (part: string) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${toKebab(name).split('*').map(literal).join('.*')}$`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
