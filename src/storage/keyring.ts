/** Keys: the master key wraps one key per subject, the subject's key seals columns and wraps data keys of files. */
import type {Reader, Tx} from './database.ts';

export interface Keyring {
  /** Makes the subject's key if it has none. Idempotent within and across transactions. */
  ensure(tx: Tx, envId: string, subjectId: string, now: Date): Promise<void>;
  /** Makes the key of a subject whose own row this transaction makes, to be written together with it. */
  make(tx: Tx, envId: string, subjectId: string, now: Date): void;
  /** AES-256-GCM under the subject's key; `context` is authenticated (e.g. `event:evt_…`) so a blob cannot be moved. */
  seal(reader: Reader, key: {envId: string; subjectId: string; context: string}, plain: Uint8Array): Promise<Buffer>;
  /** Throws CountersignError `gone` when the key was shredded. */
  open(reader: Reader, key: {envId: string; subjectId: string; context: string}, sealed: Uint8Array): Promise<Buffer>;
  /** Forgets the subject's key for ever: everything sealed with it is unreadable from the commit on. */
  shred(tx: Tx, envId: string, subjectId: string, now: Date): Promise<void>;
  /** HMAC-SHA256 under a key derived from the master key, for signed URLs and keyed hashes; `purpose` separates uses. */
  mac(purpose: string, text: string): Buffer;
}
