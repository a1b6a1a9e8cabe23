import {newId} from '../protocol/ids.ts';
import type {Reader} from '../storage/database.ts';
import type {Keyring} from '../storage/keyring.ts';
import {insertWebhookSecret, listWebhookSecrets} from '../storage/webhook.ts';
import {newWebhookSecret} from './token.ts';
import type {Write} from './write.ts';

/** A secret that signs at this moment; `expiresAt` while it is being replaced. */
export interface OpenWebhookSecret {
  value: string;
  expiresAt: Date | null;
}

/** The secrets that sign now, newest first. They are sealed with the environment's key. */
export async function openWebhookSecrets(
  ground: {reader: Reader; keyring: Keyring; now: Date},
  envId: string,
  webhookId: string,
): Promise<OpenWebhookSecret[]> {
  const secrets: OpenWebhookSecret[] = [];
  for (const row of await listWebhookSecrets(ground.reader, envId, webhookId, ground.now)) {
    const plain = await ground.keyring.open(ground.reader, sealKey(envId, row.id), row.secret);
    secrets.push({value: plain.toString('utf8'), expiresAt: row.expires_at});
  }
  return secrets;
}

export async function addWebhookSecret(w: Write, webhookId: string): Promise<OpenWebhookSecret> {
  const value = newWebhookSecret();
  const id = newId('webhook-secret', w.now.getTime());
  const secret = await w.ctx.keyring.seal(w.tx, sealKey(w.envId, id), Buffer.from(value));
  await insertWebhookSecret(w.tx, {env_id: w.envId, id, webhook_id: webhookId, secret, created_at: w.now});
  return {value, expiresAt: null};
}

function sealKey(envId: string, id: string) {
  return {envId, subjectId: envId, context: `webhook-secret:${id}`};
}
