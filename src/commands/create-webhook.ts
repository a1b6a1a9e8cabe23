import type {ApiVersion, Inflection} from '../protocol/api-version.ts';
import {nativeVersion} from '../protocol/api-version.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {IncludedAllowlist, RelationshipAllowlist} from '../protocol/webhook.ts';
import {insertWebhook} from '../storage/webhook.ts';
import type {Row} from '../storage/schema.ts';
import {sealWebhookHeaders} from './webhook-headers.ts';
import {addWebhookSecret} from './webhook-secrets.ts';
import type {OpenWebhookSecret} from './webhook-secrets.ts';
import type {Write} from './write.ts';

export interface WebhookSettings {
  name?: string | null;
  description?: string | null;
  url: string;
  /** Event names, or `*`. */
  enabledEvents: readonly string[];
  apiVersion?: ApiVersion;
  inflection?: Inflection;
  attributeBlocklist?: readonly string[];
  /** What the payload must contain; null = anything. */
  payloadFilter?: Record<string, unknown> | null;
  includedAllowlist?: IncludedAllowlist | null;
  relationshipAllowlist?: RelationshipAllowlist | null;
  customHeaders?: Record<string, string>;
}

/** A webhook starts disabled: its owner stores the secret first, then enables it. @throws CountersignError `invalid_attribute` */
export async function createWebhook(
  w: Write,
  input: WebhookSettings & {status?: 'enabled' | 'disabled'},
): Promise<{webhook: Row<'webhook'>; secrets: OpenWebhookSecret[]}> {
  checkWebhookUrl(input.url);
  const id = newId('webhook', w.now.getTime());
  const headers =
    input.customHeaders &&
    (await sealWebhookHeaders({reader: w.tx, keyring: w.ctx.keyring}, {envId: w.envId, id}, input.customHeaders));
  const webhook = await insertWebhook(w.tx, {
    env_id: w.envId,
    id,
    name: input.name ?? null,
    description: input.description ?? null,
    url: input.url,
    status: input.status ?? 'disabled',
    api_version: input.apiVersion ?? nativeVersion,
    inflection: input.inflection ?? 'kebab',
    enabled_events: JSON.stringify(input.enabledEvents),
    payload_filter: input.payloadFilter ? JSON.stringify(input.payloadFilter) : null,
    attribute_blocklist: JSON.stringify(input.attributeBlocklist ?? []),
    included_allowlist: input.includedAllowlist ? JSON.stringify(input.includedAllowlist) : null,
    relationship_allowlist: input.relationshipAllowlist ? JSON.stringify(input.relationshipAllowlist) : null,
    custom_headers: headers ?? null,
    created_at: w.now,
    updated_at: w.now,
  });
  const secret = await addWebhookSecret(w, id);
  await w.audit('webhook.create', 'webhook', id);
  return {webhook, secrets: [secret]};
}

/** Form only: what the name resolves to is checked at every connection, where it cannot be changed afterwards. */
export function checkWebhookUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '') return;
  throw new CountersignError('invalid_attribute', {
    pointer: '/data/attributes/url',
    details: 'Expected an http or https address without user name, password or fragment.',
  });
}
