/** What only a server does: restart, lose connections, be shared by processes that start together. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {sql} from 'kysely';
import {openDatabase} from '../../src/storage/open-database.ts';
import {batchOf} from '../../src/storage/batch.ts';
import type {Database} from '../../src/storage/database.ts';
import {startPostgres} from './postgres.ts';
import type {TestPostgres} from './postgres.ts';

let postgres: TestPostgres;
before(async () => {
  postgres = await startPostgres();
});
after(() => postgres.stop());

test('a connection that is cut in the middle of a transaction costs that transaction, nothing else', async () => {
  const database = await open(await postgres.createDatabase());
  let arrived = (_pid: number): void => {};
  const pid = new Promise<number>((resolve) => (arrived = resolve));
  const cut = database.transaction(async (tx) => {
    await tx.insertInto('setting').values({key: 'cut', value: '1'}).execute();
    const {rows} = await sql<{pid: number}>`select pg_backend_pid() as pid`.execute(tx);
    arrived(rows[0]?.pid ?? 0);
    await sql`select pg_sleep(60)`.execute(tx);
  });
  const outcome = assert.rejects(cut, /terminat/);
  await sql`select pg_terminate_backend(${await pid})`.execute(database.db);
  await outcome;
  await Promise.all(Array.from({length: 20}, () => database.execute('select 1', [])));
  assert.deepEqual(await database.db.selectFrom('setting').selectAll().execute(), []);
  await database.close();
});

test('when all connections are lost at once, the next query gets a new one', async () => {
  const database = await open(await postgres.createDatabase());
  await Promise.all(Array.from({length: 8}, () => database.execute('select pg_sleep(0.01)', [])));
  const other = await open(await postgres.createDatabase());
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(
    other.db,
  );
  await untilAnswers(database);
  await database.close();
  await other.close();
});

test('several processes that start together migrate once', async () => {
  const url = await postgres.createDatabase();
  const databases = await Promise.all([open(url), open(url), open(url), open(url)]);
  const {rows} = await sql<{number: number}>`select number from migration order by number`.execute(databases[0].db);
  assert.equal(new Set(rows.map(({number}) => number)).size, rows.length);
  for (const database of databases) await database.close();
});

test('the plan of a batch is kept, and outlives a migration by another process', async () => {
  const url = await postgres.createDatabase();
  const [database, other] = [await open(url), await open(url)];
  const insert = (key: string): Promise<void> =>
    database.transaction((tx) => Promise.resolve(batchOf(tx).insert('setting', {key, value: '1'})));
  await insert('first');
  await insert('second');
  const {rows: kept} = await database.execute(`select name from pg_prepared_statements`, []);
  assert.equal(kept.length, 1);
  await other.execute('alter table setting add column more text', []);
  await insert('third');
  const {rows} = await database.execute('select count(*) as count from setting', []);
  assert.deepEqual(rows, [{count: 3}]);
  await database.close();
  await other.close();
});

function open(databaseUrl: string): Promise<Database> {
  return openDatabase({dataDir: '/nonexistent', databaseUrl});
}

/** The pool learns of each lost connection in its own time; one query may still meet one. */
async function untilAnswers(database: Database): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const answered = await database.execute('select 1 as one', []).then(
      () => true,
      () => false,
    );
    if (answered) return;
  }
  assert.fail('no query was answered after the connections were lost');
}
