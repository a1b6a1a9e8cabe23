/**
 * Uploads in the making: the parts of one picture arrive one after another, perhaps over several connections, hours and
 * restarts. Each part is a sealed file named by its offset, so nothing lies on disk in the clear and what was received stays
 * received. When all are there, `read` gives the assembled bytes to `Files.write`, and `remove` clears them away.
 *
 * Each part has its own key: an HMAC under the master key of the slot and a random salt that stands in front of the part.
 */
import {randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {CountersignError} from '../protocol/errors.ts';
import {writeDurably} from './durable-file.ts';
import type {Keyring} from './keyring.ts';
import {entriesOf} from './object-place.ts';
import {openStream, plainLength, sealStream} from './sealed-stream.ts';

/** One upload: the evidence it becomes. */
export interface PartKey {
  envId: string;
  id: string;
}

export interface PartStore {
  /** How many bytes from the start are there; 0 for an upload never heard of. */
  size(key: PartKey): Promise<number>;
  /**
   * Adds bytes at `offset`, which must be the current size (else CountersignError `range_mismatch`); answers the new size.
   * Throws `payload_too_large` when the whole would exceed `maxBytes`; the part is then not kept. If the source breaks off,
   * what came before is kept and the source's error thrown.
   */
  append(key: PartKey, offset: number, bytes: AsyncIterable<Uint8Array>, limits: {maxBytes: number}): Promise<number>;
  /** The bytes so far, from the start. */
  read(key: PartKey): AsyncIterable<Uint8Array>;
  remove(key: PartKey): Promise<void>;
}

const saltBytes = 32;
const offsetDigits = 12;
const partName = /^\d{12}$/;

export function openPartStore({dataDir, keyring}: {dataDir: string; keyring: Keyring}): PartStore {
  const folderOf = ({envId, id}: PartKey): string => path.join(partsFolder(dataDir), safe(envId), safe(id));
  const partKey = ({envId, id}: PartKey, salt: Buffer): Buffer =>
    keyring.mac('upload-part', JSON.stringify([envId, id, salt.toString('hex')]));
  const size = async (key: PartKey): Promise<number> => (await partsOf(folderOf(key))).end;

  return {
    size,

    async append(key, offset, bytes, {maxBytes}) {
      if (offset !== (await size(key))) throw new CountersignError('range_mismatch');
      const source = new CountedSource(bytes, maxBytes - offset);
      try {
        await writeDurably({
          file: path.join(folderOf(key), String(offset).padStart(offsetDigits, '0')),
          pieces: sealPart(key, offset, source.read(), partKey),
          // two connections sending the same part: the first one to finish wins, the other is told where the upload stands
          existing: 'refuse',
        });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
          throw new CountersignError('range_mismatch', {}, {cause: error});
        }
        if (!(error instanceof NothingReceived)) throw error;
      }
      if (source.failure !== undefined) throw source.failure;
      return offset + source.received;
    },

    async *read(key) {
      const folder = folderOf(key);
      for (const {name, offset} of (await partsOf(folder)).parts) {
        yield* openPart(key, offset, path.join(folder, name), partKey);
      }
    },

    async remove(key) {
      await rm(folderOf(key), {recursive: true, force: true});
    },
  };
}

type MakeKey = (key: PartKey, salt: Buffer) => Buffer;

async function* sealPart(
  key: PartKey,
  offset: number,
  plain: AsyncIterable<Uint8Array>,
  makeKey: MakeKey,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  yield salt;
  yield* sealStream(makeKey(key, salt), [key.envId, key.id, String(offset)], plain);
}

async function* openPart(key: PartKey, offset: number, file: string, makeKey: MakeKey): AsyncGenerator<Buffer> {
  const salt = await readStart(file, saltBytes);
  yield* openStream(
    makeKey(key, salt),
    [key.envId, key.id, String(offset)],
    createReadStream(file, {start: saltBytes}) as AsyncIterable<Buffer>,
  );
}

async function readStart(file: string, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(file, {end: length - 1}) as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Nothing came before the source broke off or ended: an empty part would hold its offset for ever. */
class NothingReceived extends Error {}

/** Passes bytes on, counts them, enforces the limit, and turns a source that breaks off into one that ends. */
class CountedSource {
  received = 0;
  failure: unknown;
  readonly #bytes: AsyncIterable<Uint8Array>;
  readonly #limit: number;

  constructor(bytes: AsyncIterable<Uint8Array>, limit: number) {
    this.#bytes = bytes;
    this.#limit = limit;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const source = this.#bytes[Symbol.asyncIterator]();
    let ended = false;
    try {
      for (;;) {
        const next = await source.next().catch((error: unknown) => {
          this.failure = error;
          return null;
        });
        ended = next === null || next.done === true;
        if (next === null || next.done) break;
        this.received += next.value.byteLength;
        if (this.received > this.#limit) throw new CountersignError('payload_too_large');
        yield next.value;
      }
      if (this.received === 0) throw new NothingReceived();
    } finally {
      if (!ended) await source.return?.();
    }
  }
}

interface Part {
  name: string;
  offset: number;
}

/** The parts that join without a gap from 0 on, and where they end. */
async function partsOf(folder: string): Promise<{parts: Part[]; end: number}> {
  const parts: Part[] = [];
  let end = 0;
  for (const name of (await entriesOf(folder)).filter((entry) => partName.test(entry)).sort()) {
    if (Number(name) !== end) break;
    parts.push({name, offset: end});
    end += plainLength((await stat(path.join(folder, name))).size - saltBytes);
  }
  return {parts, end};
}

/** Removes uploads nobody continued since `before`. Answers how many. */
export async function sweepParts(dataDir: string, before: Date): Promise<number> {
  let removed = 0;
  const root = partsFolder(dataDir);
  for (const env of await entriesOf(root)) {
    for (const id of await entriesOf(path.join(root, env))) {
      const folder = path.join(root, env, id);
      if ((await stat(folder)).mtime >= before) continue;
      await rm(folder, {recursive: true, force: true});
      removed += 1;
    }
  }
  return removed;
}

function partsFolder(dataDir: string): string {
  return path.join(dataDir, 'parts');
}

/** Ids name folders; ours are letters, digits and `_`, and nothing else may reach the file system. */
function safe(id: string): string {
  if (!/^\w+$/.test(id)) throw new Error('Not an id');
  return id;
}
