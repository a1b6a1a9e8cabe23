import {CountersignError} from '../protocol/errors.ts';
import type {Row} from '../storage/schema.ts';
import {cancelDeliveries} from '../storage/webhook-delivery.ts';
import {findWebhook, updateWebhookRow} from '../storage/webhook.ts';
import {checkWebhookUrl} from './create-webhook.ts';
import type {WebhookSettings} from './create-webhook.ts';
import {sealWebhookHeaders} from './webhook-headers.ts';
import type {Write} from './write.ts';

/** Changes what is given. @throws CountersignError `not_found`, `invalid_attribute`, `conflict` when archived */
export async function updateWebhook(
  w: Write,
  input: {webhookId: string} & Partial<WebhookSettings>,
): Promise<Row<'webhook'>> {
  const webhook = await requireWebhook(w, input.webhookId);
  if (input.url !== undefined) checkWebhookUrl(input.url);
  const headers =
    input.customHeaders &&
    (await sealWebhookHeaders(
      {reader: w.tx, keyring: w.ctx.keyring},
      {envId: w.envId, id: webhook.id},
      input.customHeaders,
    ));
  const updated = await updateWebhookRow(w.tx, w.envId, webhook.id, {
    ...(input.name !== undefined && {name: input.name}),
    ...(input.description !== undefined && {description: input.description}),
    ...(input.url !== undefined && {url: input.url}),
    ...(input.enabledEvents && {enabled_events: JSON.stringify(input.enabledEvents)}),
    ...(input.apiVersion !== undefined && {api_version: input.apiVersion}),
    ...(input.inflection !== undefined && {inflection: input.inflection}),
    ...(input.attributeBlocklist && {attribute_blocklist: JSON.stringify(input.attributeBlocklist)}),
    ...(input.payloadFilter !== undefined && {
      payload_filter: input.payloadFilter === null ? null : JSON.stringify(input.payloadFilter),
    }),
    ...(input.includedAllowlist && {included_allowlist: JSON.stringify(input.includedAllowlist)}),
    ...(input.relationshipAllowlist && {relationship_allowlist: JSON.stringify(input.relationshipAllowlist)}),
    ...(headers && {custom_headers: headers}),
    updated_at: w.now,
  });
  if (!updated) throw new CountersignError('not_found');
  await w.audit('webhook.update', 'webhook', webhook.id);
  return updated;
}

export function enableWebhook(w: Write, input: {webhookId: string}): Promise<Row<'webhook'>> {
  return setStatus(w, input.webhookId, 'enabled');
}

/** What waits for it is given up; it can be replayed later. */
export async function disableWebhook(w: Write, input: {webhookId: string}): Promise<Row<'webhook'>> {
  const updated = await setStatus(w, input.webhookId, 'disabled');
  await cancelDeliveries(w.tx, w.envId, input.webhookId, 'webhook_disabled');
  return updated;
}

/** It is over: nothing is delivered, and nothing brings it back. */
export async function archiveWebhook(w: Write, input: {webhookId: string}): Promise<Row<'webhook'>> {
  const updated = await setStatus(w, input.webhookId, 'archived');
  await cancelDeliveries(w.tx, w.envId, input.webhookId, 'webhook_archived');
  return updated;
}

const verbs = {enabled: 'enable', disabled: 'disable', archived: 'archive'} as const;

async function setStatus(w: Write, webhookId: string, status: keyof typeof verbs): Promise<Row<'webhook'>> {
  const webhook = await requireWebhook(w, webhookId);
  const updated = await updateWebhookRow(w.tx, w.envId, webhook.id, {status, updated_at: w.now});
  if (!updated) throw new CountersignError('not_found');
  await w.audit(`webhook.${verbs[status]}`, 'webhook', webhook.id);
  return updated;
}

/** @throws CountersignError `not_found`, and `conflict` when it was archived */
export async function requireWebhook(w: Write, webhookId: string): Promise<Row<'webhook'>> {
  const webhook = await findWebhook(w.tx, w.envId, webhookId);
  if (!webhook) throw new CountersignError('not_found');
  if (webhook.status === 'archived') throw new CountersignError('conflict', {details: 'The webhook is archived.'});
  return webhook;
}
