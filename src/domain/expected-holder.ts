/** What is known of the holder before a document is read: the fields that say who somebody is, of an inquiry or an account. */
import {residentFieldNames, type ResidentFieldName} from '../protocol/generic-document.ts';
import {recordColumns} from '../protocol/database.ts';
import type {PersonRecord} from '../protocol/database.ts';
import type {GovernmentIdFieldName} from '../protocol/government-id.ts';
import {flatAccountFields} from './account.ts';
import type {TypedFields} from './template.ts';

export type ExpectedHolder = Partial<Record<GovernmentIdFieldName, string>>;

const names = ['name-first', 'name-middle', 'name-last', 'birthdate', 'identification-number'] as const;

export type ExpectedResident = Partial<Record<ResidentFieldName, string>>;

export function holderOfInquiry(fields: TypedFields): ExpectedHolder {
  return textsOf(fields, names);
}

/** Everything that records may be searched by. */
export function personOfInquiry(fields: TypedFields): PersonRecord {
  return textsOf(
    fields,
    recordColumns.filter((column) => column !== 'deceased'),
  );
}

/** Who they are and where they live. */
export function residentOfInquiry(fields: TypedFields): ExpectedResident {
  return textsOf(fields, residentFieldNames);
}

function textsOf<N extends string>(fields: TypedFields, names: readonly N[]): Partial<Record<N, string>> {
  const expected: Partial<Record<N, string>> = {};
  for (const name of names) {
    const value = fields[name]?.value;
    if (typeof value === 'string' && value.trim() !== '') expected[name] = value;
  }
  return expected;
}

export function holderOfAccount(fields: TypedFields): ExpectedHolder {
  return holderOfInquiry(flatAccountFields(fields));
}

export function residentOfAccount(fields: TypedFields): ExpectedResident {
  return residentOfInquiry(flatAccountFields(fields));
}
