/** Clients of OAuth (RFC 6749, client credentials): programs that exchange who they are for tokens of minutes. */
import * as z from 'zod';
import {createApiKeySchema} from './api-key.ts';
import {apiVersions, inflections} from './api-version.ts';
import {identifier, timestamp} from './resource.ts';

/** How long an access token works, in seconds. */
export const accessTokenSeconds = 900;
/** Of a signed assertion; the reference takes no longer ones. */
export const longestAssertionSeconds = 300;
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const attributes = {
  name: z.string(),
  note: z.string().nullable(),
  status: z.enum(['active', 'revoked']),
  'public-key': z.string().nullable().meta({description: 'Of the key pair that signs its assertions, as PEM.'}),
  'api-version': z.enum(apiVersions),
  'api-key-inflection': z.enum(inflections),
  'api-attributes-blocklist': z.array(z.string()),
  permissions: z.array(z.string()),
  'ip-address-allowlist': z.array(z.string()),
  'last-used-at': timestamp.nullable(),
  'revoked-at': timestamp.nullable(),
  'created-at': timestamp,
} as const;

const id = identifier.meta({examples: ['oac_1Bq5hFn7Xk2mVw9sTz4RpL']});

export const oauthClientSchema = z
  .strictObject({type: z.literal('oauth-client'), id, attributes: z.strictObject(attributes)})
  .meta({id: 'oauth-client', description: 'A program that gets access tokens; without its secret.'});
export type OauthClientResource = z.infer<typeof oauthClientSchema>;

export const oauthClientWithSecretSchema = z
  .strictObject({
    type: z.literal('oauth-client'),
    id,
    attributes: z.strictObject({
      ...attributes,
      'client-secret': z
        .string()
        .nullable()
        .meta({description: 'Shown this once; null for a client with a public key, which needs none.'}),
    }),
  })
  .meta({id: 'oauth-client-with-secret', description: 'A new client of OAuth.'});
export type OauthClientWithSecretResource = z.infer<typeof oauthClientWithSecretSchema>;

const {'file-access-token-expires-in': _life, ...taken} = createApiKeySchema.shape.data.shape.attributes.shape;
const writtenAttributes = z.strictObject({
  ...taken,
  'public-key': z.string().max(10_000).optional().meta({
    description: 'RSA of 2048 bits or more (RS256) or EC on P-256 (ES256), as PEM. Without one a secret is made.',
  }),
});

export const createOauthClientSchema = z.strictObject({
  data: z.strictObject({type: z.literal('oauth-client').optional(), attributes: writtenAttributes}),
});
export type CreateOauthClientRequest = z.infer<typeof createOauthClientSchema>;

export const updateOauthClientSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('oauth-client').optional(),
    id: identifier.optional(),
    attributes: writtenAttributes.partial(),
  }),
});

/** What a token request may say; other parameters are ignored, as RFC 6749 (section 3.2) asks. */
export const tokenRequestSchema = z.object({
  grant_type: z.string(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().optional(),
  scope: z.string().optional(),
});

export const accessTokenSchema = z
  .strictObject({
    'access-token': z.string(),
    'expires-in': z.int().meta({description: 'Seconds.'}),
    scope: z.string().meta({description: 'Permissions with blanks between them.'}),
    'token-type': z.literal('Bearer'),
  })
  .meta({id: 'access-token', description: 'A token that stands where an API key would.'});

/** RFC 6749, section 5.2. */
export const oauthErrorCodes = [
  'invalid_request',
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
] as const;
export type OauthErrorCode = (typeof oauthErrorCodes)[number];

export const oauthErrorSchema = z
  .strictObject({error: z.enum(oauthErrorCodes), error_description: z.string().optional()})
  .meta({id: 'oauth-error', description: 'What went wrong, as RFC 6749 writes it.'});
