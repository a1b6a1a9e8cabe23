/** Numbered forward migrations, run at start in one transaction; several processes may start at once. */
import {CompiledQuery, sql} from 'kysely';
import {CountersignError} from '../protocol/errors.ts';
import type {Db, Tx} from './database.ts';
import {migrations} from './migrations/all.ts';

/** Any constant: whoever migrates this database holds it until the commit. */
const advisoryLock = 4_076_302_815;

/** Brings the tables up to the newest migration. Refuses a database that a newer version has already changed. */
export function migrate(db: Db): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(tx);
    await sql`create table if not exists migration (number integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const done = await lastApplied(tx);
    if (done > migrations.length) {
      throw new CountersignError('unavailable', {
        details: `The database is at migration ${done}, this version of Countersign knows ${migrations.length}: start the newer version.`,
      });
    }
    for (const migration of migrations.slice(done)) {
      await tx.executeQuery(CompiledQuery.raw(migration.sql));
      await sql`insert into migration (number, name) values (${migration.number}, ${migration.name})`.execute(tx);
    }
  });
}

async function lastApplied(tx: Tx): Promise<number> {
  const {rows} = await sql<{number: number | null}>`select max(number) as number from migration`.execute(tx);
  return rows[0]?.number ?? 0;
}
