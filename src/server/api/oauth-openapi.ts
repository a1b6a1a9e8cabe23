/** The two operations of OAuth as the OpenAPI document shows them; they stand beside the table because no key opens them. */
import type {OpenAPIHono} from '@hono/zod-openapi';
import * as z from 'zod';
import {CountersignError, errors} from '../../protocol/errors.ts';
import {
  accessTokenSchema,
  accessTokenSeconds,
  assertionType,
  oauthErrorSchema,
  tokenRequestSchema,
} from '../../protocol/oauth-client.ts';
import {answerError, errorSchema} from './error-answer.ts';

const rfcTokenSchema = z
  .strictObject({
    access_token: z.string(),
    expires_in: z.int(),
    scope: z.string(),
    token_type: z.literal('Bearer'),
  })
  .meta({id: 'rfc-access-token', description: 'The same as RFC 6749 writes it.'});

const revocationSchema = tokenRequestSchema.omit({grant_type: true, scope: true}).extend({token: z.string()});

const example = {expires: accessTokenSeconds, scope: 'inquiry.read account.read', token: 'countersign_access_…'};

function refusals() {
  const shown = (error: string, error_description: string) => ({
    'application/json': {schema: oauthErrorSchema, example: {error, error_description}},
  });
  return {
    400: {
      description: 'The request does not fit, or asks for more than the client may have',
      content: shown('invalid_scope', 'expected permissions that the client has'),
    },
    401: {
      description: 'The client is not known, or did not show that it is this one',
      content: shown('invalid_client', 'the client is not known, or did not show that it is this one'),
    },
    429: {
      description: `\`rate_limited\`: ${errors.rate_limited.title}`,
      content: {
        'application/json': {
          schema: errorSchema,
          example: answerError(new CountersignError('rate_limited')).body,
        },
      },
    },
  };
}

export const oauthPaths = ['/oauth/token', '/oauth/revoke'] as const;

export function registerOauth(registry: OpenAPIHono['openAPIRegistry']): void {
  registry.registerPath({
    operationId: 'create-access-token',
    method: 'post',
    path: '/oauth/token',
    tags: ['OAuth'],
    summary: 'Get an access token',
    description: `Client credentials. The client signs an assertion (RFC 7523; RS256 or ES256; \`iss\` and \`sub\` its id, \`aud\` this address, \`jti\`, \`iat\`, \`exp\`), or shows its secret by HTTP Basic or in the form. No API key is needed.`,
    security: [],
    request: {
      body: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: tokenRequestSchema,
            example: {
              grant_type: 'client_credentials',
              client_assertion_type: assertionType,
              client_assertion: 'eyJhbGciOiJFUzI1NiJ9…',
              scope: example.scope,
            },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'Success, to a client with a secret',
        content: {
          'application/json': {
            schema: rfcTokenSchema,
            example: {
              access_token: example.token,
              token_type: 'Bearer',
              expires_in: example.expires,
              scope: example.scope,
            },
          },
        },
      },
      201: {
        description: 'Success, to a client that signed an assertion',
        content: {
          'application/json': {
            schema: accessTokenSchema,
            example: {
              'access-token': example.token,
              'token-type': 'Bearer',
              'expires-in': example.expires,
              scope: example.scope,
            },
          },
        },
      },
      ...refusals(),
    },
  });
  registry.registerPath({
    operationId: 'revoke-access-token',
    method: 'post',
    path: '/oauth/revoke',
    tags: ['OAuth'],
    summary: 'Give an access token back',
    description:
      'RFC 7009: the client, shown as for a token, ends one of its own. A token that is not there is as good as ended.',
    security: [],
    request: {
      body: {
        required: true,
        content: {'application/x-www-form-urlencoded': {schema: revocationSchema, example: {token: example.token}}},
      },
    },
    responses: {
      200: {description: 'Success', content: {'application/json': {schema: z.strictObject({}), example: {}}}},
      ...refusals(),
    },
  });
}
