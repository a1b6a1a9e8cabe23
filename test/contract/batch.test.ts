import assert from 'node:assert/strict';
import {test} from 'node:test';
import {insertAudit} from '../../src/storage/audit.ts';
import {batchOf, KeyTaken, Outdated} from '../../src/storage/batch.ts';
import type {Tx} from '../../src/storage/database.ts';
import {claimIdempotencyKey, findIdempotency, storeIdempotentAnswer} from '../../src/storage/idempotency.ts';
import {onEachDatabase} from './each-database.ts';
import type {World} from './world.ts';

onEachDatabase((world) => {
  test('rows that wait are seen by the next query of their transaction', async () => {
    await world().database.transaction(async (tx) => {
      insertRow(tx, 'seen');
      assert.deepEqual(await find(tx, 'seen'), ['seen']);
    });
    assert.deepEqual(await find(world().database.db, 'seen'), ['seen']);
  });

  test('rows of a transaction that asks nothing are written at its end, all or none', async () => {
    const {database} = world();
    await database.transaction(async (tx) => {
      insertRow(tx, 'alone-1');
      insertRow(tx, 'alone-2');
      return Promise.resolve();
    });
    assert.deepEqual(await find(database.db, 'alone-1'), ['alone-1']);
    const twice = database.transaction(async (tx) => {
      insertRow(tx, 'alone-3');
      insertRow(tx, 'alone-1');
      return Promise.resolve();
    });
    await assert.rejects(twice, {code: '23505'});
    assert.deepEqual(await find(database.db, 'alone-3'), []);
  });

  test('nothing is written of a transaction that fails, whether its rows were sent or not', async () => {
    const {database} = world();
    for (const sent of [false, true]) {
      const failing = database.transaction(async (tx) => {
        insertRow(tx, 'failing');
        if (sent) await batchOf(tx).flush();
        throw new Error('no');
      });
      await assert.rejects(failing, /^Error: no$/);
      assert.deepEqual(await find(database.db, 'failing'), []);
    }
  });

  test('nothing is written where an assumption does not hold', async () => {
    const {database} = world();
    for (const [id, holds] of [
      ['assumed-1', true],
      ['assumed-2', false],
    ] as const) {
      const work = database.transaction(async (tx) => {
        insertRow(tx, id);
        batchOf(tx).assume({holds: (value) => `${value(holds)}::boolean`, forget: () => {}});
        return Promise.resolve();
      });
      if (holds) await work;
      else await assert.rejects(work, Outdated);
      assert.deepEqual(await find(database.db, id), holds ? [id] : []);
    }
  });

  test('a key is claimed once, and its rows are written once', async () => {
    const {database, envId, now} = world();
    const attempt = (id: string, midway: boolean): Promise<void> =>
      database.transaction(async (tx) => {
        const row = {env_id: envId, key: 'claimed', request_hash: Buffer.from('hash')};
        claimIdempotencyKey(tx, {...row, created_at: now(), expires_at: new Date(now().getTime() + 1000)});
        insertRow(tx, id);
        if (midway) await batchOf(tx).flush();
        await storeIdempotentAnswer(tx, {...row, status: 201, response: Buffer.from(id), subject_id: envId});
      });
    await attempt('first', false);
    await assert.rejects(attempt('second', false), KeyTaken);
    await assert.rejects(attempt('third', true), KeyTaken);
    world().advance(2000);
    await attempt('fourth', true);
    const ids = ['first', 'second', 'third', 'fourth'];
    assert.deepEqual((await Promise.all(ids.map((id) => find(database.db, id)))).flat(), ['first', 'fourth']);
    assert.equal((await findIdempotency(database.db, envId, 'claimed'))?.response.toString(), 'fourth');
  });

  test('every kind of value is read as it was written', async () => {
    const {database, envId, now} = world();
    const row = {
      env_id: envId,
      id: 'iqse_values',
      inquiry_id: 'inq_values',
      status: 'new' as const,
      token_hash: Buffer.from([0, 1, 255]),
      ip_address: null,
      user_agent: `it's "quoted" \\ 🙂`,
      device: {list: [1, 'two', null], deep: {er: true}},
      created_at: now(),
      started_at: null,
      expires_at: now(),
      expired_at: null,
      device_id: null,
      by_id: false,
    };
    await database.transaction(async (tx) => Promise.resolve(batchOf(tx).insert('inquiry_session', row)));
    const read = database.db.selectFrom('inquiry_session').selectAll().where('id', '=', row.id);
    assert.deepEqual(await read.executeTakeFirst(), row);
  });

  function insertRow(tx: Tx, id: string): void {
    insertAudit(tx, {
      env_id: world().envId,
      id,
      actor_type: 'system',
      actor_id: 'test',
      action: 'test',
      object_type: 'test',
      object_id: id,
      request_id: 'req_test',
      created_at: world().now(),
    });
  }
});

async function find(reader: World['database']['db'] | Tx, id: string): Promise<string[]> {
  const rows = await reader.selectFrom('audit').select('id').where('id', '=', id).execute();
  return rows.map((row) => row.id);
}
