/**
 * Text messages by an HTTP hook: the operator's own small service, or their vendor's, takes each message as JSON and sends it.
 *
 *   POST <hook>
 *   Content-Type: application/json
 *   Countersign-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + body)>
 *   Countersign-Message-Id: mail_…   (the same over retries, so that a message taken twice is sent once)
 *
 *   {"id": "mail_…", "to": "+4915112345678", "text": "…"}
 *
 * Any 2xx means taken; anything else, a time-out or a redirect is tried again.
 */
import type {GuardedFetch} from './guarded-fetch.ts';

export interface TextMessage {
  /** E.164. */
  to: string;
  text: string;
}

export interface SmsSender {
  /** Resolves when the hook took the message; rejects to be tried again. */
  send(message: TextMessage, messageId: string): Promise<void>;
}

export interface SmsHookOptions {
  url: string;
  fetch: GuardedFetch;
  /** The signature header's value for a body. */
  sign: (body: string) => string;
  timeoutMs: number;
}

/** Neither the number nor the text stands in its message. */
export class SmsHookError extends Error {
  override readonly name = 'SmsHookError';
}

export function openSmsHook({url, fetch, sign, timeoutMs}: SmsHookOptions): SmsSender {
  return {
    async send({to, text}, messageId) {
      const body = JSON.stringify({id: messageId, to, text});
      const headers = {
        'Content-Type': 'application/json',
        'User-Agent': 'Countersign-Messages/1',
        'Countersign-Signature': sign(body),
        'Countersign-Message-Id': messageId,
      };
      const {status} = await fetch(url, {method: 'POST', headers, body, timeoutMs});
      if (status < 200 || status > 299) throw new SmsHookError(`The SMS hook answered ${status}`);
    },
  };
}
