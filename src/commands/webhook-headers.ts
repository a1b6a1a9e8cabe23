import type {Reader} from '../storage/database.ts';
import type {Keyring} from '../storage/keyring.ts';
import type {Row} from '../storage/schema.ts';

/** A webhook's own headers often carry credentials, so they are sealed with the environment's key. */
export function sealWebhookHeaders(
  ground: {reader: Reader; keyring: Keyring},
  webhook: {envId: string; id: string},
  headers: Record<string, string>,
): Promise<Buffer> {
  return ground.keyring.seal(ground.reader, sealKey(webhook.envId, webhook.id), Buffer.from(JSON.stringify(headers)));
}

export async function openWebhookHeaders(
  ground: {reader: Reader; keyring: Keyring},
  webhook: Pick<Row<'webhook'>, 'env_id' | 'id' | 'custom_headers'>,
): Promise<Record<string, string>> {
  if (!webhook.custom_headers) return {};
  const plain = await ground.keyring.open(ground.reader, sealKey(webhook.env_id, webhook.id), webhook.custom_headers);
  return JSON.parse(plain.toString('utf8')) as Record<string, string>;
}

function sealKey(envId: string, webhookId: string) {
  return {envId, subjectId: envId, context: `webhook-headers:${webhookId}`};
}
