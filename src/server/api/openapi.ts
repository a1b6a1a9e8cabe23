/** The operations as an OpenAPI 3.1 document, from the same schemas that judge requests. */
import {OpenAPIHono} from '@hono/zod-openapi';
import * as z from 'zod';
import {CountersignError, errorCodes, errors} from '../../protocol/errors.ts';
import {answerError, errorSchema} from './error-answer.ts';
import {examples} from './examples.ts';
import {registerOauth} from './oauth-openapi.ts';
import type {AnyOperation} from './operation.ts';

const requestHeaders = z.object({
  'Persona-Version': z
    .string()
    .optional()
    .meta({description: 'Dated version, also as `Countersign-Version`; default 2025-12-08.'}),
  'Key-Inflection': z
    .enum(['kebab', 'camel', 'snake'])
    .optional()
    .meta({description: 'How keys of the answer are written.'}),
});
const postHeaders = requestHeaders.extend({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({description: 'Repeats of a request under the same key get the first answer again, for 24 hours.'}),
});

const answerHeaders = {
  'Request-Id': {description: 'Names this request in logs.', schema: {type: 'string'}},
  'RateLimit-Limit': {description: 'Requests a minute for the environment.', schema: {type: 'integer'}},
  'RateLimit-Remaining': {description: 'How many are left in this minute.', schema: {type: 'integer'}},
  'RateLimit-Reset': {description: 'Seconds until the next minute.', schema: {type: 'integer'}},
} as const;

const parameterText: Record<string, string> = {
  'inquiry-id': 'Id of an inquiry, `inq_…`.',
  'inquiry-session-id': 'Id of an inquiry session, `iqse_…`.',
  'inquiry-template-id': 'Id of an inquiry template, `itmpl_…`.',
  'inquiry-template-version-id': 'Id of a version of an inquiry template, `itmplv_…`.',
  'account-id': 'Id of an account, `act_…`.',
  'verification-id': 'Id of a verification, `ver_…`.',
  'document-id': 'Id of a document, `doc_…`.',
  'account-type-id': 'Id of the type of accounts, `acttp_…`.',
  'importer-id': 'Id of an import, `mprt_…`.',
  'list-id': 'Id of a list, `lst_…`.',
  'transaction-id': 'Id of a transaction, `txn_…`.',
  'transaction-type-id': 'Id of a type of transactions, `txntp_…`.',
  'device-id': 'Id of a device, `dev_…`.',
  'list-item-id': 'Id of an item of a list, `lin_…`.',
  'event-id': 'Id of an event, `evt_…`.',
  'webhook-id': 'Id of a webhook, `wbh_…`.',
  'api-key-id': 'Id of an API key, `api_…`.',
  'theme-set-id': 'Id of a theme set, `theset_…`.',
  'api-log-id': 'Id of a request, `req_…`.',
  'user-audit-log-id': 'Id of an entry of the audit log, `ual_…`.',
  'oauth-client-id': 'Id of a client of OAuth, `oac_…`.',
};

const made = new WeakMap<object, object>();

/** Made when it is asked for first, and then kept: that takes a second of CPU, which no start should wait for. */
export function openApiDocument(operations: readonly AnyOperation[]): object {
  const document = made.get(operations) ?? makeDocument(operations);
  made.set(operations, document);
  return document;
}

function makeDocument(operations: readonly AnyOperation[]): object {
  const {openAPIRegistry: registry, getOpenAPI31Document} = new OpenAPIHono();
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, `countersign_sandbox_…` or `countersign_production_…`.',
  });
  for (const operation of operations) register(registry, operation);
  registerOauth(registry);
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Countersign API',
      version: '2025-12-08',
      description: 'Identity verification: inquiries, what they found, and the events they send.',
      license: {name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0'},
    },
    servers: [{url: '/api/v1'}],
    security: [{key: []}],
  });
}

function register(registry: OpenAPIHono['openAPIRegistry'], operation: AnyOperation): void {
  registry.registerPath({
    operationId: operation.id,
    method: operation.method,
    path: operation.path,
    tags: [operation.tag],
    summary: operation.summary,
    description: `${operation.description ? `${operation.description}\n\n` : ''}${needs(operation)}`,
    request: {
      params: pathSchema(operation.path),
      query: querySchema(operation),
      headers: operation.method === 'post' ? postHeaders : requestHeaders,
      ...(operation.bodySchema && {
        body: {
          required: !operation.bodySchema.safeParse({}).success,
          content: contentOf(operation),
        },
      }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, schema]) => [
          status,
          {
            description: 'Success',
            headers: answerHeaders,
            content: {[operation.contentType ?? 'application/json']: {schema, ...exampleOf(operation, Number(status))}},
          },
        ]),
      ),
      ...Object.fromEntries(
        errorStatuses(operation).map((status) => [
          status,
          {
            description: descriptionOf(status),
            content: {'application/json': {schema: errorSchema, example: errorOf(status)}},
          },
        ]),
      ),
    },
  });
}

/** Files come as base64 in JSON, or as a form of the same shape. */
function contentOf({id, bodySchema: schema = z.unknown(), largestBodyBytes}: AnyOperation) {
  const example = examples[id]?.request;
  return {
    'application/json': {schema, ...(example !== undefined && {example})},
    ...(largestBodyBytes !== undefined && {'multipart/form-data': {schema}}),
  };
}

/** As it was recorded; another status than the recorded one has none. */
function exampleOf({id}: AnyOperation, status: number): {example?: unknown} {
  const example = examples[id];
  return example?.status === status ? {example: example.response} : {};
}

/** The first error of this status, as it is answered. */
function errorOf(status: number): object {
  const code = errorCodes.find((known) => errors[known].status === status) ?? 'internal';
  return answerError(new CountersignError(code)).body;
}

function needs({permission}: AnyOperation): string {
  return permission === null ? 'Any key may ask.' : `Needs the permission \`${permission}\`.`;
}

function pathSchema(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  return z.object(
    Object.fromEntries(names.map((name) => [name, z.string().meta({description: parameterText[name] ?? name})])),
  );
}

function querySchema({querySchema: schema, includes = []}: AnyOperation): z.ZodObject {
  const own = schema instanceof z.ZodObject ? schema.shape : {};
  return z.object({
    ...own,
    ...(includes.length > 0 && {
      include: z
        .string()
        .optional()
        .meta({
          description: `What to send along in \`included\`, a comma list of: ${includes.join(', ')}.`,
          examples: [includes[0]],
        }),
    }),
    'fields[type]': z.string().optional().meta({
      description: 'Only these attributes of that resource type, a comma list; `fields.name-first` names one field.',
    }),
  });
}

function errorStatuses({method, path}: AnyOperation): number[] {
  const statuses = [400, 401, 403, 429];
  if (path.includes('{')) statuses.push(404);
  if (method !== 'get') statuses.push(409, 413, 415, 422);
  if (method === 'patch' && path.startsWith('/inquiry-template-versions/')) statuses.push(412);
  return statuses.sort((a, b) => a - b);
}

function descriptionOf(status: number): string {
  const codes = errorCodes.filter((code) => errors[code].status === status);
  return codes.map((code) => `\`${code}\`: ${errors[code].title}`).join('. ');
}
