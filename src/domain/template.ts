/** What a template says of inquiries before one runs: where its steps lead, do values fit its fields, where may a person return to. */
import type {fieldKinds, Step, TemplateGraph} from '../protocol/template.ts';

/** Names of the steps a step can lead to. */
export function stepTargets(step: Step): string[] {
  switch (step.kind) {
    case 'consent':
      return [step.next];
    case 'screen':
      return [
        step.next,
        ...step.components.flatMap((one) => (one.kind === 'button' && one.next !== undefined ? [one.next] : [])),
      ];
    case 'document':
    case 'generic-document':
    case 'selfie':
    case 'database':
    case 'connector':
    case 'phone-number':
    case 'email-address':
      return [step.next, step.failed];
    case 'branching':
      return [...step.routes.map(({next}) => next), step.else];
    case 'action':
      return [step.next];
    case 'success':
    case 'failed':
      return [];
  }
}

/** Steps that nobody sees: the inquiry goes through them in the commit that reached them. */
export function isAutomatic(step: Step): step is Extract<Step, {kind: 'branching' | 'action'}> {
  return step.kind === 'branching' || step.kind === 'action';
}

/** Steps that go on without the person: those nobody sees, and those that ask somebody else. */
export function runsAlone(step: Step): boolean {
  return isAutomatic(step) || step.kind === 'database' || step.kind === 'connector';
}

/** Where somebody without trouble goes on from a step: more than one way where the template branches. */
export function onwardTargets(step: Step): string[] {
  if (step.kind === 'branching') return stepTargets(step);
  return 'next' in step ? [step.next] : [];
}

export type FieldKind = (typeof fieldKinds)[number];
export type FieldSchemas = TemplateGraph['fields'];
/** Fields as they are kept and shown; `null` = not known. */
export type TypedFields = Record<string, {type: string; value: unknown}>;

export interface FieldProblem {
  key: string;
  /** JSON pointer below the object that holds the fields. */
  pointer: string;
  expected: string;
}

/** Every field of a template, without values. */
export function emptyFields(schemas: FieldSchemas): TypedFields {
  const fields: TypedFields = {};
  for (const key of Object.keys(schemas)) fields[key] = {type: schemas[key]?.type ?? 'string', value: null};
  return fields;
}

/** Puts written values over kept ones, or says every value that does not fit. `null` clears a field. */
export function writeFields(
  schemas: FieldSchemas,
  kept: TypedFields,
  written: Record<string, unknown>,
): {ok: true; fields: TypedFields} | {ok: false; problems: FieldProblem[]} {
  const fields = {...kept};
  const problems: FieldProblem[] = [];
  for (const [key, value] of Object.entries(written)) {
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    const expected = schema ? misfit(schema, value) : 'a field of the template';
    if (!schema || expected !== undefined)
      problems.push({key, pointer: `/${escapePointer(key)}`, expected: expected ?? ''});
    else fields[key] = {type: schema.type, value};
  }
  return problems.length > 0 ? {ok: false, problems} : {ok: true, fields};
}

/** What the value should have been; undefined when it fits. */
export function misfit(schema: FieldSchemas[string], value: unknown): string | undefined {
  if (value === null) return undefined;
  const choices = schema.choices ?? [];
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && value.length <= longestText && !value.includes('\0')
        ? undefined
        : `a text of at most ${longestText} characters`;
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : 'a date that exists, as YYYY-MM-DD';
    case 'datetime':
      return typeof value === 'string' && isDateTime(value) ? undefined : 'a time with offset, as 2026-03-29T19:06:45Z';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'a number';
    case 'integer':
      return Number.isSafeInteger(value) ? undefined : 'a whole number';
    case 'choices':
      return typeof value === 'string' && choices.includes(value) ? undefined : `one of ${choices.join(', ')}`;
    case 'multi_choices':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && choices.includes(one))
        ? undefined
        : `a list of ${choices.join(', ')}`;
    case 'array':
      return Array.isArray(value) && isPlain(value) ? undefined : 'a list';
    case 'json':
      return isPlain(value) ? undefined : 'JSON without null characters, at most 32 levels deep';
    case 'file':
      return 'no value: a file comes in through the flow';
  }
}

const longestText = 10_000;
const deepestJson = 32;

/** PostgreSQL stores no NUL in text or jsonb, and nesting costs stack wherever it is walked. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepestJson) return false;
  return Object.entries(value).every(([key, inner]) => !key.includes('\0') && isPlain(inner, depth + 1));
}

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  // the longest month of the proleptic Gregorian calendar decides: JavaScript alone turns 30 February into 2 March
  return (
    Number(year) > 0 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month))
  );
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isDateTime(text: string): boolean {
  const match =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  return match?.[1] !== undefined && isDate(match[1]);
}

/** RFC 6901 section 3. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The value a JSON pointer (RFC 6901) leads to; undefined where it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  let here = document;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

/** Seconds. */
export type InquiryExpiry = TemplateGraph['expiry'];

/** How long an inquiry's phases last: what its creator set, else what its template says. */
export function inquiryExpiry(graph: Pick<TemplateGraph, 'expiry'>, own: Partial<InquiryExpiry> | null): InquiryExpiry {
  return {...graph.expiry, ...own};
}

/** Schemes a browser runs or opens by itself rather than travels to. */
const neverRedirect: readonly string[] = [
  'javascript:',
  'data:',
  'vbscript:',
  'blob:',
  'file:',
  'about:',
  'filesystem:',
];

/**
 * Whether the hosted page may return to this address: an origin (`https://shop.example.com`) or scheme (`myapp://`) on the
 * template's list. With an empty list a server that holds an API key may name any address, a browser none.
 */
export function allowsRedirect(allowed: readonly string[], uri: string, namedBy: 'server' | 'browser'): boolean {
  const url = parse(uri);
  if (!url || neverRedirect.includes(url.protocol)) return false;
  if (url.username !== '' || url.password !== '') return false;
  if (allowed.length === 0) return namedBy === 'server';
  return allowed.some((entry) => {
    if (/^[a-z][a-z0-9+.-]*:\/\/$/i.test(entry)) return url.protocol === entry.slice(0, -2).toLowerCase();
    const origin = parse(entry);
    return origin !== undefined && origin.protocol === url.protocol && origin.host === url.host && origin.host !== '';
  });
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
