/** Our stable codes as the reference SDK's five, with the HTTP status it expects beside each. */
import type {CompatibleError} from '../protocol/compatible.ts';

const known: Record<string, Omit<CompatibleError, 'message'>> = {
  invalid_config: {code: 'invalid_config', status: 400},
  invalid_attribute: {code: 'invalid_config', status: 400},
  unknown_attribute: {code: 'invalid_config', status: 400},
  invalid_parameter: {code: 'invalid_config', status: 400},
  invalid_field: {code: 'invalid_config', status: 400},
  not_found: {code: 'invalid_config', status: 400},
  forbidden: {code: 'invalid_config', status: 400},
  unauthenticated: {code: 'unauthenticated', status: 409},
  session_expired: {code: 'unauthenticated', status: 409},
  inactive_template: {code: 'inactive_template', status: 422},
  network: {code: 'application_error', status: 0},
  timeout: {code: 'application_error', status: 0},
  internal: {code: 'application_error', status: 0},
  gone: {code: 'unknown', status: 410},
  expired: {code: 'unknown', status: 410},
  unsupported_version: {code: 'unknown', status: 422},
  rate_limited: {code: 'unknown', status: 429},
  unavailable: {code: 'unknown', status: 503},
};

export function compatibleError(code: string, message: string): CompatibleError {
  return {...(known[code] ?? {code: 'unknown', status: 500}), message};
}
