/** The keyring over the `subject_key` table. Hierarchy: master key > (HKDF) wrapping key > subject's key > boxes and data keys of files. */
import {createHmac} from 'node:crypto';
import {CountersignError} from '../protocol/errors.ts';
import {BatchedTransaction, batchOf} from './batch.ts';
import type {Reader, Tx} from './database.ts';
import type {Keyring} from './keyring.ts';
import {Latest} from './latest.ts';
import {deriveKey} from './master-key.ts';
import {randomBytes} from './random-bytes.ts';
import {openBox, sealBox} from './sealed-box.ts';

export interface KeyringOptions {
  masterKey: Uint8Array;
  /**
   * Keep opened keys in memory between transactions (the latest thousand). Right only where this process alone holds the
   * database (the embedded one): elsewhere another process may shred a key, and what it sealed must be unreadable at once.
   */
  remember: boolean;
}

const rememberedKeys = 1000;

export function openKeyring({masterKey, remember}: KeyringOptions): Keyring {
  const wrappingKey = deriveKey(masterKey, 'wrap-subject-key');
  const macKeys = new Map<string, Buffer>();
  const committed = new Latest<Buffer>(remember ? rememberedKeys : 0);

  async function subjectKey(reader: Reader, envId: string, subjectId: string): Promise<Buffer> {
    const name = nameOf(envId, subjectId);
    const known = changedKeys(reader)?.get(name) ?? committed.get(name);
    if (known === 'shredded') throw gone();
    if (known) return known;
    const row = await reader
      .selectFrom('subject_key')
      .select('wrapped_key')
      .where('env_id', '=', envId)
      .where('subject_id', '=', subjectId)
      .executeTakeFirst();
    if (!row) throw new Error(`No key for ${subjectId}: ensure it before sealing`);
    if (!row.wrapped_key) throw gone();
    const key = openBox(wrappingKey, wrapContext(envId, subjectId), row.wrapped_key);
    // a copy with memory of its own: as long as a piece of shared memory is held, all of it is
    committed.set(name, Buffer.from(Uint8Array.from(key).buffer));
    return key;
  }

  return {
    async ensure(tx, envId, subjectId, now) {
      const name = nameOf(envId, subjectId);
      if (changedKeys(tx)?.has(name) || committed.get(name)) return;
      const key = randomBytes(32);
      const made = await tx
        .insertInto('subject_key')
        .values({
          env_id: envId,
          subject_id: subjectId,
          wrapped_key: sealBox(wrappingKey, wrapContext(envId, subjectId), key),
          created_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('subject_id')
        .executeTakeFirst();
      if (made) noteChange(tx, name, key);
    },

    make(tx, envId, subjectId, now) {
      const key = randomBytes(32);
      batchOf(tx).insert('subject_key', {
        env_id: envId,
        subject_id: subjectId,
        wrapped_key: sealBox(wrappingKey, wrapContext(envId, subjectId), key),
        created_at: now,
        shredded_at: null,
      });
      noteChange(tx, nameOf(envId, subjectId), key);
    },

    async seal(reader, {envId, subjectId, context}, plain) {
      return sealBox(await subjectKey(reader, envId, subjectId), [envId, subjectId, context], plain);
    },

    async open(reader, {envId, subjectId, context}, sealed) {
      return openBox(await subjectKey(reader, envId, subjectId), [envId, subjectId, context], sealed);
    },

    async shred(tx, envId, subjectId, now) {
      await tx
        .updateTable('subject_key')
        .set({wrapped_key: null, shredded_at: now})
        .where('env_id', '=', envId)
        .where('subject_id', '=', subjectId)
        .where('shredded_at', 'is', null)
        .execute();
      noteChange(tx, nameOf(envId, subjectId), 'shredded');
      committed.forget(nameOf(envId, subjectId));
    },

    mac(purpose, text) {
      const key = macKeys.get(purpose) ?? deriveKey(masterKey, `mac/${purpose}`);
      macKeys.set(purpose, key);
      return createHmac('sha256', key).update(text).digest();
    },
  };
}

/** What a transaction made or shredded is true for it alone until it commits; a rolled back key must not outlive it. */
function changedKeys(reader: Reader): Map<string, Buffer | 'shredded'> | undefined {
  return reader instanceof BatchedTransaction ? reader.changedKeys : undefined;
}

function noteChange(tx: Tx, name: string, change: Buffer | 'shredded'): void {
  if (!(tx instanceof BatchedTransaction)) throw new Error('Not a transaction of `Database.transaction`');
  (tx.changedKeys ??= new Map()).set(name, change);
}

function nameOf(envId: string, subjectId: string): string {
  return `${envId}/${subjectId}`;
}

function wrapContext(envId: string, subjectId: string): string[] {
  return ['subject-key', envId, subjectId];
}

function gone(): CountersignError {
  return new CountersignError('gone');
}
