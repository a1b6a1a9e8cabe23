/**
 * The fields of an account: hashes `name` and `address`, and plain values, in the shape of the reference API.
 * They are written in that shape, or flat as `name-first`, `address-city` and so on, as older integrations do.
 */
import {
  emptyIdentificationNumbers,
  numberKeys,
  numbersField,
  writeIdentificationNumbers,
} from './identification-numbers.ts';
import {standardFields} from './default-templates.ts';
import {escapePointer, writeFields} from './template.ts';
import type {FieldProblem, TypedFields} from './template.ts';

/** Where each flat key stands: a top-level field, or a member of a hash. */
const places: Record<string, readonly [field: string, member?: string]> = {
  'name-first': ['name', 'first'],
  'name-middle': ['name', 'middle'],
  'name-last': ['name', 'last'],
  'address-street-1': ['address', 'street_1'],
  'address-street-2': ['address', 'street_2'],
  'address-city': ['address', 'city'],
  'address-subdivision': ['address', 'subdivision'],
  'address-postal-code': ['address', 'postal_code'],
  'address-country-code': ['address', 'country_code'],
  birthdate: ['birthdate'],
  'phone-number': ['phone_number'],
  'email-address': ['email_address'],
};

/** Fields that an account takes, by their flat keys. */
export const accountFieldKeys: readonly string[] = Object.keys(places);

/** Relations an account can stand in, by key, and what kind of object each points to. */
export const accountRelations: Readonly<Record<string, 'account'>> = {related_accounts: 'account'};

export function emptyAccountFields(): TypedFields {
  return nest(Object.fromEntries(Object.keys(places).map((key) => [key, {type: typeOf(key), value: null}])));
}

/** Puts written values, flat or nested, over kept ones, or says every value that does not fit. */
export function writeAccountFields(
  kept: TypedFields,
  written: Record<string, unknown>,
): {ok: true; fields: TypedFields} | {ok: false; problems: FieldProblem[]} {
  const {flat, pointers, unknown} = flatten(written);
  const numbers = writeIdentificationNumbers(kept[numbersField], written);
  const schemas = Object.fromEntries(Object.keys(places).map((key) => [key, {type: typeOf(key)}]));
  const result = writeFields(schemas, flatAccountFields(kept), flat);
  const problems = result.ok
    ? []
    : result.problems.map((problem) => ({...problem, pointer: pointers.get(problem.key) ?? problem.pointer}));
  if (unknown.length > 0 || !result.ok || !numbers.ok)
    return {ok: false, problems: [...unknown, ...problems, ...(numbers.ok ? [] : [numbers.problem])]};
  return {ok: true, fields: {...nest(result.fields), [numbersField]: numbers.field}};
}

function typeOf(key: string) {
  return standardFields[key]?.type ?? 'string';
}

/** `{name: {first}}`, `{name_first}` and `{'name-first'}` all become `name-first`, remembering where each value stood. */
function flatten(written: Record<string, unknown>) {
  const flat: Record<string, unknown> = {};
  const pointers = new Map<string, string>();
  const unknown: FieldProblem[] = [];
  const take = (key: string, value: unknown, pointer: string) => {
    if (Object.hasOwn(places, key)) {
      flat[key] = value;
      pointers.set(key, pointer);
    } else unknown.push({key, pointer, expected: 'a field of accounts'});
  };
  for (const [name, value] of Object.entries(written)) {
    const pointer = `/${escapePointer(name)}`;
    const key = name.replaceAll('_', '-');
    if (numberKeys.includes(key)) continue;
    if ((key === 'name' || key === 'address') && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [member, inner] of Object.entries(value)) {
        take(`${key}-${member.replaceAll('_', '-')}`, inner, `${pointer}/${escapePointer(member)}`);
      }
    } else take(key, value, pointer);
  }
  return {flat, pointers, unknown};
}

function nest(flat: TypedFields): TypedFields {
  const fields: TypedFields = {};
  const hashes: Record<string, TypedFields> = {};
  for (const [key, [field, member]] of Object.entries(places)) {
    const value = flat[key] ?? {type: typeOf(key), value: null};
    if (member === undefined) fields[field] = value;
    else {
      const hash = (hashes[field] ??= {});
      hash[member] = value;
      fields[field] = {type: 'hash', value: hash};
    }
  }
  return {...fields, [numbersField]: emptyIdentificationNumbers};
}

/** By their flat keys: `name-first`, `address-city`. */
export function flatAccountFields(fields: TypedFields): TypedFields {
  const flat: TypedFields = {};
  for (const [key, [field, member]] of Object.entries(places)) {
    const value = fields[field];
    const inner = member === undefined ? value : memberOf(value?.value, member);
    flat[key] = inner ?? {type: typeOf(key), value: null};
  }
  return flat;
}

function memberOf(hash: unknown, member: string): {type: string; value: unknown} | undefined {
  if (typeof hash !== 'object' || hash === null) return undefined;
  const found = (hash as Record<string, unknown>)[member];
  return typeof found === 'object' && found !== null && 'value' in found
    ? {type: typeOf(member), value: found.value}
    : undefined;
}
