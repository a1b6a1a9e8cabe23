import * as z from 'zod';
import type {Context} from '../../../commands/context.ts';
import {createWebhook} from '../../../commands/create-webhook.ts';
import type {WebhookSettings} from '../../../commands/create-webhook.ts';
import {rotateWebhookSecret} from '../../../commands/rotate-webhook-secret.ts';
import {cloneWebhook} from '../../../commands/clone-webhook.ts';
import {archiveWebhook, disableWebhook, enableWebhook, updateWebhook} from '../../../commands/update-webhook.ts';
import {openWebhookSecrets} from '../../../commands/webhook-secrets.ts';
import type {Write} from '../../../commands/write.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {
  createWebhookSchema,
  rotateSecretSchema,
  updateWebhookSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from '../../../protocol/webhook.ts';
import type {UpdateWebhookRequest} from '../../../protocol/webhook.ts';
import {presentWebhook} from '../../../storage/resources/webhook.ts';
import type {Row} from '../../../storage/schema.ts';
import {findWebhook, listWebhooks} from '../../../storage/webhook.ts';
import {checkFileTokenLife} from '../file-token-life.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const webhookOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-webhooks',
    method: 'get',
    path: '/webhooks',
    tag: 'Webhooks',
    summary: 'List webhooks, newest first',
    permission: 'webhook.read',
    query: z.strictObject(pageParameters),
    answers: {200: listSchema(webhookSchema)},
    async handle(call) {
      const page = await listWebhooks(call.ctx.database.db, call.envId, {}, pageRequest('webhook', call.query));
      return listAnswer(call, page, (row) => presentWebhook(row));
    },
  }),
  operation({
    id: 'create-a-webhook',
    method: 'post',
    path: '/webhooks',
    tag: 'Webhooks',
    summary: 'Create a webhook',
    description: 'It starts disabled: store the secret of the answer first, then enable it.',
    permission: 'webhook.write',
    creates: true,
    query: z.strictObject({}),
    body: createWebhookSchema,
    answers: {201: oneSchema(webhookWithSecretSchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      const {url, 'enabled-events': enabledEvents} = attributes;
      const settings = settingsOf(call.ctx, attributes);
      return call.write({
        work: (w) => createWebhook(w, {...settings, url, enabledEvents}),
        subjectOf: ({webhook}) => webhook.env_id,
        respond: ({webhook, secrets}) => ({status: 201, body: {data: presentWebhook(webhook, secrets)}}),
      });
    },
  }),
  operation({
    id: 'retrieve-a-webhook',
    method: 'get',
    path: '/webhooks/{webhook-id}',
    tag: 'Webhooks',
    summary: 'Retrieve a webhook with its secrets',
    permission: 'webhook.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(webhookWithSecretSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findWebhook(db, call.envId, call.param('webhook-id'));
      if (!row) throw new CountersignError('not_found');
      const ground = {reader: db, keyring: call.ctx.keyring, now: call.now};
      return {
        status: 200,
        body: {data: presentWebhook(row, await openWebhookSecrets(ground, call.envId, row.id))},
      };
    },
  }),
  operation({
    id: 'update-a-webhook',
    method: 'patch',
    path: '/webhooks/{webhook-id}',
    tag: 'Webhooks',
    summary: 'Update a webhook',
    description: 'Only what is given changes.',
    permission: 'webhook.write',
    query: z.strictObject({}),
    body: updateWebhookSchema,
    answers: {200: oneSchema(webhookSchema)},
    handle: (call) => {
      const settings = settingsOf(call.ctx, call.body.data.attributes);
      return call.write({
        work: (w) => updateWebhook(w, {webhookId: call.param('webhook-id'), ...settings}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentWebhook(row)}}),
      });
    },
  }),
  switching('enable', enableWebhook, 'Its events are delivered from now on.'),
  switching('disable', disableWebhook, 'What waits to be delivered is given up.'),
  switching('archive', archiveWebhook, 'It is over: nothing brings it back.'),
  operation({
    id: 'clone-a-webhook',
    method: 'post',
    path: '/webhooks/{webhook-id}/clone',
    tag: 'Webhooks',
    summary: 'Make another webhook with the same settings',
    description: 'Disabled, and with a secret of its own.',
    permission: 'webhook.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(webhookWithSecretSchema)},
    handle: (call) =>
      call.write({
        work: (w) => cloneWebhook(w, {webhookId: call.param('webhook-id')}),
        subjectOf: ({webhook}) => webhook.env_id,
        respond: ({webhook, secrets}) => ({status: 200, body: {data: presentWebhook(webhook, secrets)}}),
      }),
  }),
  operation({
    id: 'rotate-a-webhook-secret',
    method: 'post',
    path: '/webhooks/{webhook-id}/rotate-secret',
    tag: 'Webhooks',
    summary: "Rotate a webhook's secret",
    description: 'The old secret signs beside the new one for `meta.expires-in-seconds`, by default not at all.',
    permission: 'webhook.write',
    query: z.strictObject({}),
    body: rotateSecretSchema,
    answers: {200: oneSchema(webhookWithSecretSchema)},
    handle: (call) => {
      const seconds = call.body.meta?.['expires-in-seconds'];
      return call.write({
        work: (w) =>
          rotateWebhookSecret(w, {
            webhookId: call.param('webhook-id'),
            ...(seconds !== undefined && {expiresInSeconds: seconds}),
          }),
        subjectOf: ({webhook}) => webhook.env_id,
        respond: ({webhook, secrets}) => ({status: 200, body: {data: presentWebhook(webhook, secrets)}}),
      });
    },
  }),
];

function switching(
  verb: 'enable' | 'disable' | 'archive',
  change: (w: Write, input: {webhookId: string}) => Promise<Row<'webhook'>>,
  description: string,
): AnyOperation {
  return operation({
    id: `${verb}-a-webhook`,
    method: 'post',
    path: `/webhooks/{webhook-id}/${verb}`,
    tag: 'Webhooks',
    summary: `${verb.charAt(0).toUpperCase()}${verb.slice(1)} a webhook`,
    description,
    permission: 'webhook.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(webhookSchema)},
    handle: (call) =>
      call.write({
        work: (w) => change(w, {webhookId: call.param('webhook-id')}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentWebhook(row)}}),
      }),
  });
}

function settingsOf(ctx: Context, attributes: UpdateWebhookRequest['data']['attributes']): Partial<WebhookSettings> {
  checkFileTokenLife(ctx, attributes['file-access-token-expires-in']);
  const {
    name,
    description,
    url,
    'enabled-events': enabledEvents,
    'api-version': apiVersion,
    'api-key-inflection': inflection,
    'api-attributes-blocklist': attributeBlocklist,
    'payload-filter': payloadFilter,
    'included-allowlist': includedAllowlist,
    'relationship-allowlist': relationshipAllowlist,
    'custom-http-headers': customHeaders,
  } = attributes;
  return {
    ...(name !== undefined && {name}),
    ...(description !== undefined && {description}),
    ...(url !== undefined && {url}),
    ...(enabledEvents && {enabledEvents}),
    ...(apiVersion && {apiVersion}),
    ...(inflection && {inflection}),
    ...(attributeBlocklist && {attributeBlocklist}),
    ...(payloadFilter && {payloadFilter}),
    ...(includedAllowlist && {includedAllowlist}),
    ...(relationshipAllowlist && {relationshipAllowlist}),
    ...(customHeaders && {customHeaders}),
  };
}
