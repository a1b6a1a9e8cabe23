import assert from 'node:assert/strict';
import {AsyncResource} from 'node:async_hooks';
import {test} from 'node:test';
import {sql} from 'kysely';
import {migrate} from '../../src/storage/migrate.ts';
import {onEachDatabase} from './each-database.ts';
import type {World} from './world.ts';

onEachDatabase((world) => {
  test('every table of an environment leads its primary key with env_id', async () => {
    const {rows} = await sql<{table: string; first: string | null}>`
      select c.table_name as table, (
        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = ('public.' || c.table_name)::regclass and i.indisprimary
      ) as first
      from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'env_id'
    `.execute(world().database.db);
    assert.ok(rows.length >= 15, `${rows.length} tables`);
    assert.deepEqual(
      rows.filter(({first}) => first !== 'env_id'),
      [],
    );
  });

  test('migrating again changes nothing', async () => {
    const before = await appliedMigrations(world());
    await migrate(world().database.db);
    assert.deepEqual(await appliedMigrations(world()), before);
  });

  test('values come back as the same types', async () => {
    const at = new Date('2026-02-28T23:59:59.123Z');
    const {rows} = await sql<Record<string, unknown>>`
      select ${Buffer.from([0, 255])}::bytea as bytes, ${at}::timestamptz as at, ${'{"a":[1,null]}'}::jsonb as document,
        count(*) as counted, ${7}::integer as number, ${null}::text as nothing, ${true}::boolean as yes,
        ${'é '}::text as words, date '2026-02-28' as day
    `.execute(world().database.db);
    assert.deepEqual(rows, [
      {
        bytes: Buffer.from([0, 255]),
        at,
        document: {a: [1, null]},
        counted: 1,
        number: 7,
        nothing: null,
        yes: true,
        words: 'é ',
        day: '2026-02-28',
      },
    ]);
    assert.ok(Buffer.isBuffer(rows[0]?.['bytes']));
  });

  test('says how many rows a change touched', async () => {
    const {database} = world();
    await putSetting(world(), 'touched', 1);
    const touched = await database.db.deleteFrom('setting').where('key', '=', 'touched').executeTakeFirst();
    assert.equal(touched.numDeletedRows, 1n);
    assert.equal((await database.execute(`delete from setting where key = $1`, ['touched'])).rowCount, 0);
  });

  test('a transaction that throws leaves nothing', async () => {
    const {database} = world();
    const refusal = new Error('no');
    await assert.rejects(
      database.transaction(async (tx) => {
        await tx.insertInto('setting').values({key: 'rolled-back', value: '1'}).execute();
        throw refusal;
      }),
      refusal,
    );
    assert.equal(await settingOf(world(), 'rolled-back'), undefined);
  });

  test('what others write meanwhile survives a rollback', async () => {
    const {database} = world();
    const other: {write?: Promise<void>} = {};
    await assert.rejects(
      database.transaction(async (tx) => {
        await tx.insertInto('setting').values({key: 'mine', value: '1'}).execute();
        // asked for by code that has nothing to do with this transaction
        other.write = outsideOf(() => putSetting(world(), 'theirs', 2));
        await tx.insertInto('setting').values({key: 'mine-too', value: '1'}).execute();
        throw new Error('no');
      }),
    );
    await other.write;
    assert.equal(await settingOf(world(), 'theirs'), 2);
    assert.equal(await settingOf(world(), 'mine'), undefined);
    assert.equal(await settingOf(world(), 'mine-too'), undefined);
  });

  test('a query outside the open transaction fails at once where it would wait for itself, and sees nothing of it elsewhere', async () => {
    const {database} = world();
    if (database.kind === 'server') {
      await database.transaction(async (tx) => {
        await tx.insertInto('setting').values({key: 'unseen', value: '1'}).execute();
        assert.equal(await settingOf(world(), 'unseen'), undefined);
      });
      return;
    }
    await database.transaction(async (tx) => {
      await assert.rejects(database.db.selectFrom('setting').selectAll().execute(), /outside the open transaction/);
      await assert.rejects(database.execute('select 1', []), /outside the open transaction/);
      await assert.rejects(
        database.transaction(() => Promise.resolve()),
        /outside the open transaction/,
      );
      await tx.selectFrom('setting').selectAll().execute();
    });
  });

  test('what a transaction left running may query once it is over', async () => {
    const {database} = world();
    let later: Promise<unknown> = Promise.resolve();
    let start = (): void => {};
    await database.transaction(async () => {
      const over = new Promise<void>((resolve) => (start = resolve));
      later = over.then(() => putSetting(world(), 'later', 3));
    });
    start();
    await later;
    assert.equal(await settingOf(world(), 'later'), 3);
  });

  test('a straggler of a finished transaction is refused', async () => {
    const {database} = world();
    const tx = await database.transaction((open) => Promise.resolve(open));
    await assert.rejects(tx.insertInto('setting').values({key: 'straggler', value: '1'}).execute());
    assert.equal(await settingOf(world(), 'straggler'), undefined);
  });

  test('an update with an old version changes nothing', async () => {
    const {database, envId} = world();
    await putAccount(world(), envId, 'act_versioned', null);
    const update = (): Promise<{numUpdatedRows: bigint}> =>
      database.db
        .updateTable('account')
        .set({version: 2})
        .where('env_id', '=', envId)
        .where('id', '=', 'act_versioned')
        .where('version', '=', 1)
        .executeTakeFirst();
    const results = await Promise.all([update(), update()]);
    assert.deepEqual(results.map(({numUpdatedRows}) => numUpdatedRows).sort(), [0n, 1n]);
  });

  test('one id in two environments is two records', async () => {
    const {envId, otherEnvId} = world();
    await putAccount(world(), envId, 'act_same', 'shop-1');
    await putAccount(world(), otherEnvId, 'act_same', 'shop-1');
    await assert.rejects(putAccount(world(), envId, 'act_same', null));
  });

  test('a reference id names one account of its environment', async () => {
    const {envId} = world();
    await putAccount(world(), envId, 'act_first', 'reference');
    await assert.rejects(putAccount(world(), envId, 'act_second', 'reference'), {code: '23505'});
    await putAccount(world(), envId, 'act_third', null);
    await putAccount(world(), envId, 'act_fourth', null);
  });

  test('ids sort bytewise, as they are made', async () => {
    const {database, otherEnvId} = world();
    const ids = ['act_a1', 'act_B2', 'act_Z9', 'act_b1', 'act_12'];
    for (const id of ids) await putAccount(world(), otherEnvId, id, null);
    const rows = await database.db.selectFrom('account').select('id').where('id', 'in', ids).orderBy('id').execute();
    assert.deepEqual(
      rows.map(({id}) => id),
      [...ids].sort(),
    );
  });

  test('a text of several statements that fails in the middle spoils nothing after it', async () => {
    const {database} = world();
    await assert.rejects(database.execute(`begin; insert into setting values ('half', '1'); select 1 / 0; commit`, []));
    await putSetting(world(), 'after-failure', 4);
    assert.equal(await settingOf(world(), 'after-failure'), 4);
    assert.equal(await settingOf(world(), 'half'), undefined);
  });

  test('many at once wait their turn', async () => {
    const {database} = world();
    await putSetting(world(), 'counter', 0);
    await Promise.all(
      Array.from({length: 40}, () =>
        database.transaction(async (tx) => {
          await sql`update setting set value = to_jsonb(value::int + 1) where key = 'counter'`.execute(tx);
        }),
      ),
    );
    assert.equal(await settingOf(world(), 'counter'), 40);
  });

  test('a database that a newer version changed is refused', async () => {
    const {database} = world();
    await sql`insert into migration (number, name) values (9999, 'from-the-future')`.execute(database.db);
    try {
      await assert.rejects(migrate(database.db), /start the newer version/);
    } finally {
      await sql`delete from migration where number = 9999`.execute(database.db);
    }
  });
});

/** Runs in a context of its own, as another request would. */
function outsideOf<T>(work: () => Promise<T>): Promise<T> {
  return bare(work) as Promise<T>;
}
const bare = AsyncResource.bind((work: () => Promise<unknown>) => work());

async function appliedMigrations({database}: World): Promise<unknown[]> {
  return (await sql`select * from migration order by number`.execute(database.db)).rows;
}

async function putSetting({database}: World, key: string, value: unknown): Promise<void> {
  await database.db
    .insertInto('setting')
    .values({key, value: JSON.stringify(value)})
    .execute();
}

async function settingOf({database}: World, key: string): Promise<unknown> {
  return (await database.db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

async function putAccount({database, now}: World, env_id: string, id: string, reference: string | null): Promise<void> {
  await database.db
    .insertInto('account')
    .values({
      env_id,
      id,
      reference_id: reference,
      account_type: 'user',
      status: 'default',
      fields: '{}',
      tags: '[]',
      version: 1,
      created_at: now(),
      updated_at: now(),
    })
    .execute();
}
