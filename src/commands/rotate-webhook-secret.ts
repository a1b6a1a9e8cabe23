import type {Row} from '../storage/schema.ts';
import {expireWebhookSecrets, findWebhookSecretInUse, setWebhookSecretExpiry} from '../storage/webhook.ts';
import {requireWebhook} from './update-webhook.ts';
import {addWebhookSecret, openWebhookSecrets} from './webhook-secrets.ts';
import type {OpenWebhookSecret} from './webhook-secrets.ts';
import type {Write} from './write.ts';

/**
 * Makes a new secret. The one it replaces signs beside it for `expiresInSeconds` (default 0: it ends now); older ones end now, so
 * that a delivery never carries more than two signatures.
 * @throws CountersignError `not_found`, `conflict` when archived
 */
export async function rotateWebhookSecret(
  w: Write,
  input: {webhookId: string; expiresInSeconds?: number},
): Promise<{webhook: Row<'webhook'>; secrets: OpenWebhookSecret[]}> {
  const webhook = await requireWebhook(w, input.webhookId);
  const current = await findWebhookSecretInUse(w.tx, w.envId, webhook.id);
  await expireWebhookSecrets(w.tx, w.envId, webhook.id, w.now);
  const until = new Date(w.now.getTime() + (input.expiresInSeconds ?? 0) * 1000);
  if (current) await setWebhookSecretExpiry(w.tx, w.envId, current.id, until);
  await addWebhookSecret(w, webhook.id);
  await w.audit('webhook.rotate-secret', 'webhook', webhook.id);
  return {
    webhook,
    secrets: await openWebhookSecrets({reader: w.tx, keyring: w.ctx.keyring, now: w.now}, w.envId, webhook.id),
  };
}
