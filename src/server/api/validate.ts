/** What a schema says against a request, as errors with pointers; never with the refused value, which may be personal. */
import type * as z from 'zod';
import type {ErrorCode} from '../../protocol/errors.ts';
import {escapePointer} from './body.ts';
import {RequestErrors} from './error-answer.ts';
import type {Trouble} from './error-answer.ts';

const mostTold = 20;

export function validate<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RequestErrors(troublesOf(parsed.error, 'body'));
}

export function troublesOf(error: z.ZodError, place: 'body' | 'query'): [Trouble, ...Trouble[]] {
  const told = error.issues.flatMap((issue) => troubles(issue, place)).slice(0, mostTold);
  const [first = {code: 'bad_request', info: {}}, ...rest] = told;
  return [first, ...rest];
}

function troubles(issue: z.core.$ZodIssue, place: 'body' | 'query'): Trouble[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: place === 'body' ? 'unknown_attribute' : 'invalid_parameter',
      info: {details: 'nothing of this name is known here', pointer: pointerTo([...issue.path, key], place)},
    }));
  }
  const code: ErrorCode = place === 'body' ? 'invalid_attribute' : 'invalid_parameter';
  // zod's sentence names what was expected and the kind of what came, not the value; where it lists choices they are ours.
  return [{code, info: {details: issue.message, pointer: pointerTo(issue.path, place)}}];
}

function pointerTo(path: readonly PropertyKey[], place: 'body' | 'query'): string {
  if (place === 'query') return String(path[0] ?? '');
  return path.map((step) => `/${escapePointer(String(step))}`).join('');
}
