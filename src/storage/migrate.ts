/** Numbered forward migrations, run at start in one transaction; several processes may start at once. */
import {CompiledQuery, sql} from 'kysely';
import {CountersignError} from '../protocol/errors.ts';
import type {Db, Tx} from './database.ts';
import {migrations} from './migrations/all.ts';

/** Any constant: whoever migrates this database holds it until the commit. */
export const migrationLock = 4_076_302_815;

/** Brings the tables up to the newest migration. Refuses a database that a newer version has already changed. */
export function migrate(db: Db): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx);
    await sql`create table if not exists migration (number integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const done = await applied(tx);
    const newest = Math.max(...migrations.map(({number}) => number));
    const unknown = Math.max(0, ...done);
    if (unknown > newest) {
      throw new CountersignError('unavailable', {
        details: `The database is at migration ${unknown}, this version of Countersign knows ${newest}: start the newer version.`,
      });
    }
    // numbers may have gaps, and one that was missing is made up for
    for (const migration of migrations.toSorted((a, b) => a.number - b.number)) {
      if (done.has(migration.number)) continue;
      await tx.executeQuery(CompiledQuery.raw(migration.sql));
      await sql`insert into migration (number, name) values (${migration.number}, ${migration.name})`.execute(tx);
    }
  });
}

async function applied(tx: Tx): Promise<Set<number>> {
  const {rows} = await sql<{number: number}>`select number from migration`.execute(tx);
  return new Set(rows.map(({number}) => number));
}
