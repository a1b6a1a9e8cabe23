/**
 * A request's JSON body, refused before it can hurt.
 *
 * 1. At most 1 MB, by Content-Length, or counted while it streams.
 * 2. Valid UTF-8; replacement characters would silently change a name.
 * 3. At most 64 levels deep, checked on the text before any recursion sees it.
 * 4. JSON, and no text in it that PostgreSQL cannot hold (NUL, half a surrogate pair).
 */
import {readMultipart} from './multipart.ts';
import {CountersignError} from '../../protocol/errors.ts';

export const largestBodyBytes = 1024 * 1024;
export const deepestBody = 64;

export interface Body {
  /** undefined when there was none. */
  value: unknown;
  /** What is the same whenever the same is sent. */
  bytes: Uint8Array;
}

/** `largest`: of an operation that takes files; only such a one takes multipart forms. */
export async function readBody(request: Request, largest?: number): Promise<Body> {
  const bytes = await readBytes(request, largest ?? largestBodyBytes);
  if (bytes.length === 0) return {value: undefined, bytes};
  const type = request.headers.get('content-type') ?? 'application/json';
  if (largest !== undefined && /^multipart\/form-data\b/i.test(type)) {
    const value = await readMultipart(bytes, type);
    refuseUnstorable(value, '');
    // the boundary is another each time; the same form is the same request
    return {value, bytes: Buffer.from(JSON.stringify(value))};
  }
  if (!/^(application\/([a-z.-]+\+)?json|text\/plain)\b/i.test(type)) {
    throw new CountersignError('unsupported_media_type', {
      details: 'expected Content-Type: application/json',
      pointer: 'Content-Type',
    });
  }
  return {value: parseJson(decode(bytes)), bytes};
}

async function readBytes(request: Request, largest: number): Promise<Buffer> {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > largest) throw tooLarge(largest);
  // the HTTP parser holds a body to the length it announced, and a whole read is cheaper than a stream
  if (announced !== null) return Buffer.from(await request.arrayBuffer());
  if (!request.body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > largest) throw tooLarge(largest);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(largest: number): CountersignError {
  return new CountersignError('payload_too_large', {
    details: `expected at most ${largest} bytes`,
    pointer: '',
  });
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new CountersignError('invalid_json', {details: 'the body is not valid UTF-8', pointer: ''});
  }
}

function parseJson(text: string): unknown {
  if (depthOf(text) > deepestBody) {
    throw new CountersignError('invalid_json', {
      details: `expected at most ${deepestBody} levels of nesting`,
      pointer: '',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may be personal.
    throw new CountersignError('invalid_json', {details: 'the body does not parse as JSON', pointer: ''});
  }
  // the text was valid UTF-8 and JSON, so nothing but an escape can bring NUL or half a surrogate pair
  if (text.includes('\\u')) refuseUnstorable(value, '');
  return value;
}

/** The deepest nesting of arrays and objects in a JSON text, without parsing it. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

function refuseUnstorable(value: unknown, pointer: string): void {
  if (typeof value === 'string') return refuseText(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    refuseText(key, pointer);
    refuseUnstorable(member, at);
  }
}

function refuseText(text: string, pointer: string): void {
  if (isStorable(text)) return;
  throw new CountersignError('invalid_attribute', {
    details: 'text must not contain NUL or unpaired surrogates',
    pointer,
  });
}

/** Whether PostgreSQL can hold the text. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
