import * as z from 'zod';
import {createApiKey} from '../../../commands/create-api-key.ts';
import {cloneApiKey, updateApiKey} from '../../../commands/update-api-key.ts';
import {expireApiKey} from '../../../commands/expire-api-key.ts';
import {
  apiKeySchema,
  apiKeyWithValueSchema,
  createApiKeySchema,
  expireApiKeySchema,
  updateApiKeySchema,
} from '../../../protocol/api-key.ts';
import type {CreateApiKeyRequest, Permission} from '../../../protocol/api-key.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {findApiKey} from '../../../storage/api-key.ts';
import {listApiKeysNamed} from '../../../storage/api-key-list.ts';
import {presentApiKey} from '../../../storage/resources/api-key.ts';
import {checkFileTokenLife} from '../file-token-life.ts';
import {checkAllowList, permissionsFor} from '../given-rights.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const apiKeyOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-api-keys',
    method: 'get',
    path: '/api-keys',
    tag: 'API keys',
    summary: 'List API keys, newest first',
    permission: 'api_key.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[name]': z.string().max(255).optional().meta({description: 'Keys of this name.'}),
    }),
    answers: {200: listSchema(apiKeySchema)},
    async handle(call) {
      const name = call.query['filter[name]'];
      const {db} = call.ctx.database;
      const request = pageRequest('api-key', call.query);
      const page = await listApiKeysNamed(db, call.envId, {...(name !== undefined && {name})}, request);
      return listAnswer(call, page, (row) => presentApiKey(row));
    },
  }),
  operation({
    id: 'create-an-api-key',
    method: 'post',
    path: '/api-keys',
    tag: 'API keys',
    summary: 'Create an API key',
    description: 'Its value stands in this answer alone. A key cannot give away permissions it does not have.',
    permission: 'api_key.write',
    creates: true,
    query: z.strictObject({}),
    body: createApiKeySchema,
    answers: {201: oneSchema(apiKeyWithValueSchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      checkFileTokenLife(call.ctx, attributes['file-access-token-expires-in']);
      checkAllowList(attributes['ip-address-allowlist']);
      const permissions = permissionsFor(call.caller, attributes.permissions);
      return call.write({
        work: (w) =>
          createApiKey(w, {...settingsOf(attributes), name: attributes.name, ...(permissions && {permissions})}),
        subjectOf: ({apiKey}) => apiKey.env_id,
        respond: ({apiKey, value}) => ({status: 201, body: {data: presentApiKey(apiKey, value)}}),
      });
    },
  }),
  operation({
    id: 'retrieve-an-api-key',
    method: 'get',
    path: '/api-keys/{api-key-id}',
    tag: 'API keys',
    summary: 'Retrieve an API key, without its value',
    permission: 'api_key.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(apiKeySchema)},
    async handle(call) {
      const row = await findApiKey(call.ctx.database.db, call.envId, call.param('api-key-id'));
      if (!row) throw new CountersignError('not_found');
      return {status: 200, body: {data: presentApiKey(row)}};
    },
  }),
  operation({
    id: 'expire-an-api-key',
    method: 'post',
    path: '/api-keys/{api-key-id}/expire',
    tag: 'API keys',
    summary: 'Expire an API key',
    permission: 'api_key.write',
    query: z.strictObject({}),
    body: expireApiKeySchema,
    answers: {200: oneSchema(apiKeySchema)},
    handle: (call) =>
      call.write({
        work: (w) =>
          expireApiKey(w, {
            apiKeyId: call.param('api-key-id'),
            expiresInSeconds: call.body.meta['expires-in-seconds'],
          }),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentApiKey(row)}}),
      }),
  }),
  operation({
    id: 'update-an-api-key',
    method: 'patch',
    path: '/api-keys/{api-key-id}',
    tag: 'API keys',
    summary: 'Update an API key',
    description: 'Only what is given changes. A key cannot give away permissions it does not have.',
    permission: 'api_key.write',
    query: z.strictObject({}),
    body: updateApiKeySchema,
    answers: {200: oneSchema(apiKeySchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      checkFileTokenLife(call.ctx, attributes['file-access-token-expires-in']);
      checkAllowList(attributes['ip-address-allowlist']);
      if (attributes.permissions) permissionsFor(call.caller, attributes.permissions);
      const {permissions, name} = attributes;
      const settings = {
        ...settingsOf(attributes),
        ...(permissions && {permissions}),
        ...(name !== undefined && {name}),
      };
      return call.write({
        work: (w) => updateApiKey(w, {apiKeyId: call.param('api-key-id'), ...settings}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentApiKey(row)}}),
      });
    },
  }),
  operation({
    id: 'clone-an-api-key',
    method: 'post',
    path: '/api-keys/{api-key-id}/clone',
    tag: 'API keys',
    summary: 'Make another API key that may do the same',
    description: 'Its value stands in this answer alone.',
    permission: 'api_key.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(apiKeyWithValueSchema)},
    handle: (call) =>
      call.write({
        work: (w) =>
          cloneApiKey(w, {
            apiKeyId: call.param('api-key-id'),
            mayGive: (permissions) => void permissionsFor(call.caller, permissions as readonly Permission[]),
          }),
        subjectOf: ({apiKey}) => apiKey.env_id,
        respond: ({apiKey, value}) => ({status: 200, body: {data: presentApiKey(apiKey, value)}}),
      }),
  }),
];

type Attributes = CreateApiKeyRequest['data']['attributes'];

export function settingsOf(attributes: Omit<Attributes, 'name'>) {
  const {
    note,
    'api-version': apiVersion,
    'api-key-inflection': inflection,
    'api-attributes-blocklist': attributeBlocklist,
    'ip-address-allowlist': ipAllowList,
  } = attributes;
  return {
    ...(note !== undefined && {note}),
    ...(apiVersion && {apiVersion}),
    ...(inflection && {inflection}),
    ...(attributeBlocklist && {attributeBlocklist}),
    ...(ipAllowList && {ipAllowList}),
  };
}
