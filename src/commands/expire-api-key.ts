import {CountersignError} from '../protocol/errors.ts';
import {findApiKey, updateApiKeyExpiry} from '../storage/api-key.ts';
import {knownKeys} from '../storage/known-keys.ts';
import type {Row} from '../storage/schema.ts';
import type {Write} from './write.ts';

/** Ends a key after a while (0 = now); an end that comes earlier stays. @throws CountersignError `not_found` */
export async function expireApiKey(
  w: Write,
  input: {apiKeyId: string; expiresInSeconds: number},
): Promise<Row<'api_key'>> {
  const key = await findApiKey(w.tx, w.envId, input.apiKeyId);
  if (!key) throw new CountersignError('not_found');
  const at = new Date(w.now.getTime() + input.expiresInSeconds * 1000);
  const end = key.expires_at && key.expires_at < at ? key.expires_at : at;
  const updated = await updateApiKeyExpiry(w.tx, w.envId, key.id, end, w.now);
  if (!updated) throw new CountersignError('not_found');
  w.afterCommit(() => knownKeys(w.ctx.database.db).forget(updated));
  await w.audit('api-key.expire', 'api-key', key.id);
  return updated;
}
