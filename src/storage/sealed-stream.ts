/**
 * Sealing of byte streams of any length with AES-256-GCM in chunks, so that nothing is given out before it was verified and no
 * object has to fit in memory. After STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015):
 * - a key seals one stream only, so the nonce can count: 11 bytes chunk number, 1 byte "this is the last chunk";
 * - hence chunks cannot be reordered, dropped, or cut off at the end without the tag failing;
 * - `associated` (what the stream belongs to) is authenticated in every chunk, so a file cannot be moved to another name.
 *
 * On disk: `CSS1`, then per chunk up to 256 KiB ciphertext and 16 bytes tag. An empty stream has one empty chunk.
 */
import {createCipheriv, createDecipheriv} from 'node:crypto';

const magic = Buffer.from('CSS1');
const chunkBytes = 256 * 1024;
const tagBytes = 16;

export async function* sealStream(
  key: Uint8Array,
  associated: readonly string[],
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  yield magic;
  for await (const {bytes, index, last} of cut(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last));
    cipher.setAAD(Buffer.from(JSON.stringify(associated)));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws at the first chunk that is not what was sealed, before giving it out. */
export async function* openStream(
  key: Uint8Array,
  associated: readonly string[],
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  for await (const {bytes, index, last} of cut(withoutMagic(sealed), chunkBytes + tagBytes)) {
    if (bytes.length < tagBytes) throw new Error('The sealed stream is cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last), {authTagLength: tagBytes});
    decipher.setAAD(Buffer.from(JSON.stringify(associated)));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    yield Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
  }
}

/** Plain length of a sealed stream of `sealedBytes`. */
export function plainLength(sealedBytes: number): number {
  const body = sealedBytes - magic.length;
  return body - Math.ceil(body / (chunkBytes + tagBytes)) * tagBytes;
}

interface Chunk {
  bytes: Buffer;
  index: number;
  last: boolean;
}

/** Regroups to chunks of exactly `size`; the last one is what remains, and is known to be the last. */
async function* cut(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  let held: Uint8Array[] = [];
  let length = 0;
  let index = 0;
  for await (const piece of source) {
    held.push(piece);
    length += piece.byteLength;
    if (length <= size) continue;
    const all = Buffer.concat(held);
    let start = 0;
    // strictly more than a chunk: a full one is held back, for it may be the last
    for (; all.length - start > size; start += size) {
      yield {bytes: all.subarray(start, start + size), index: index++, last: false};
    }
    held = [all.subarray(start)];
    length = all.length - start;
  }
  yield {bytes: Buffer.concat(held), index, last: true};
}

async function* withoutMagic(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let checked = false;
  for await (const piece of sealed) {
    if (checked) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < magic.length) continue;
    if (!head.subarray(0, magic.length).equals(magic)) throw new Error('Not a sealed stream');
    checked = true;
    yield head.subarray(magic.length);
  }
  if (!checked) throw new Error('Not a sealed stream');
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(index), 3);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}
