/**
 * The table of turned faces, which only a database with pgvector can have: whoever runs it decides that with
 * `create extension vector`. No numbered migration, for the extension may come later or never; made when a process opens the database
 * and finds it. What is already kept is taken in by a job (`commands/face-index.ts`).
 */
import {sql} from 'kysely';
import type {Db, Tx} from './database.ts';
import {migrationLock} from './migrate.ts';

/** Whether the database has the extension, in a version that searches on while rows are left out (0.8), where our statements find it. */
export function prepareFaceVectors(db: Db): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await hasVectors(tx))) return false;
    // several processes may start at once
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx);
    const {rows} = await sql<{made: boolean}>`select to_regclass('face_vector') is not null as made`.execute(tx);
    if (!rows[0]?.made) await makeTable(tx);
    return true;
  });
}

async function hasVectors(tx: Tx): Promise<boolean> {
  const {rows} = await sql<{found: boolean}>`
    select to_regtype('vector') is not null as found from pg_extension
    where extname = 'vector' and string_to_array(substring(extversion from '^[0-9]+[.][0-9]+'), '.')::int[] >= '{0,8}'
  `.execute(tx);
  return rows[0]?.found ?? false;
}

/**
 * A face goes with its template, whichever process takes that away, also one that does not know of this table. 512 numbers are `turnedLength`. Kept plain:
 * compressing finds nothing to save in them, and rows kept apart would have to be fetched one by one.
 */
async function makeTable(tx: Tx): Promise<void> {
  await sql`
    create table face_vector (
      env_id text collate "C" not null,
      inquiry_id text collate "C" not null,
      model text not null,
      turned vector(512) not null,
      primary key (env_id, inquiry_id),
      foreign key (env_id, inquiry_id) references face_template on delete cascade
    )`.execute(tx);
  await sql`alter table face_vector alter turned set storage plain`.execute(tx);
  await sql`create index face_vector_nearest on face_vector using hnsw (turned vector_l2_ops)`.execute(tx);
}
