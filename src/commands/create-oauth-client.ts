import {nativeVersion} from '../protocol/api-version.ts';
import {permissions as allPermissions} from '../protocol/api-key.ts';
import type {Permission} from '../protocol/api-key.ts';
import {newId} from '../protocol/ids.ts';
import {insertOauthClient} from '../storage/oauth-client.ts';
import type {Row} from '../storage/schema.ts';
import type {CreateApiKey} from './create-api-key.ts';
import {newClientSecret} from './token.ts';
import type {Write} from './write.ts';

export interface CreateOauthClient extends Omit<CreateApiKey, 'expiresAt' | 'value'> {
  /** PEM; without one the client gets a secret. */
  publicKey?: string;
}

/** A client of this environment; its secret is given here and never again. */
export async function createOauthClient(
  w: Write,
  input: CreateOauthClient,
): Promise<{client: Row<'oauth_client'>; secret: string | null}> {
  const secret = input.publicKey === undefined ? newClientSecret() : null;
  const client = await insertOauthClient(w.tx, {
    env_id: w.envId,
    id: newId('oauth-client', w.now.getTime()),
    name: input.name,
    note: input.note ?? null,
    secret_hash: secret?.hash ?? null,
    public_key: input.publicKey ?? null,
    permissions: JSON.stringify(
      spelledOut(input.permissions ?? allPermissions.filter((permission) => !permission.startsWith('api_key.'))),
    ),
    api_version: input.apiVersion ?? nativeVersion,
    inflection: input.inflection ?? 'kebab',
    ip_allow_list: JSON.stringify(input.ipAllowList ?? []),
    attribute_blocklist: JSON.stringify(input.attributeBlocklist ?? []),
    created_at: w.now,
    updated_at: w.now,
  });
  await w.audit('oauth-client.create', 'oauth-client', client.id);
  return {client, secret: secret?.value ?? null};
}

/** A scope names permissions one by one, so everything is what there is today. */
export function spelledOut(given: readonly (Permission | '*')[]): Permission[] {
  return given.includes('*') ? [...allPermissions] : (given as Permission[]);
}
