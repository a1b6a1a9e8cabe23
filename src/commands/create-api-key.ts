import type {ApiVersion, Inflection} from '../protocol/api-version.ts';
import {nativeVersion} from '../protocol/api-version.ts';
import {permissions} from '../protocol/api-key.ts';
import type {Permission} from '../protocol/api-key.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {insertApiKey} from '../storage/api-key.ts';
import {findEnvironment} from '../storage/environment.ts';
import type {Row} from '../storage/schema.ts';
import {hashToken, newApiKeyValue} from './token.ts';
import type {Write} from './write.ts';

export interface CreateApiKey {
  name: string;
  note?: string | null;
  /** Default: everything but managing keys. */
  permissions?: readonly (Permission | '*')[];
  apiVersion?: ApiVersion;
  inflection?: Inflection;
  /** Addresses or CIDR ranges; empty = any. */
  ipAllowList?: readonly string[];
  attributeBlocklist?: readonly string[];
  expiresAt?: Date;
  /** A value chosen by the operator's settings; it must not be used anywhere yet. */
  value?: string;
}

/** A key of this environment; its value is given here and never again. */
export async function createApiKey(w: Write, input: CreateApiKey): Promise<{apiKey: Row<'api_key'>; value: string}> {
  const environment = await findEnvironment(w.tx, w.envId);
  if (!environment) throw new CountersignError('not_found');
  const token =
    input.value === undefined ? newApiKeyValue(environment.kind) : {value: input.value, hash: hashToken(input.value)};
  const apiKey = await insertApiKey(w.tx, {
    env_id: w.envId,
    id: newId('api-key', w.now.getTime()),
    name: input.name,
    note: input.note ?? null,
    hash: token.hash,
    permissions: JSON.stringify(
      input.permissions ?? permissions.filter((permission) => !permission.startsWith('api_key.')),
    ),
    api_version: input.apiVersion ?? nativeVersion,
    inflection: input.inflection ?? 'kebab',
    ip_allow_list: JSON.stringify(input.ipAllowList ?? []),
    attribute_blocklist: JSON.stringify(input.attributeBlocklist ?? []),
    expires_at: input.expiresAt ?? null,
    created_at: w.now,
    updated_at: w.now,
  });
  await w.audit('api-key.create', 'api-key', apiKey.id);
  return {apiKey, value: token.value};
}
