import {versionAt} from '../../protocol/api-version.ts';
import type {ApiKeyResource, ApiKeyWithValueResource} from '../../protocol/api-key.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** An API key as the API shows it; `value` only in the answer that created it. */
export function presentApiKey(row: Row<'api_key'>): ApiKeyResource;
export function presentApiKey(row: Row<'api_key'>, value: string): ApiKeyWithValueResource;
export function presentApiKey(row: Row<'api_key'>, value?: string): ApiKeyResource | ApiKeyWithValueResource {
  const attributes = {
    name: row.name,
    note: row.note,
    'api-version': versionAt(row.api_version),
    'api-key-inflection': row.inflection,
    'api-attributes-blocklist': row.attribute_blocklist,
    permissions: row.permissions,
    'ip-address-allowlist': row.ip_allow_list,
    'last-used-at': isoTime(row.last_used_at),
    'expires-at': isoTime(row.expires_at),
    'created-at': isoTime(row.created_at),
  };
  if (value === undefined) return {type: 'api-key', id: row.id, attributes};
  return {type: 'api-key', id: row.id, attributes: {...attributes, value}};
}
