/** Trouble -> `{"errors": [...]}`. The reference leaves room for other keys at each status, so code and pointer stand where they fit. */
import * as z from 'zod';
import {CountersignError, errors} from '../../protocol/errors.ts';
import type {ErrorCode, ErrorInfo} from '../../protocol/errors.ts';

export const errorSchema = z
  .strictObject({
    errors: z.array(
      z.strictObject({
        title: z.string(),
        details: z.string().optional(),
        source: z.strictObject({pointer: z.string()}).optional().meta({description: 'On 422: where in the body.'}),
        meta: z
          .strictObject({code: z.string(), source: z.strictObject({pointer: z.string()}).optional()})
          .optional()
          .meta({description: 'On 400, 403, 404 and 409: the stable code and where.'}),
      }),
    ),
  })
  .meta({
    id: 'errors',
    description: 'What went wrong. The header `Error-Code` carries the code of the first on every status.',
  });

export interface Trouble {
  code: ErrorCode;
  info: ErrorInfo;
}

/** Several problems found at once; the status is that of the first. */
export class RequestErrors extends CountersignError {
  readonly all: readonly Trouble[];

  constructor(all: readonly [Trouble, ...Trouble[]]) {
    super(all[0].code, all[0].info);
    this.all = all;
  }
}

export interface ErrorAnswer {
  status: number;
  body: {errors: Record<string, unknown>[]};
  headers: Record<string, string>;
}

/** Anything thrown becomes an answer; what we did not foresee is `internal` and says nothing about itself. */
export function answerError(thrown: unknown): ErrorAnswer {
  const error = thrown instanceof CountersignError ? thrown : new CountersignError('internal');
  const all = error instanceof RequestErrors ? error.all : allOf(error);
  const status = error.status;
  return {
    status,
    body: {errors: all.map((trouble) => entry(status, trouble))},
    headers: {
      'Error-Code': error.code,
      ...(error.info.reason !== undefined && {'Error-Reason': error.info.reason}),
      ...(error.info.retryAfterSeconds !== undefined && {'Retry-After': String(error.info.retryAfterSeconds)}),
      ...(status === 401 && {'WWW-Authenticate': 'Bearer'}),
    },
  };
}

function allOf({code, info}: CountersignError): Trouble[] {
  return [{code, info}, ...(info.more ?? []).map((one) => ({code, info: one}))];
}

function entry(status: number, {code, info}: Trouble): Record<string, unknown> {
  const said = {title: errors[code].title, ...(info.details !== undefined && {details: info.details})};
  switch (status) {
    case 401:
      return {title: errors[code].title};
    case 429:
      return said;
    case 422:
      return {...said, ...(info.pointer !== undefined && {source: {pointer: info.pointer}})};
    default:
      return {...said, meta: {code, ...(info.pointer !== undefined && {source: {pointer: info.pointer}})}};
  }
}
