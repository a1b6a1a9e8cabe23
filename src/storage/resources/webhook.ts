import {nativeVersion, versionAt} from '../../protocol/api-version.ts';
import type {WebhookResource, WebhookWithSecretResource} from '../../protocol/webhook.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** A webhook as the API shows it; with `secrets` (opened, newest first) it shows those too. */
export function presentWebhook(row: Row<'webhook'>): WebhookResource;
export function presentWebhook(
  row: Row<'webhook'>,
  secrets: readonly {value: string; expiresAt: Date | null}[],
): WebhookWithSecretResource;
export function presentWebhook(
  row: Row<'webhook'>,
  secrets?: readonly {value: string; expiresAt: Date | null}[],
): WebhookResource | WebhookWithSecretResource {
  const attributes = {
    status: row.status,
    url: row.url,
    name: row.name,
    description: row.description,
    'api-version': versionAt(row.api_version || nativeVersion),
    'api-key-inflection': row.inflection,
    'api-attributes-blocklist': row.attribute_blocklist,
    'enabled-events': row.enabled_events,
    'payload-filter': row.payload_filter,
    'included-allowlist': row.included_allowlist,
    'relationship-allowlist': row.relationship_allowlist ?? {state: 'include_all' as const},
    'created-at': isoTime(row.created_at),
  };
  if (!secrets) return {type: 'webhook', id: row.id, attributes};
  return {
    type: 'webhook',
    id: row.id,
    attributes: {
      ...attributes,
      secret: secrets[0]?.value ?? '',
      secrets: secrets.map(({value, expiresAt}) => ({value, 'expires-at': isoTime(expiresAt)})),
    },
  };
}
