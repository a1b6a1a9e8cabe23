/** Where events are delivered, and what the API accepts about it. */
import * as z from 'zod';
import {apiVersions, inflections} from './api-version.ts';
import {identifier, timestamp} from './resource.ts';

const relations = z.array(z.string().min(1).max(100)).min(1).max(50);

/** What is sent along with events: all that hangs on the object, nothing, or what is named for each type of event. */
const includedAllowlist = z.union([
  z.strictObject({state: z.enum(['include_all', 'include_none'])}),
  z.strictObject({
    state: z.literal('custom'),
    'event-types': z
      .array(
        z.strictObject({
          'event-type': z
            .string()
            .min(1)
            .max(100)
            .meta({examples: ['inquiry']}),
          relationships: relations.meta({examples: [['account', 'verifications']]}),
        }),
      )
      .min(1)
      .max(200),
  }),
]);
export type IncludedAllowlist = z.infer<typeof includedAllowlist>;

/** Whether resources in events tell their relationships. */
const relationshipAllowlist = z.strictObject({state: z.enum(['include_all', 'include_none'])});
export type RelationshipAllowlist = z.infer<typeof relationshipAllowlist>;

const attributes = {
  status: z.enum(['enabled', 'disabled', 'archived']),
  url: z.string(),
  name: z.string().nullable(),
  description: z.string().nullable(),
  'api-version': z.enum(apiVersions),
  'api-key-inflection': z.enum(inflections),
  'api-attributes-blocklist': z.array(z.string()),
  'enabled-events': z.array(z.string()),
  'payload-filter': z.record(z.string(), z.unknown()).nullable(),
  'included-allowlist': includedAllowlist.nullable(),
  'relationship-allowlist': relationshipAllowlist,
  'created-at': timestamp,
} as const;

const id = identifier.meta({examples: ['wbh_1Bq5hFn7Xk2mVw9sTz4RpL']});

export const webhookSchema = z
  .strictObject({type: z.literal('webhook'), id, attributes: z.strictObject(attributes)})
  .meta({id: 'webhook', description: 'Where events are delivered.'});
export type WebhookResource = z.infer<typeof webhookSchema>;

export const webhookWithSecretSchema = z
  .strictObject({
    type: z.literal('webhook'),
    id,
    attributes: z.strictObject({
      ...attributes,
      secret: z.string().meta({description: 'The newest signing secret.'}),
      secrets: z
        .array(z.strictObject({value: z.string(), 'expires-at': timestamp.nullable()}))
        .meta({description: 'Every secret that signs at the moment; two while one is being rotated.'}),
    }),
  })
  .meta({id: 'webhook-with-secret', description: 'A webhook with the secrets that sign its deliveries.'});
export type WebhookWithSecretResource = z.infer<typeof webhookWithSecretSchema>;

const headerName = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/);

const written = z.strictObject({
  name: z.string().min(1).max(255).optional(),
  description: z.string().max(2000).nullable().optional(),
  url: z.url({protocol: /^https?$/}).max(2000),
  'enabled-events': z
    .array(
      z
        .string()
        .regex(
          /^(\*|[a-z][a-z-]*(\/[a-z-]+)?\.[a-z][a-z-]*)$/,
          'expected an event name such as inquiry.approved, or *',
        ),
    )
    .min(1)
    .max(200)
    .meta({examples: [['inquiry.approved', 'inquiry.declined']]}),
  'api-version': z.enum(apiVersions).optional(),
  'api-key-inflection': z.enum(inflections).optional(),
  'api-attributes-blocklist': z.array(z.string().min(1).max(255)).max(100).optional(),
  'file-access-token-expires-in': z
    .int()
    .min(60)
    .max(6 * 3600)
    .optional(),
  'payload-filter': z.strictObject({data: z.record(z.string(), z.unknown()).optional()}).optional(),
  'included-allowlist': includedAllowlist.optional(),
  'relationship-allowlist': relationshipAllowlist.optional(),
  'custom-http-headers': z.record(headerName, z.string().regex(/^[\t\x20-\x7e]{0,2000}$/)).optional(),
});

export const createWebhookSchema = z.strictObject({
  data: z.strictObject({type: z.literal('webhook').optional(), attributes: written}),
});
export type CreateWebhookRequest = z.infer<typeof createWebhookSchema>;

export const updateWebhookSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('webhook').optional(),
    id: identifier.optional(),
    attributes: written.partial(),
  }),
});
export type UpdateWebhookRequest = z.infer<typeof updateWebhookSchema>;

export const rotateSecretSchema = z.strictObject({
  meta: z
    .strictObject({
      'expires-in-seconds': z
        .int()
        .min(0)
        .max(7 * 24 * 3600)
        .optional()
        .meta({description: 'How long the old secret keeps signing beside the new one.'}),
    })
    .optional(),
});
