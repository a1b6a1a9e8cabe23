import type {ApiLogHandlingResource, ApiLogResource} from '../../protocol/api-log.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

export function presentApiLog(row: Row<'api_log'>): ApiLogResource {
  return {
    type: 'api-log',
    id: row.id,
    attributes: {
      request: {
        method: row.method,
        path: row.path,
        headers: {
          Authorization: `Bearer [${row.caller_id}]`,
          ...(row.host !== null && {Host: row.host}),
          ...(row.api_version !== null && {'Persona-Version': row.api_version}),
          ...(row.user_agent !== null && {'User-Agent': row.user_agent}),
        },
        'get-params': row.parameters,
        ...(row.ip_address !== null && {'ip-address': row.ip_address}),
      },
      response: {status: row.status, headers: {'Request-Id': row.id}},
      'created-at': isoTime(row.created_at),
      'redacted-at': null,
    },
  };
}

/** What the reference's shape of a log has no room for. */
export function presentApiLogHandling(row: Row<'api_log'>): ApiLogHandlingResource {
  return {
    type: 'api-log-handling',
    id: row.id,
    attributes: {
      operation: row.operation,
      'caller-id': row.caller_id,
      'duration-ms': Math.round(row.duration_ms * 10) / 10,
      'error-code': row.error_code,
    },
  };
}
