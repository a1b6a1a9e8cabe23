/**
 * Webhooks come as `POST {"data": <event>}` with `Countersign-Signature: t=<unix s>,v1=<hex>` (and the same as `Persona-Signature`),
 * where the hex is HMAC-SHA256 of `t + "." + raw body` under the endpoint's secret. While a secret rotates there are two such sets,
 * separated by a space. Runs wherever WebCrypto does: Node 20, Deno, Bun, workers, browsers.
 */

export interface WebhookEvent {
  type: 'event';
  /** Constant over retries: remember it to handle an event once. */
  id: string;
  attributes: {
    /** `inquiry.approved`, … */
    name: string;
    payload: {data: Record<string, unknown>; included?: Record<string, unknown>[]};
    [attribute: string]: unknown;
  };
}

export interface VerifyWebhookOptions {
  /** How old (or, by a wrong clock, how far ahead) a signature may be; 300 by default. */
  toleranceSeconds?: number;
  /** The moment it is judged at, in milliseconds since 1970; now by default. */
  now?: number;
}

export type WebhookFailure =
  | 'missing_secret'
  | 'missing_header'
  | 'malformed_header'
  | 'parsed_body'
  | 'outside_tolerance'
  | 'no_match'
  | 'invalid_body';

/** Answer 400 to it. The message says what was expected; it never holds the secret or the body. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly code: WebhookFailure;

  constructor(code: WebhookFailure, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Checks that a webhook was signed with the endpoint's secret, lately, and over exactly these bytes.
 * @param rawBody the body as it came, before any JSON parser touched it
 * @param header the value of `Countersign-Signature`
 * @param secret the endpoint's secret, or several while one is being replaced
 * @returns the event
 * @throws WebhookVerificationError
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array | ArrayBuffer,
  header: string | readonly string[] | null | undefined,
  secret: string | readonly string[],
  {toleranceSeconds = 300, now = Date.now()}: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0 || !secrets.every((one) => typeof one === 'string' && one)) {
    throw new WebhookVerificationError(
      'missing_secret',
      'no secret was given; it is shown when the webhook is created',
    );
  }
  const body = toBytes(rawBody);
  const sets = readSets(header);
  const fresh = sets.filter(({time}) => Math.abs(now / 1000 - time) <= toleranceSeconds);
  if (fresh.length === 0) {
    throw new WebhookVerificationError(
      'outside_tolerance',
      `the signature is not within ${toleranceSeconds} s of this machine's clock`,
    );
  }
  for (const {time, signature} of fresh) {
    for (const one of secrets) if (await matches(one, time, signature, body)) return readEvent(body);
  }
  throw new WebhookVerificationError(
    'no_match',
    'no signature matches: the secret is another endpoint’s, or the body was parsed and written again before it came here',
  );
}

function toBytes(body: unknown): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new WebhookVerificationError(
    'parsed_body',
    'the body must be the raw text or bytes, not what a JSON parser made of it',
  );
}

interface SignatureSet {
  /** Unix seconds, as signed. */
  time: number;
  signature: Uint8Array<ArrayBuffer>;
}

/** `t=1700000000,v1=<64 hex>` once or more, separated by spaces; parts of other versions (`v2=…`) are passed over. */
function readSets(header: string | readonly string[] | null | undefined): SignatureSet[] {
  const text = typeof header === 'string' ? header : (header ?? []).join(' ');
  if (!text.trim()) {
    throw new WebhookVerificationError('missing_header', 'the header Countersign-Signature is missing');
  }
  const sets = text
    .trim()
    .split(/\s+/)
    .flatMap((set) => {
      const parts = set.split(',');
      const time = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
      return parts
        .filter((part) => /^v1=[0-9a-f]{64}$/.test(part))
        .map((part) => ({time: Number(time), signature: fromHex(part.slice(3))}));
    })
    .filter(({time}) => Number.isSafeInteger(time));
  if (sets.length === 0) {
    throw new WebhookVerificationError(
      'malformed_header',
      'the signature header must look like t=1700000000,v1=<64 hex digits>',
    );
  }
  return sets;
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** `subtle.verify` compares in constant time. */
async function matches(
  secret: string,
  time: number,
  signature: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const encoder = new TextEncoder();
  const hmac = {name: 'HMAC', hash: 'SHA-256'};
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), hmac, false, ['verify']);
  const prefix = encoder.encode(`${time}.`);
  const signed = new Uint8Array(prefix.length + body.length);
  signed.set(prefix);
  signed.set(body, prefix.length);
  return crypto.subtle.verify(hmac, key, signature, signed);
}

function readEvent(body: Uint8Array): WebhookEvent {
  try {
    const {data} = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body)) as {data?: WebhookEvent};
    if (data?.type === 'event' && typeof data.id === 'string') return data;
  } catch {
    // signed, but not by us as we write events: the same answer as below
  }
  throw new WebhookVerificationError('invalid_body', 'the signature is right, but the body is not {"data": <event>}');
}
