import type {FieldProblem} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';

/** The first field that does not fit, as an error; what came is never repeated, because it may be a person's datum. */
export function invalidField(problems: readonly FieldProblem[], base = '/data/attributes/fields'): CountersignError {
  const first = problems[0];
  return new CountersignError('invalid_field', {
    pointer: `${base}${first?.pointer ?? ''}`,
    details: `Expected ${first?.expected ?? 'values that fit the template'}.`,
  });
}
