import {CountersignError} from '../protocol/errors.ts';
import {knownKeys} from '../storage/known-keys.ts';
import {deleteOauthTokens, findOauthClient, updateOauthClientRow} from '../storage/oauth-client.ts';
import type {Row} from '../storage/schema.ts';
import {spelledOut} from './create-oauth-client.ts';
import type {CreateOauthClient} from './create-oauth-client.ts';
import type {Write} from './write.ts';

/**
 * Changes what is given. Tokens that are out lose what the client loses, within a second; with another public key they are taken back,
 * and a secret does not count any more. Whoever holds the new key may do what the client may: `mayGive` looks at that first.
 * @throws CountersignError `not_found`, `invalid_transition` for a client that was revoked
 */
export async function updateOauthClient(
  w: Write,
  {
    clientId,
    mayGive,
    ...change
  }: {clientId: string; mayGive(permissions: readonly string[]): void} & Partial<CreateOauthClient>,
): Promise<Row<'oauth_client'>> {
  const client = await findOauthClient(w.tx, w.envId, clientId);
  if (!client) throw new CountersignError('not_found');
  if (client.revoked_at) throw new CountersignError('invalid_transition', {details: 'the client was revoked'});
  if (change.publicKey !== undefined) {
    mayGive(client.permissions);
    await takeTokensBack(w, clientId);
  }
  const updated = await updateOauthClientRow(w.tx, w.envId, clientId, {
    ...(change.name !== undefined && {name: change.name}),
    ...(change.note !== undefined && {note: change.note}),
    ...(change.publicKey !== undefined && {public_key: change.publicKey, secret_hash: null}),
    ...(change.permissions && {permissions: JSON.stringify(spelledOut(change.permissions))}),
    ...(change.apiVersion && {api_version: change.apiVersion}),
    ...(change.inflection && {inflection: change.inflection}),
    ...(change.ipAllowList && {ip_allow_list: JSON.stringify(change.ipAllowList)}),
    ...(change.attributeBlocklist && {attribute_blocklist: JSON.stringify(change.attributeBlocklist)}),
    updated_at: w.now,
  });
  if (!updated) throw new CountersignError('not_found');
  await w.audit('oauth-client.update', 'oauth-client', clientId);
  return updated;
}

/** Ends a client and every token it holds, for good. @throws CountersignError `not_found` */
export async function revokeOauthClient(w: Write, {clientId}: {clientId: string}): Promise<Row<'oauth_client'>> {
  const client = await findOauthClient(w.tx, w.envId, clientId);
  if (!client) throw new CountersignError('not_found');
  if (client.revoked_at) return client;
  await takeTokensBack(w, clientId);
  const revoked = await updateOauthClientRow(w.tx, w.envId, clientId, {
    secret_hash: null,
    revoked_at: w.now,
    updated_at: w.now,
  });
  if (!revoked) throw new CountersignError('not_found');
  await w.audit('oauth-client.revoke', 'oauth-client', clientId);
  return revoked;
}

/** At once in this process, and within a second in others. `hash` names one token. */
export async function takeTokensBack(w: Write, clientId: string, hash?: Buffer): Promise<void> {
  const gone = await deleteOauthTokens(w.tx, w.envId, {clientId, ...(hash && {hash})});
  w.afterCommit(() => {
    for (const token of gone) knownKeys(w.ctx.database.db).forget(token);
  });
}
