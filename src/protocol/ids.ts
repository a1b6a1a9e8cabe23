/**
 * Identifiers: a prefix that names the kind, an underscore, and 22 base58 characters.
 * The first nine encode the creation time in milliseconds, so ids sort by age within a kind; the other
 * thirteen are random (76 bits), so ids cannot be guessed or collide across processes.
 */

/** Every id prefix, by the resource type it names. */
export const idPrefixes = {
  account: 'act',
  'account-type': 'acttp',
  'api-key': 'api',
  audit: 'ual',
  'data-set': 'dset',
  'data-set-version': 'dsetv',
  delivery: 'wbhdel',
  device: 'dev',
  document: 'doc',
  environment: 'env',
  event: 'evt',
  evidence: 'evd',
  file: 'fil',
  importer: 'mprt',
  inquiry: 'inq',
  'inquiry-session': 'iqse',
  'inquiry-template': 'itmpl',
  'inquiry-template-version': 'itmplv',
  list: 'lst',
  'list-item': 'lin',
  liveness: 'liv',
  mail: 'mail',
  'message-count': 'msgc',
  'oauth-client': 'oac',
  'one-time-code': 'otc',
  operator: 'user',
  organization: 'org',
  request: 'req',
  'theme-set': 'theset',
  transaction: 'txn',
  'transaction-label': 'txnl',
  'transaction-type': 'txntp',
  verification: 'ver',
  webhook: 'wbh',
  'webhook-secret': 'wbhsec',
} as const;

export type IdKind = keyof typeof idPrefixes;

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const timeLength = 9;
const randomLength = 13;

/** A fresh id of a kind, e.g. `inq_1Bq5…`. `now` is epoch milliseconds. */
export function newId(kind: IdKind, now: number): string {
  if (now !== lastTime.now) lastTime = {now, text: encodeTime(now)};
  return `${idPrefixes[kind]}_${lastTime.text}${randomText(randomLength)}`;
}

/** A request makes several ids in its one moment. */
let lastTime = {now: Number.NaN, text: ''};

/** Whether a text has the form of an id of that kind (not whether such a row exists). */
export function isId(kind: IdKind, text: string): boolean {
  const prefix = `${idPrefixes[kind]}_`;
  return text.startsWith(prefix) && /^[1-9A-HJ-NP-Za-km-z]{6,40}$/.test(text.slice(prefix.length));
}

function encodeTime(milliseconds: number): string {
  let text = '';
  for (let rest = milliseconds; text.length < timeLength; rest = Math.floor(rest / 58))
    text = alphabet[rest % 58] + text;
  return text;
}

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    const byte = randomByte();
    // 232 = 4 * 58: bytes above it would favour the first letters of the alphabet
    if (byte < 232) text += alphabet[byte % 58];
  }
  return text;
}

/** Random bytes are fetched many at a time, which costs little more than one; each is used once. */
const randomBytes = new Uint8Array(1024);
let bytesUsed = randomBytes.length;

function randomByte(): number {
  if (bytesUsed === randomBytes.length) {
    crypto.getRandomValues(randomBytes);
    bytesUsed = 0;
  }
  return randomBytes[bytesUsed++] ?? 0;
}
