import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openKeyring} from '../../src/storage/open-keyring.ts';
import {onEachDatabase} from './each-database.ts';
import type {World} from './world.ts';

onEachDatabase((world) => {
  const secret = Buffer.from('Erika Mustermann');

  test('opens what it sealed', async () => {
    const {keyring, database} = world();
    const key = await subject(world(), 'inq_round');
    const sealed = await keyring.seal(database.db, key, secret);
    assert.ok(!sealed.includes('Erika'));
    assert.deepEqual(await keyring.open(database.db, key, sealed), secret);
  });

  test('seals the same text differently each time', async () => {
    const {keyring, database} = world();
    const key = await subject(world(), 'inq_random');
    assert.notDeepEqual(await keyring.seal(database.db, key, secret), await keyring.seal(database.db, key, secret));
  });

  test('a box opens only under its own context, subject and environment', async () => {
    const {keyring, database, otherEnvId} = world();
    const key = await subject(world(), 'inq_place');
    const sealed = await keyring.seal(database.db, key, secret);
    const neighbour = await subject(world(), 'inq_neighbour');
    const abroad = await subject(world(), 'inq_place', otherEnvId);
    for (const other of [{...key, context: 'event:evt_2'}, neighbour, abroad]) {
      await assert.rejects(keyring.open(database.db, other, sealed));
    }
  });

  test('any changed bit is noticed', async () => {
    const {keyring, database} = world();
    const key = await subject(world(), 'inq_tamper');
    const sealed = await keyring.seal(database.db, key, secret);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await assert.rejects(keyring.open(database.db, key, changed), `byte ${at}`);
    }
    await assert.rejects(keyring.open(database.db, key, sealed.subarray(0, -1)));
    await assert.rejects(keyring.open(database.db, key, Buffer.alloc(0)));
  });

  test('making a key twice keeps the first', async () => {
    const {keyring, database, envId, now} = world();
    const key = await subject(world(), 'inq_twice');
    const sealed = await keyring.seal(database.db, key, secret);
    await database.transaction(async (tx) => {
      await keyring.ensure(tx, envId, 'inq_twice', now());
      await keyring.ensure(tx, envId, 'inq_twice', now());
    });
    assert.deepEqual(await keyring.open(database.db, key, sealed), secret);
  });

  test('a key made in a transaction seals in it, and is forgotten when it is rolled back', async () => {
    const {keyring, database, envId, now} = world();
    const key = {envId, subjectId: 'inq_undone', context: 'c'};
    let lost: Buffer = Buffer.alloc(0);
    await assert.rejects(
      database.transaction(async (tx) => {
        await keyring.ensure(tx, envId, 'inq_undone', now());
        lost = await keyring.seal(tx, key, secret);
        assert.deepEqual(await keyring.open(tx, key, lost), secret);
        throw new Error('no');
      }),
      /no/,
    );
    await assert.rejects(keyring.seal(database.db, key, secret), /No key/);
    await subject(world(), 'inq_undone');
    await assert.rejects(keyring.open(database.db, key, lost));
    const sealed = await keyring.seal(database.db, key, secret);
    assert.deepEqual(await fresh(world()).open(database.db, key, sealed), secret);
  });

  test('after a shred nothing opens any more, and nothing new is sealed', async () => {
    const {keyring, database, envId, now} = world();
    const key = await subject(world(), 'inq_shred');
    const sealed = await keyring.seal(database.db, key, secret);
    await database.transaction(async (tx) => {
      await keyring.shred(tx, envId, 'inq_shred', now());
      await assert.rejects(keyring.open(tx, key, sealed), {code: 'gone'});
    });
    await assert.rejects(keyring.open(database.db, key, sealed), {code: 'gone'});
    await assert.rejects(keyring.seal(database.db, key, secret), {code: 'gone'});
    await database.transaction((tx) => keyring.ensure(tx, envId, 'inq_shred', now()));
    await assert.rejects(keyring.open(database.db, key, sealed), {code: 'gone'});
  });

  test('a shred that was rolled back forgets nothing', async () => {
    const {keyring, database, envId, now} = world();
    const key = await subject(world(), 'inq_kept');
    const sealed = await keyring.seal(database.db, key, secret);
    await assert.rejects(
      database.transaction(async (tx) => {
        await keyring.shred(tx, envId, 'inq_kept', now());
        throw new Error('no');
      }),
    );
    assert.deepEqual(await keyring.open(database.db, key, sealed), secret);
  });

  test('another process that holds the database too sees a shred at once', async (t) => {
    const {keyring, database, envId, now, masterKey} = world();
    if (database.kind === 'embedded') return t.skip('one process holds the embedded database');
    const theirs = openKeyring({masterKey, remember: false});
    const key = await subject(world(), 'inq_shared');
    const sealed = await keyring.seal(database.db, key, secret);
    assert.deepEqual(await theirs.open(database.db, key, sealed), secret);
    await database.transaction((tx) => keyring.shred(tx, envId, 'inq_shared', now()));
    await assert.rejects(theirs.open(database.db, key, sealed), {code: 'gone'});
  });

  test('keeps no key in the clear', async () => {
    const {database, envId} = world();
    await subject(world(), 'inq_wrapped');
    const row = await database.db
      .selectFrom('subject_key')
      .select('wrapped_key')
      .where('env_id', '=', envId)
      .where('subject_id', '=', 'inq_wrapped')
      .executeTakeFirstOrThrow();
    assert.equal(row.wrapped_key?.length, 1 + 12 + 16 + 32);
  });

  test('a hash depends on its purpose, its text and the master key', () => {
    const {keyring, masterKey} = world();
    const hash = keyring.mac('file-url', 'fil_1');
    assert.equal(hash.length, 32);
    assert.deepEqual(openKeyring({masterKey, remember: false}).mac('file-url', 'fil_1'), hash);
    assert.notDeepEqual(keyring.mac('token', 'fil_1'), hash);
    assert.notDeepEqual(keyring.mac('file-url', 'fil_2'), hash);
    assert.notDeepEqual(openKeyring({masterKey: Buffer.alloc(32), remember: false}).mac('file-url', 'fil_1'), hash);
  });
});

/** A keyring that remembers nothing of what this one did. */
function fresh({masterKey}: World): ReturnType<typeof openKeyring> {
  return openKeyring({masterKey, remember: false});
}

async function subject(
  {keyring, database, envId, now}: World,
  subjectId: string,
  env = envId,
): Promise<{envId: string; subjectId: string; context: string}> {
  await database.transaction((tx) => keyring.ensure(tx, env, subjectId, now()));
  return {envId: env, subjectId, context: 'event:evt_1'};
}
