/** What is known of the holder before a document is read: the fields that say who somebody is, of an inquiry or an account. */
import type {GovernmentIdFieldName} from '../protocol/government-id.ts';
import {flatAccountFields} from './account.ts';
import type {TypedFields} from './template.ts';

export type ExpectedHolder = Partial<Record<GovernmentIdFieldName, string>>;

const names = ['name-first', 'name-middle', 'name-last', 'birthdate', 'identification-number'] as const;

export function holderOfInquiry(fields: TypedFields): ExpectedHolder {
  const expected: ExpectedHolder = {};
  for (const name of names) {
    const value = fields[name]?.value;
    if (typeof value === 'string' && value.trim() !== '') expected[name] = value;
  }
  return expected;
}

export function holderOfAccount(fields: TypedFields): ExpectedHolder {
  return holderOfInquiry(flatAccountFields(fields));
}
