import {CountersignError} from '../protocol/errors.ts';

/** For reads of what somebody may have had taken away meanwhile: then there is nothing. */
export function unlessGone(error: unknown): undefined {
  if (error instanceof CountersignError && (error.code === 'gone' || error.code === 'not_found')) return undefined;
  throw error;
}
