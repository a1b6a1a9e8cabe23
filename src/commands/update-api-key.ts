import {CountersignError} from '../protocol/errors.ts';
import {findApiKey, updateApiKeyRow} from '../storage/api-key.ts';
import {knownKeys} from '../storage/known-keys.ts';
import type {Row} from '../storage/schema.ts';
import {createApiKey} from './create-api-key.ts';
import type {CreateApiKey} from './create-api-key.ts';
import type {Write} from './write.ts';

/** Changes what is given, at once in this process and within a second in others. @throws CountersignError `not_found` */
export async function updateApiKey(
  w: Write,
  {apiKeyId, ...change}: {apiKeyId: string} & Partial<Omit<CreateApiKey, 'value' | 'expiresAt'>>,
): Promise<Row<'api_key'>> {
  const updated = await updateApiKeyRow(w.tx, w.envId, apiKeyId, {
    ...(change.name !== undefined && {name: change.name}),
    ...(change.note !== undefined && {note: change.note}),
    ...(change.permissions && {permissions: JSON.stringify(change.permissions)}),
    ...(change.apiVersion && {api_version: change.apiVersion}),
    ...(change.inflection && {inflection: change.inflection}),
    ...(change.ipAllowList && {ip_allow_list: JSON.stringify(change.ipAllowList)}),
    ...(change.attributeBlocklist && {attribute_blocklist: JSON.stringify(change.attributeBlocklist)}),
    updated_at: w.now,
  });
  if (!updated) throw new CountersignError('not_found');
  w.afterCommit(() => knownKeys(w.ctx.database.db).forget(updated));
  await w.audit('api-key.update', 'api-key', updated.id);
  return updated;
}

/** Another key that may do the same, without an end. `mayGive` looks at what the first may do before anything is made. */
export async function cloneApiKey(
  w: Write,
  {apiKeyId, mayGive}: {apiKeyId: string; mayGive(permissions: readonly string[]): void},
): Promise<{apiKey: Row<'api_key'>; value: string}> {
  const key = await findApiKey(w.tx, w.envId, apiKeyId);
  if (!key) throw new CountersignError('not_found');
  mayGive(key.permissions);
  return createApiKey(w, {
    name: key.name,
    note: key.note,
    permissions: key.permissions as NonNullable<CreateApiKey['permissions']>,
    apiVersion: key.api_version as NonNullable<CreateApiKey['apiVersion']>,
    inflection: key.inflection,
    ipAllowList: key.ip_allow_list,
    attributeBlocklist: key.attribute_blocklist,
  });
}
