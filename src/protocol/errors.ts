/**
 * Every error the system can answer with: one stable code, its HTTP status and its title.
 * Hosts and clients switch on the code; titles and details may improve freely. Neither ever carries a person's data or a token.
 */
import type {ProblemCode} from './position.ts';

export const errors = {
  bad_request: {status: 400, title: 'Bad request'},
  invalid_json: {status: 400, title: 'The body is not valid JSON'},
  invalid_attribute: {status: 400, title: 'Invalid attribute'},
  unknown_attribute: {status: 400, title: 'Unknown attribute'},
  invalid_parameter: {status: 400, title: 'Invalid query parameter'},
  invalid_header: {status: 400, title: 'Invalid header'},
  invalid_config: {status: 400, title: 'The embed is not configured correctly'},
  unauthorized: {status: 401, title: 'Must be authenticated to access this endpoint'},
  session_expired: {status: 401, title: 'The session is no longer valid'},
  forbidden: {status: 403, title: 'The API key lacks the permission for this'},
  not_found: {status: 404, title: 'Record not found'},
  timeout: {status: 408, title: 'The request took too long'},
  conflict: {status: 409, title: 'Conflict with the current state'},
  idempotency_conflict: {status: 409, title: 'The idempotency key was used with another request'},
  invalid_transition: {status: 409, title: 'The current status does not allow this'},
  stale_version: {status: 409, title: 'The record changed meanwhile'},
  unauthenticated: {status: 409, title: 'A session token is needed to resume this inquiry'},
  gone: {status: 410, title: 'The record was redacted'},
  precondition_failed: {status: 412, title: 'The record changed since it was read'},
  payload_too_large: {status: 413, title: 'The body is too large'},
  range_mismatch: {status: 416, title: 'The part does not continue where the upload stands'},
  unsupported_media_type: {status: 415, title: 'Unsupported content type'},
  unsupported_version: {status: 422, title: 'The embed is of a version this server no longer speaks'},
  inactive_template: {status: 422, title: 'The inquiry template is not active'},
  invalid_field: {status: 422, title: 'A field does not fit its schema'},
  unprocessable: {status: 422, title: 'The request cannot be processed'},
  rate_limited: {status: 429, title: 'Too many requests'},
  internal: {status: 500, title: 'Internal server error'},
  unavailable: {status: 503, title: 'Temporarily unavailable'},
} as const;

export type ErrorCode = keyof typeof errors;
export const errorCodes = Object.keys(errors) as ErrorCode[];

/** Where and why: `pointer` is a JSON pointer into the body, or the name of a query parameter or header. */
export interface ErrorInfo {
  details?: string;
  pointer?: string;
  retryAfterSeconds?: number;
  /** Why, in a word to switch on, where the code has several reasons: `file_cmyk`. */
  reason?: string;
  /** What the person can do about it; the flow has words for it. */
  problem?: ProblemCode;
  /** What else was found wrong at the same time. */
  more?: readonly {details: string; pointer: string}[];
  /** Everything that does not fit, where more than one thing may. */
  answers?: readonly {pointer: string; code: string; limit?: number | string}[];
}

/** Thrown for trouble that a caller can be told about; one function in `server/` turns it into a response. */
export class CountersignError extends Error {
  override readonly name = 'CountersignError';
  readonly code: ErrorCode;
  readonly info: ErrorInfo;

  constructor(code: ErrorCode, info: ErrorInfo = {}, options?: ErrorOptions) {
    super(info.details ?? errors[code].title, options);
    this.code = code;
    this.info = info;
  }

  get status(): (typeof errors)[ErrorCode]['status'] {
    return errors[this.code].status;
  }
}
