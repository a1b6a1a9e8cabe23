/**
 * AES-256-GCM boxes for short values (columns, wrapped keys): version (1 byte), IV (12, random for each box), tag (16), ciphertext.
 * A key may seal about 2^32 boxes before random IVs risk meeting (NIST SP 800-38D, 8.3); each subject has its own key.
 */
import {createCipheriv, createDecipheriv} from 'node:crypto';
import {randomBytes} from './random-bytes.ts';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + ivBytes + tagBytes;

/** `associated` is authenticated, not stored: a box opens only where it was made for. */
export function sealBox(key: Uint8Array, associated: readonly string[], plain: Uint8Array): Buffer {
  const box = Buffer.allocUnsafe(headBytes + plain.byteLength);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(unambiguous(associated));
  box.set(cipher.update(plain), headBytes);
  // GCM seals byte by byte: nothing is left but the tag
  cipher.final();
  box[0] = version;
  box.set(iv, 1);
  box.set(cipher.getAuthTag(), 1 + ivBytes);
  return box;
}

/** Throws when the key or `associated` differ from those at sealing, or any bit changed. */
export function openBox(key: Uint8Array, associated: readonly string[], box: Uint8Array): Buffer {
  if (box.byteLength < headBytes || box[0] !== version) throw new Error('Not a sealed box');
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + ivBytes), {authTagLength: tagBytes});
  decipher.setAAD(unambiguous(associated));
  decipher.setAuthTag(box.subarray(1 + ivBytes, headBytes));
  return Buffer.concat([decipher.update(box.subarray(headBytes)), decipher.final()]);
}

/** As JSON, written without its help where a part needs no escape: nearly always. */
function unambiguous(parts: readonly string[]): Buffer {
  return Buffer.from(`[${parts.map((part) => (escaped.test(part) ? JSON.stringify(part) : `"${part}"`)).join(',')}]`);
}

/** What JSON.stringify escapes. */
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;
