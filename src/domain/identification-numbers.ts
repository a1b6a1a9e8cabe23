/** The numbers a person is known by to states, as an account keeps them: class, number and issuing country. */
import type {FieldProblem, TypedFields} from './template.ts';

export const numbersField = 'identification_numbers';

/** Keys that write them; the second and third are how older integrations write one number. */
export const numberKeys: readonly string[] = ['identification-numbers', 'social-security-number', 'country-code'];

type Field = TypedFields[string];
export const emptyIdentificationNumbers: Field = {type: 'array', value: []};

const members = ['identification_class', 'identification_number', 'issuing_country'] as const;
type Written = Record<(typeof members)[number], string>;

/** The list replaces what was kept; a social security number is put beside it, in place of one of the same country. */
export function writeIdentificationNumbers(
  kept: Field | undefined,
  written: Record<string, unknown>,
): {ok: true; field: Field} | {ok: false; problem: FieldProblem} {
  const given = new Map(Object.entries(written).map(([key, value]) => [key.replaceAll('_', '-'), {key, value}]));
  const list = given.get('identification-numbers');
  const ssn = given.get('social-security-number');
  const country = given.get('country-code')?.value ?? 'US';
  let field = kept ?? emptyIdentificationNumbers;
  if (list) {
    const numbers = list.value === null ? [] : readList(list.value);
    if (!numbers) return misfit(list.key, `a list of objects with ${members.join(', ')}`);
    field = {type: 'array', value: numbers.map(typed)};
  }
  if (ssn && ssn.value !== null) {
    if (!isText(ssn.value)) return misfit(ssn.key, 'a text of at most 100 characters');
    if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country))
      return misfit('country-code', 'an ISO 3166-1 alpha-2 code in capitals');
    const number = typed({identification_class: 'ssn', identification_number: ssn.value, issuing_country: country});
    field = {type: 'array', value: [...otherThan(field, country), number]};
  }
  return {ok: true, field};
}

function readList(value: unknown): Written[] | undefined {
  if (!Array.isArray(value) || value.length > 20) return undefined;
  const read = value.filter(isWritten);
  return read.length === value.length ? read : undefined;
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length === members.length && entries.every(([key, text]) => members.some((m) => m === key) && isText(text))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 100 && !value.includes('\0');
}

function typed(number: Written): Field {
  const value = Object.fromEntries(members.map((member) => [member, {type: 'string', value: number[member]}]));
  return {type: 'hash', value};
}

function otherThan(field: Field, country: string): unknown[] {
  const list: unknown[] = Array.isArray(field.value) ? field.value : [];
  const same = JSON.stringify({identification_class: 'ssn', issuing_country: country});
  return list.filter((item) => JSON.stringify(nameOf(item)) !== same);
}

function nameOf(item: unknown): Record<string, unknown> {
  const {value} = item as {value: Record<string, {value: unknown}>};
  return {identification_class: value['identification_class']?.value, issuing_country: value['issuing_country']?.value};
}

function misfit(key: string, expected: string): {ok: false; problem: FieldProblem} {
  return {ok: false, problem: {key, pointer: `/${key}`, expected}};
}
