import assert from 'node:assert/strict';
import type {Check} from '../../../../src/protocol/check.ts';
import type {PictureReading, SubmissionReading} from '../../../../src/verification/document/reading.ts';
import {runChecks} from '../../../../src/verification/document/run-checks.ts';
import {submission} from '../submission.ts';

/** One check of a submission. */
export function checkOf(name: string, pictures: PictureReading[], about: Partial<SubmissionReading> = {}): Check {
  const check = runChecks(submission(pictures, about)).find((one) => one.name === name);
  assert.ok(check, `expected ${name}`);
  return check;
}

/** Its status and its reasons. */
export function verdictOf(...given: Parameters<typeof checkOf>): [string, ...string[]] {
  const check = checkOf(...given);
  return [check.status, ...check.reasons];
}
