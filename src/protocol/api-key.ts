/** Keys to the public API. */
import * as z from 'zod';
import {apiVersions, inflections} from './api-version.ts';
import {identifier, timestamp} from './resource.ts';

/** What a key may do; `*` is everything. Nouns that come later have their names already, so keys made today keep their meaning. */
export const permissions = [
  'account.read',
  'account.write',
  'api_key.read',
  'api_key.write',
  'api_log.read',
  'case.read',
  'case.write',
  'document.read',
  'document.write',
  'event.read',
  'inquiry.read',
  'inquiry.write',
  'list.read',
  'list.write',
  'report.read',
  'report.write',
  'template.write',
  'txn.read',
  'txn.write',
  'user_audit_log.read',
  'verification.read',
  'verification.write',
  'webhook.read',
  'webhook.write',
  'workflow.trigger',
] as const;
export type Permission = (typeof permissions)[number];

const attributes = {
  name: z.string(),
  note: z.string().nullable(),
  'api-version': z.enum(apiVersions),
  'api-key-inflection': z.enum(inflections),
  'api-attributes-blocklist': z.array(z.string()),
  permissions: z.array(z.string()),
  'ip-address-allowlist': z.array(z.string()),
  'last-used-at': timestamp.nullable(),
  'expires-at': timestamp.nullable(),
  'created-at': timestamp,
} as const;

const id = identifier.meta({examples: ['api_1Bq5hFn7Xk2mVw9sTz4RpL']});

export const apiKeySchema = z
  .strictObject({type: z.literal('api-key'), id, attributes: z.strictObject(attributes)})
  .meta({id: 'api-key', description: 'A key to the public API, without its value.'});
export type ApiKeyResource = z.infer<typeof apiKeySchema>;

export const apiKeyWithValueSchema = z
  .strictObject({
    type: z.literal('api-key'),
    id,
    attributes: z.strictObject({
      ...attributes,
      value: z.string().meta({description: 'The key itself; shown this once.'}),
    }),
  })
  .meta({id: 'api-key-with-value', description: 'A new key to the public API.'});
export type ApiKeyWithValueResource = z.infer<typeof apiKeyWithValueSchema>;

const permissionNouns = [...new Set(permissions.map((permission) => permission.replace(/\..*$/, '')))];

/** `inquiry.*` is taken for every permission of inquiries. */
const permissionsSchema = z
  .array(z.enum([...permissions, '*', ...permissionNouns.map((noun) => `${noun}.*` as const)]))
  .max(100)
  .transform((given) =>
    given.flatMap((name) => {
      if (name === '*' || !name.endsWith('.*')) return [name as Permission | '*'];
      return permissions.filter((permission) => permission.startsWith(name.slice(0, -1)));
    }),
  );

export const createApiKeySchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('api-key').optional(),
    attributes: z.strictObject({
      name: z.string().min(1).max(255),
      note: z.string().max(2000).nullable().optional(),
      'api-version': z.enum(apiVersions).optional(),
      'api-key-inflection': z.enum(inflections).optional(),
      'api-attributes-blocklist': z.array(z.string().min(1).max(255)).max(100).optional(),
      'ip-address-allowlist': z
        .array(z.string().min(1).max(60))
        .max(200)
        .optional()
        .meta({description: 'Addresses or CIDR ranges; `*` or empty is any.'}),
      permissions: permissionsSchema.optional(),
      'file-access-token-expires-in': z
        .int()
        .min(60)
        .max(6 * 3600)
        .optional(),
    }),
  }),
});
export type CreateApiKeyRequest = z.infer<typeof createApiKeySchema>;

export const updateApiKeySchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('api-key').optional(),
    id: identifier.optional(),
    attributes: createApiKeySchema.shape.data.shape.attributes.partial(),
  }),
});

export const expireApiKeySchema = z.strictObject({
  meta: z.strictObject({
    'expires-in-seconds': z
      .int()
      .min(0)
      .max(366 * 24 * 3600)
      .meta({description: '0 expires it now.'}),
  }),
});
