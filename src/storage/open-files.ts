/** Sealed objects in a folder: each has a data key of its own, wrapped by its subject's key in the row. */
import {createHash, randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {access} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {Database, Reader} from './database.ts';
import {writeDurably} from './durable-file.ts';
import type {Files, StoredFile} from './files.ts';
import type {Keyring} from './keyring.ts';
import {associated, dataKeyContext, placeOf} from './object-place.ts';
import type {FileKey} from './object-place.ts';
import type {Row} from './schema.ts';
import {openStream, sealStream} from './sealed-stream.ts';
import {sweepFiles} from './sweep-files.ts';

export interface FilesOptions {
  dataDir: string;
  keyring: Keyring;
  database: Database;
}

export function openFiles({dataDir, keyring, database}: FilesOptions): Files {
  async function open(reader: Reader, key: FileKey): Promise<{file: StoredFile; bytes: AsyncIterable<Buffer>}> {
    const row = await readyRow(reader, key);
    const dataKey = await keyring.open(reader, dataKeyContext(key, row.subject_id), row.wrapped_key);
    const place = placeOf(dataDir, key, dataKey);
    await access(place).catch((cause: unknown) => {
      throw new Error(`The bytes of ${key.id} are missing`, {cause});
    });
    return {
      file: {id: key.id, contentType: row.content_type, size: row.size, sha256: row.sha256},
      bytes: openStream(dataKey, associated(key), createReadStream(place) as AsyncIterable<Buffer>),
    };
  }

  return {
    async reserve(tx, {envId, subjectId, contentType, filename, now}) {
      await keyring.ensure(tx, envId, subjectId, now);
      const id = newId('file', now.getTime());
      await tx
        .insertInto('file')
        .values({
          env_id: envId,
          id,
          subject_id: subjectId,
          state: 'pending',
          content_type: contentType,
          filename: filename ?? null,
          size: 0,
          created_at: now,
        })
        .execute();
      return id;
    },

    async write(key, bytes, {maxBytes}) {
      const dataKey = randomBytes(32);
      const hash = createHash('sha256');
      let size = 0;
      async function* measured(): AsyncGenerator<Uint8Array> {
        for await (const piece of bytes) {
          size += piece.byteLength;
          if (size > maxBytes) throw new CountersignError('payload_too_large');
          hash.update(piece);
          yield piece;
        }
      }
      await writeDurably({
        // each write has its own key and hence place, so two writers of one id cannot spoil each other; `commit` says whose counts
        file: placeOf(dataDir, key, dataKey),
        pieces: sealStream(dataKey, associated(key), measured()),
        existing: 'replace',
      });
      return {size, sha256: hash.digest(), dataKey};
    },

    async commit(tx, key, {size, sha256, dataKey}, now) {
      const row = await fileRow(tx, key);
      if (!row) throw new CountersignError('not_found');
      const wrapped = await keyring.seal(tx, dataKeyContext(key, row.subject_id), dataKey);
      const changed = await tx
        .updateTable('file')
        .set({state: 'ready', size, sha256, wrapped_key: wrapped, ready_at: now})
        .where('env_id', '=', key.envId)
        .where('id', '=', key.id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n)
        throw new CountersignError('conflict', {details: 'The file was already stored'});
    },

    async read(reader, key) {
      const {file, bytes} = await open(reader, key);
      return {file, stream: Readable.from(bytes, {objectMode: false})};
    },

    async readAll(reader, key) {
      const {bytes} = await open(reader, key);
      const pieces: Buffer[] = [];
      for await (const piece of bytes) pieces.push(piece);
      return Buffer.concat(pieces);
    },

    sweep: (now) => sweepFiles({dataDir, keyring, database, now}),
  };
}

type ReadyRow = Row<'file'> & {wrapped_key: Buffer; sha256: Buffer};

/** Throws `gone` when shredded, `not_found` when there is none or its bytes are not there yet. */
async function readyRow(reader: Reader, key: FileKey): Promise<ReadyRow> {
  const row = await fileRow(reader, key);
  if (row?.state === 'shredded') throw new CountersignError('gone');
  if (!row?.wrapped_key || !row.sha256) throw new CountersignError('not_found');
  return {...row, wrapped_key: row.wrapped_key, sha256: row.sha256};
}

function fileRow(reader: Reader, {envId, id}: FileKey): Promise<Row<'file'> | undefined> {
  return reader.selectFrom('file').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}
