import assert from 'node:assert/strict';
import {mkdtemp, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, afterEach, before, test} from 'node:test';
import type {Database} from '../../src/storage/database.ts';
import {deriveKey, openMasterKey} from '../../src/storage/master-key.ts';
import {openWorld} from '../contract/world.ts';
import type {World} from '../contract/world.ts';

const hex = 'ab'.repeat(32);
const base64 = Buffer.from(hex, 'hex').toString('base64');

let world: World;
let configFolder: string;
before(async () => {
  world = await openWorld();
  configFolder = path.join(world.dataDir, 'config', 'countersign');
});
afterEach(async () => {
  await world.database.db.deleteFrom('setting').execute();
  await rm(configFolder, {recursive: true, force: true});
});
after(() => world.close());

test('a given secret is the key, in hexadecimal or base64', async () => {
  const {database} = world;
  const key = Buffer.from(hex, 'hex');
  for (const secret of [
    hex,
    hex.toUpperCase(),
    base64,
    base64.replace('=', ''),
    Buffer.from(hex, 'hex').toString('base64url'),
    ` ${hex}\n`,
  ]) {
    assert.deepEqual(await openMasterKey({database, secret, configFolder}), key);
  }
  await assert.rejects(stat(configFolder), 'no key file is made');
});

test('a secret of another length is refused in words, without repeating it', async () => {
  for (const secret of ['', 'ab'.repeat(31), 'x'.repeat(64), base64.slice(4)]) {
    await assert.rejects(openMasterKey({database: world.database, secret, configFolder}), (error: Error) => {
      assert.match(error.message, /COUNTERSIGN_SECRET must be 32 bytes/);
      assert.ok(secret === '' || !error.message.includes(secret));
      return true;
    });
  }
});

test('the embedded database gets a key of its own, kept outside its folder for its owner only', async () => {
  const {database} = world;
  const [key, same] = await Promise.all([
    openMasterKey({database, configFolder}),
    openMasterKey({database, configFolder}),
  ]);
  assert.equal(key.length, 32);
  assert.deepEqual(same, key);
  assert.deepEqual(await openMasterKey({database, configFolder}), key);
  assert.deepEqual(await readdir(configFolder), ['master.key']);
  const file = path.join(configFolder, 'master.key');
  if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal((await readFile(file, 'utf8')).trim(), key.toString('hex'));
});

test('a server must be given the secret', async () => {
  const database: Database = {...world.database, kind: 'server'};
  await assert.rejects(openMasterKey({database, configFolder}), {
    code: 'unavailable',
    message: /COUNTERSIGN_SECRET must be given with DATABASE_URL/,
  });
});

test('another key than the first one is refused', async () => {
  const {database} = world;
  await openMasterKey({database, secret: hex, configFolder});
  await assert.rejects(openMasterKey({database, secret: 'cd'.repeat(32), configFolder}), /does not fit this database/);
  await openMasterKey({database, secret: hex, configFolder});
});

test('a lost key is not replaced by a new one', async () => {
  const {database} = world;
  await openMasterKey({database, configFolder});
  await rm(configFolder, {recursive: true});
  await assert.rejects(openMasterKey({database, configFolder}), /is missing: expected in .*master\.key/);
  await assert.rejects(stat(configFolder), 'no key file is made');
});

test('a damaged key file is refused', async () => {
  const {database} = world;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'countersign-config-'));
  await writeFile(path.join(folder, 'master.key'), 'abc');
  await assert.rejects(openMasterKey({database, configFolder: folder}), /does not hold a master key/);
  await rm(folder, {recursive: true});
});

test('the fingerprint in the database gives no key away', async () => {
  const {database} = world;
  await openMasterKey({database, secret: hex, configFolder});
  const [row] = await database.db.selectFrom('setting').selectAll().execute();
  assert.match(String(row?.value), /^[0-9a-f]{16}$/);
});

test('keys for two purposes have nothing in common', () => {
  const key = Buffer.from(hex, 'hex');
  assert.notDeepEqual(deriveKey(key, 'a'), deriveKey(key, 'b'));
  assert.deepEqual(deriveKey(key, 'a'), deriveKey(key, 'a'));
});
