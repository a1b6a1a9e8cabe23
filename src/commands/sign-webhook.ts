import {createHmac} from 'node:crypto';

/**
 * The signature header of a webhook delivery: `t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + rawBody)>`,
 * one such set for each secret that is valid now, separated by a space. The whole secret, prefix included, is the key.
 */
export function signWebhook(rawBody: string, secrets: readonly string[], now: Date): string {
  const t = Math.floor(now.getTime() / 1000);
  return secrets
    .map((secret) => `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${rawBody}`).digest('hex')}`)
    .join(' ');
}
