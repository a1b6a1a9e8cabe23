import type {AccountResource} from '../../protocol/account.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** An account as the API and its events show it. */
export function presentAccount(row: Row<'account'>): AccountResource {
  return {
    type: 'account',
    id: row.id,
    attributes: {
      'reference-id': row.reference_id,
      'account-type-name': row.account_type,
      'account-status': row.status,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
      'redacted-at': isoTime(row.redacted_at),
      fields: row.fields as AccountResource['attributes']['fields'],
      tags: row.tags,
    },
    relationships: {'account-type': {data: {type: 'account-type', id: accountTypeId(row.env_id)}}},
  };
}

/** Every environment has the one built-in account type, so its id follows from the environment's. */
export function accountTypeId(envId: string): string {
  return envId.replace(/^env_/, 'acttp_');
}
