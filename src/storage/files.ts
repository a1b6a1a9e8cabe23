/** Sealed objects: what the interface promises; `openFiles` gives the folder driver. */
import type {Readable} from 'node:stream';
import type {Reader, Tx} from './database.ts';

export interface StoredFile {
  id: string;
  contentType: string;
  size: number;
  sha256: Buffer;
}

export interface Files {
  /** Row `pending`, nothing on disk yet. */
  reserve(
    tx: Tx,
    file: {envId: string; subjectId: string; contentType: string; filename?: string; now: Date},
  ): Promise<string>;
  /** Seals the bytes beside the row, fsyncs file and folder; the row is still `pending`. No database work: call it outside a transaction. */
  write(
    key: {envId: string; id: string},
    /** In pieces, as many as they are. */
    bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    limits: {maxBytes: number},
  ): Promise<SealedObject>;
  /** Marks the row `ready` in the transaction that gives it meaning. */
  commit(tx: Tx, key: {envId: string; id: string}, sealed: SealedObject, now: Date): Promise<void>;
  /** Opens and decrypts; `gone` if shredded, `not_found` if not ready. */
  read(reader: Reader, key: {envId: string; id: string}): Promise<{file: StoredFile; stream: Readable}>;
  readAll(reader: Reader, key: {envId: string; id: string}): Promise<Buffer>;
  /** Removes objects without a `ready` row that are older than a day, and bytes of shredded rows. Returns how many. */
  sweep(now: Date): Promise<number>;
}

/** What `write` learned; `commit` stores it. `dataKey` is wrapped with the subject's key before it reaches a row. */
export interface SealedObject {
  size: number;
  sha256: Buffer;
  dataKey: Buffer;
}
