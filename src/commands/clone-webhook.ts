import type {ApiVersion} from '../protocol/api-version.ts';
import type {Row} from '../storage/schema.ts';
import {createWebhook} from './create-webhook.ts';
import {requireWebhook} from './update-webhook.ts';
import {openWebhookHeaders} from './webhook-headers.ts';
import type {OpenWebhookSecret} from './webhook-secrets.ts';
import type {Write} from './write.ts';

/** Another webhook with the same settings, disabled, with a secret of its own. @throws CountersignError `not_found`, `conflict` when it is archived */
export async function cloneWebhook(
  w: Write,
  {webhookId}: {webhookId: string},
): Promise<{webhook: Row<'webhook'>; secrets: OpenWebhookSecret[]}> {
  const webhook = await requireWebhook(w, webhookId);
  const customHeaders = await openWebhookHeaders({reader: w.tx, keyring: w.ctx.keyring}, webhook);
  return createWebhook(w, {
    name: webhook.name,
    description: webhook.description,
    url: webhook.url,
    enabledEvents: webhook.enabled_events,
    apiVersion: webhook.api_version as ApiVersion,
    inflection: webhook.inflection,
    attributeBlocklist: webhook.attribute_blocklist,
    payloadFilter: webhook.payload_filter,
    includedAllowlist: webhook.included_allowlist,
    relationshipAllowlist: webhook.relationship_allowlist,
    ...(Object.keys(customHeaders).length > 0 && {customHeaders}),
  });
}
