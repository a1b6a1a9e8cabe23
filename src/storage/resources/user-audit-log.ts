import type {UserAuditLogResource, UserResource} from '../../protocol/user-audit-log.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

export function presentUserAuditLog(row: Row<'user_audit_log'>): UserAuditLogResource {
  return {
    type: 'user-audit-log',
    id: row.id,
    attributes: {
      ...(row.path !== null && {path: row.path}),
      ...(row.method !== null && {method: row.method}),
      ...(row.ip_address !== null && {'ip-address': row.ip_address}),
      ...(row.user_agent !== null && {'user-agent': row.user_agent}),
      'created-at': isoTime(row.created_at),
      'impersonator-email-address': null,
      context: {
        action: row.action,
        'actor-type': row.actor_type,
        'actor-id': row.actor_id,
        'object-type': row.object_type,
        'object-id': row.object_id,
        ...(row.object_type === 'inquiry' && {'inquiry-id': row.object_id}),
        'request-id': row.request_id,
        number: row.number,
        hash: row.hash.toString('hex'),
        'previous-hash': row.previous_hash.toString('hex'),
      },
    },
    relationships: {...(row.actor_type === 'operator' && {user: {data: {type: 'user' as const, id: row.actor_id}}})},
  };
}

/** Names are kept as one; the first word is shown as the first name. */
export function presentUser({id, email, name}: Row<'operator'>): UserResource {
  const [first = '', ...rest] = name.split(' ');
  return {
    type: 'user',
    id,
    attributes: {'email-address': email, 'name-first': first, 'name-last': rest.join(' ')},
  };
}
