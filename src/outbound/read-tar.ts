/** Single files out of a tarball (POSIX ustar, gzipped) as npm packs it, read as a stream so that a large one costs no memory. */
import {createReadStream} from 'node:fs';
import {createGunzip} from 'node:zlib';

const block = 512;

/**
 * Calls `take` with each member whose path `wanted` accepts. Names beyond 100 characters (pax) are none we ask for.
 * Throws where the archive ends in the middle of a member.
 */
export async function readTar(
  file: string,
  wanted: (member: string) => boolean,
  take: (member: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const reader = new BlockReader(createReadStream(file).pipe(createGunzip()));
  for (;;) {
    const header = await reader.take(block);
    // an archive ends with blocks of zeros
    if (!header || header[0] === 0) return;
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const padded = Math.ceil(size / block) * block;
    const prefix = text(header, 345, 155);
    const name = text(header, 0, 100);
    const member = prefix ? `${prefix}/${name}` : name;
    const isFile = header[156] === 0 || header[156] === 0x30;
    if (!isFile || !wanted(member)) {
      await reader.skip(padded);
      continue;
    }
    const content = await reader.take(padded);
    if (!content) throw new Error('The archive ends in the middle of a file');
    await take(member, content.subarray(0, size));
  }
}

function text(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? length : end).trim();
}

/** Takes exact numbers of bytes from a stream of chunks. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Undefined where fewer bytes are left. */
  async take(size: number): Promise<Buffer | undefined> {
    const parts = [this.#rest];
    let have = this.#rest.length;
    while (have < size) {
      const {value, done} = await this.#chunks.next();
      if (done) return undefined;
      parts.push(value);
      have += value.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts);
    this.#rest = all.subarray(size);
    return all.subarray(0, size);
  }

  async skip(size: number): Promise<void> {
    let left = size;
    while (left > this.#rest.length) {
      left -= this.#rest.length;
      const {value, done} = await this.#chunks.next();
      if (done) throw new Error('The archive ends in the middle of a file');
      this.#rest = value;
    }
    this.#rest = this.#rest.subarray(left);
  }
}
