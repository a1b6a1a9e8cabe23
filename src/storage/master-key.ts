/**
 * The master key: 32 bytes that open everything. Rules (they favour refusing over making a second key nobody can tell apart):
 * 1. `COUNTERSIGN_SECRET` wins when given.
 * 2. Without it the embedded database uses `$XDG_CONFIG_HOME/countersign/master.key` (mode 600), outside the data folder so
 *    that a copied data folder alone opens nothing; made on first use. With `DATABASE_URL` the secret must be given.
 * 3. The first key used with a database leaves its fingerprint there; any other key is refused from then on.
 */
import {createHmac, hkdfSync, randomBytes} from 'node:crypto';
import {link, mkdir, open, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {CountersignError} from '../protocol/errors.ts';
import type {Database} from './database.ts';

export interface MasterKeyOptions {
  /** `COUNTERSIGN_SECRET`: 32 bytes as 64 hexadecimal digits or as base64. */
  secret?: string | undefined;
  database: Database;
  /** Folder for the automatic key; by default `$XDG_CONFIG_HOME/countersign`. */
  configFolder?: string | undefined;
}

/** Throws CountersignError `unavailable` with one clear sentence: secret missing or malformed, key lost, or not this database's. */
export async function openMasterKey(options: MasterKeyOptions): Promise<Buffer> {
  const stored = await storedFingerprint(options.database);
  const key = options.secret === undefined ? await automaticKey(options, stored) : parseSecret(options.secret);
  const fingerprint = fingerprintOf(key);
  const expected = stored ?? (await rememberFingerprint(options.database, fingerprint));
  if (expected === fingerprint) return key;
  throw refused(
    `The master key does not fit this database: it was first used with key ${expected}, this one is ${fingerprint}. ` +
      'Give the original key in COUNTERSIGN_SECRET; without it nothing sealed can be read.',
  );
}

/** 32 bytes for one purpose, independent of those for any other (HKDF-SHA256, RFC 5869). */
export function deriveKey(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, 'countersign', purpose, 32));
}

function parseSecret(text: string): Buffer {
  const secret = text.trim();
  if (/^[0-9a-f]{64}$/i.test(secret)) return Buffer.from(secret, 'hex');
  const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(secret) ? Buffer.from(secret, 'base64') : Buffer.alloc(0);
  if (key.length === 32) return key;
  throw refused(
    'COUNTERSIGN_SECRET must be 32 bytes as 64 hexadecimal digits or as base64, e.g. from `openssl rand -hex 32`.',
  );
}

async function automaticKey(options: MasterKeyOptions, stored: string | null): Promise<Buffer> {
  if (options.database.kind === 'server') {
    throw refused(
      'COUNTERSIGN_SECRET must be given with DATABASE_URL (32 bytes, e.g. from `openssl rand -hex 32`): every process needs the same key.',
    );
  }
  const file = path.join(options.configFolder ?? configFolder(), 'master.key');
  const found = await readKeyFile(file);
  if (found) return found;
  if (stored !== null) {
    throw refused(
      `The master key ${stored} of this database is missing: expected in ${file}. Put it back or give it in COUNTERSIGN_SECRET; ` +
        'without it nothing sealed can be read.',
    );
  }
  return makeKeyFile(file);
}

async function readKeyFile(file: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw refused(`The master key ${file} cannot be read.`, error);
  }
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length !== 32) throw refused(`${file} does not hold a master key (64 hexadecimal digits).`);
  return key;
}

/** Several processes may do this at once: the first link wins, whole; the others use it. */
async function makeKeyFile(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(path.dirname(file), {recursive: true, mode: 0o700});
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  } catch (error) {
    throw refused(
      `The master key cannot be kept in ${file}: make the folder writable or give COUNTERSIGN_SECRET.`,
      error,
    );
  } finally {
    await rm(draft, {force: true});
  }
  const key = await readKeyFile(file);
  if (!key) throw refused(`The master key ${file} disappeared while it was made.`);
  return key;
}

function configFolder(): string {
  const home = process.env['XDG_CONFIG_HOME'];
  return path.join(home ? home : path.join(os.homedir(), '.config'), 'countersign');
}

const fingerprintSetting = 'master-key-fingerprint';

/** Tells keys apart and gives nothing away: 64 bits of a keyed hash. */
function fingerprintOf(key: Buffer): string {
  return createHmac('sha256', deriveKey(key, 'fingerprint')).update('countersign').digest('hex').slice(0, 16);
}

async function storedFingerprint({db}: Database): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', fingerprintSetting).executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

/** Answers the one that stands: another process may have been first. */
async function rememberFingerprint(database: Database, fingerprint: string): Promise<string | null> {
  await database.db
    .insertInto('setting')
    .values({key: fingerprintSetting, value: JSON.stringify(fingerprint)})
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return storedFingerprint(database);
}

function refused(details: string, cause?: unknown): CountersignError {
  return new CountersignError('unavailable', {details}, {cause});
}
