import {accessTokenSeconds} from '../protocol/oauth-client.ts';
import {insertOauthToken, updateOauthClientRow, useAssertion} from '../storage/oauth-client.ts';
import type {Row} from '../storage/schema.ts';
import {hashToken, newAccessToken} from './token.ts';
import type {Write} from './write.ts';

export interface IssueAccessToken {
  client: Row<'oauth_client'>;
  permissions: readonly string[];
  /** Of the assertion that the client showed; it is good once. */
  assertion?: {id: string; expiresAt: Date};
}

/** The token's value, given here and never again; undefined when the assertion was used before. */
export async function issueAccessToken(
  w: Write,
  {client, permissions, assertion}: IssueAccessToken,
): Promise<string | undefined> {
  if (assertion) {
    const jti_hash = hashToken(assertion.id);
    const row = {env_id: w.envId, client_id: client.id, jti_hash, expires_at: assertion.expiresAt};
    if (!(await useAssertion(w.tx, row))) return undefined;
  }
  const token = newAccessToken();
  await insertOauthToken(w.tx, {
    env_id: w.envId,
    hash: token.hash,
    client_id: client.id,
    permissions: JSON.stringify(permissions),
    created_at: w.now,
    expires_at: new Date(w.now.getTime() + accessTokenSeconds * 1000),
  });
  await updateOauthClientRow(w.tx, w.envId, client.id, {last_used_at: w.now});
  await w.audit('oauth-token.issue', 'oauth-client', client.id);
  return token.value;
}
