/** Clients of OAuth are another kind of key, and what manages keys manages them. */
import * as z from 'zod';
import {createOauthClient} from '../../../commands/create-oauth-client.ts';
import {revokeOauthClient, updateOauthClient} from '../../../commands/update-oauth-client.ts';
import type {Permission} from '../../../protocol/api-key.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {
  createOauthClientSchema,
  oauthClientSchema,
  oauthClientWithSecretSchema,
  updateOauthClientSchema,
} from '../../../protocol/oauth-client.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {findOauthClient, listOauthClients} from '../../../storage/oauth-client.ts';
import {presentOauthClient} from '../../../storage/resources/oauth-client.ts';
import {checkPublicKey} from '../client-authentication.ts';
import {checkAllowList, permissionsFor} from '../given-rights.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';
import {settingsOf} from './api-keys.ts';

const tag = 'OAuth';

export const oauthClientOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-oauth-clients',
    method: 'get',
    path: '/oauth-clients',
    tag,
    summary: 'List OAuth clients, newest first',
    permission: 'api_key.read',
    query: z.strictObject(pageParameters),
    answers: {200: listSchema(oauthClientSchema)},
    async handle(call) {
      const page = await listOauthClients(call.ctx.database.db, call.envId, pageRequest('oauth-client', call.query));
      return listAnswer(call, page, (row) => presentOauthClient(row));
    },
  }),
  operation({
    id: 'create-an-oauth-client',
    method: 'post',
    path: '/oauth-clients',
    tag,
    summary: 'Create an OAuth client',
    description:
      'With a public key it signs assertions; without one its secret stands in this answer alone. It cannot be given permissions that the key does not have.',
    permission: 'api_key.write',
    creates: true,
    query: z.strictObject({}),
    body: createOauthClientSchema,
    answers: {201: oneSchema(oauthClientWithSecretSchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      const {'public-key': publicKey, name} = attributes;
      checkAllowList(attributes['ip-address-allowlist']);
      checkPublicKey(publicKey);
      const permissions = permissionsFor(call.caller, attributes.permissions);
      const input = {
        ...settingsOf(attributes),
        name,
        ...(permissions && {permissions}),
        ...(publicKey !== undefined && {publicKey}),
      };
      return call.write({
        work: (w) => createOauthClient(w, input),
        subjectOf: ({client}) => client.env_id,
        respond: ({client, secret}) => ({status: 201, body: {data: presentOauthClient(client, secret)}}),
      });
    },
  }),
  operation({
    id: 'retrieve-an-oauth-client',
    method: 'get',
    path: '/oauth-clients/{oauth-client-id}',
    tag,
    summary: 'Retrieve an OAuth client, without its secret',
    permission: 'api_key.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(oauthClientSchema)},
    async handle(call) {
      const row = await findOauthClient(call.ctx.database.db, call.envId, call.param('oauth-client-id'));
      if (!row) throw new CountersignError('not_found');
      return {status: 200, body: {data: presentOauthClient(row)}};
    },
  }),
  operation({
    id: 'update-an-oauth-client',
    method: 'patch',
    path: '/oauth-clients/{oauth-client-id}',
    tag,
    summary: 'Update an OAuth client',
    description:
      'Only what is given changes. Tokens lose what their client loses; another public key takes all tokens back.',
    permission: 'api_key.write',
    query: z.strictObject({}),
    body: updateOauthClientSchema,
    answers: {200: oneSchema(oauthClientSchema)},
    handle: (call) => {
      const {attributes} = call.body.data;
      const {'public-key': publicKey, name, permissions} = attributes;
      checkAllowList(attributes['ip-address-allowlist']);
      checkPublicKey(publicKey);
      if (permissions) permissionsFor(call.caller, permissions);
      const change = {
        ...settingsOf(attributes),
        ...(name !== undefined && {name}),
        ...(permissions && {permissions}),
        ...(publicKey !== undefined && {publicKey}),
      };
      return call.write({
        work: (w) =>
          updateOauthClient(w, {
            clientId: call.param('oauth-client-id'),
            mayGive: (held) => void permissionsFor(call.caller, held as readonly Permission[]),
            ...change,
          }),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentOauthClient(row)}}),
      });
    },
  }),
  operation({
    id: 'revoke-an-oauth-client',
    method: 'post',
    path: '/oauth-clients/{oauth-client-id}/revoke',
    tag,
    summary: 'Revoke an OAuth client',
    description: 'It gets no more tokens, and those it has stop working: at once here, within a second elsewhere.',
    permission: 'api_key.write',
    query: z.strictObject({}),
    answers: {200: oneSchema(oauthClientSchema)},
    handle: (call) =>
      call.write({
        work: (w) => revokeOauthClient(w, {clientId: call.param('oauth-client-id')}),
        subjectOf: (row) => row.env_id,
        respond: (row) => ({status: 200, body: {data: presentOauthClient(row)}}),
      }),
  }),
];
