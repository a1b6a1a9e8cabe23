import {versionAt} from '../../protocol/api-version.ts';
import type {OauthClientResource, OauthClientWithSecretResource} from '../../protocol/oauth-client.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** A client of OAuth as the API shows it; `secret` only in the answer that made it. */
export function presentOauthClient(row: Row<'oauth_client'>): OauthClientResource;
export function presentOauthClient(row: Row<'oauth_client'>, secret: string | null): OauthClientWithSecretResource;
export function presentOauthClient(
  row: Row<'oauth_client'>,
  secret?: string | null,
): OauthClientResource | OauthClientWithSecretResource {
  const attributes = {
    name: row.name,
    note: row.note,
    status: row.revoked_at === null ? ('active' as const) : ('revoked' as const),
    'public-key': row.public_key,
    'api-version': versionAt(row.api_version),
    'api-key-inflection': row.inflection,
    'api-attributes-blocklist': row.attribute_blocklist,
    permissions: row.permissions,
    'ip-address-allowlist': row.ip_allow_list,
    'last-used-at': isoTime(row.last_used_at),
    'revoked-at': isoTime(row.revoked_at),
    'created-at': isoTime(row.created_at),
  };
  if (secret === undefined) return {type: 'oauth-client', id: row.id, attributes};
  return {type: 'oauth-client', id: row.id, attributes: {...attributes, 'client-secret': secret}};
}
