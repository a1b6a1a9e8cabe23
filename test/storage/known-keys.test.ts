import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {hashToken} from '../../src/commands/token.ts';
import {createApiKey} from '../../src/commands/create-api-key.ts';
import {expireApiKey} from '../../src/commands/expire-api-key.ts';
import {knownKeys} from '../../src/storage/known-keys.ts';
import {openCommandWorld} from '../commands/command-world.ts';
import type {CommandWorld} from '../commands/command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

test('a key that is ended through this process is known as ended at once, even if it was being read meanwhile', async () => {
  const {apiKey, value} = await world.run((w) => createApiKey(w, {name: 'Test', permissions: ['*']}));
  const {db} = world.database;
  const find = () => knownKeys(db).find(db, hashToken(value));
  assert.equal((await find())?.key.expires_at, null);
  knownKeys(db).forget(apiKey);
  const meanwhile = find();
  await world.run((w) => expireApiKey(w, {apiKeyId: apiKey.id, expiresInSeconds: 0}));
  await meanwhile;
  assert.deepEqual((await find())?.key.expires_at, world.now());
});

test('a hash that names no key is not remembered', async () => {
  const {db} = world.database;
  const value = 'countersign_sandbox_made_a_little_later';
  assert.equal(await knownKeys(db).find(db, hashToken(value)), undefined);
  await world.run((w) => createApiKey(w, {name: 'Later', permissions: ['*'], value}));
  assert.equal((await knownKeys(db).find(db, hashToken(value)))?.key.name, 'Later');
});
