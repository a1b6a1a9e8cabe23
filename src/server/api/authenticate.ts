/** `Authorization: Bearer <key>` -> who calls, or a refusal that does not tell a wrong key from an unknown one. */
import type {Context} from '../../commands/context.ts';
import {hashToken} from '../../commands/token.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {Permission} from '../../protocol/api-key.ts';
import {touchApiKey} from '../../storage/api-key.ts';
import {knownKeys} from '../../storage/known-keys.ts';
import type {KnownKey} from '../../storage/known-keys.ts';
import type {Row} from '../../storage/schema.ts';
import {isAllowed} from './ip-allow-list.ts';

export interface Caller {
  by: KnownKey['by'];
  key: Row<'api_key'>;
  environment: Row<'environment'>;
}

/** How stale `last-used-at` may be: one write a minute per key, not one a request. */
const lastUsedMs = 60_000;

export async function authenticate(
  ctx: Context,
  request: {authorization: string | undefined; address: string | undefined; now: Date},
): Promise<Caller> {
  const token = /^Bearer +([\x21-\x7e]{8,200})$/i.exec(request.authorization ?? '')?.[1];
  if (token === undefined) throw new CountersignError('unauthorized');
  const {db} = ctx.database;
  const known = await knownKeys(db).find(db, hashToken(token));
  if (!known || (known.key.expires_at !== null && known.key.expires_at <= request.now)) {
    throw new CountersignError('unauthorized');
  }
  const {by, key, environment} = known;
  if (!isAllowed(request.address, key.ip_allow_list)) {
    throw new CountersignError('forbidden', {
      details: 'the address of the caller is not on the allow-list of this key',
    });
  }
  // a client of OAuth was noted when it got the token
  if (by === 'oauth-client') return {by, key, environment};
  if (key.last_used_at === null || request.now.getTime() - key.last_used_at.getTime() > lastUsedMs) {
    key.last_used_at = request.now;
    await touchApiKey(db, key.env_id, key.id, request.now);
  }
  return {by, key, environment};
}

export function requirePermission(caller: Caller, permission: Permission): void {
  if (holdsPermission(caller, permission)) return;
  throw new CountersignError('forbidden', {details: `the key needs the permission ${permission}`});
}

export function holdsPermission({key}: Caller, permission: Permission): boolean {
  return key.permissions.includes('*') || key.permissions.includes(permission);
}
