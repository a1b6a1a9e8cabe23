/** pg-boss's tables and our queues in them. Several processes may start at once: one does it, the others wait for its lock. */
import {CompiledQuery, sql} from 'kysely';
import type {Kysely} from 'kysely';
import PgBoss from 'pg-boss';
import type {Database} from '../storage/database.ts';
import {deadLetterQueue, jobNames, jobSettings} from './job-settings.ts';
import type {JobSettings} from './job-settings.ts';

/** Any constant: held by the process that installs. */
const advisoryLock = 4_076_302_816;

export function installQueues(database: Database, settings: Record<string, JobSettings>): Promise<void> {
  return database.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(advisoryLock)})`.execute(connection);
    try {
      await install(connection, settings);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(advisoryLock)})`.execute(connection);
    }
  });
}

async function install<T>(connection: Kysely<T>, settings: Record<string, JobSettings>): Promise<void> {
  const executeSql = async (text: string, values: unknown[] = []): Promise<{rows: unknown[]}> => {
    const {rows} = await connection.executeQuery(CompiledQuery.raw(text, values));
    return {rows};
  };
  const boss = new PgBoss({db: {executeSql}, supervise: false, schedule: false});
  await boss.start();
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const name of jobNames) {
    const dead = deadLetterQueue(name);
    if (!existing.has(dead)) await boss.createQueue(dead, {name: dead, retentionDays: 90});
    const wanted = queueOptions(name, dead, settings[name] ?? jobSettings[name]);
    const found = existing.get(name);
    if (!found) await boss.createQueue(name, wanted);
    else if (differs(found, wanted)) await boss.updateQueue(name, wanted);
  }
  await boss.stop({graceful: false});
}

function queueOptions(name: string, deadLetter: string, settings: JobSettings): PgBoss.Queue {
  return {
    name,
    deadLetter,
    expireInSeconds: settings.leaseSeconds,
    retryLimit: settings.retryLimit,
    retryDelay: settings.retryDelaySeconds,
    retryBackoff: true,
  };
}

function differs(found: PgBoss.QueueResult, wanted: PgBoss.Queue): boolean {
  return (['expireInSeconds', 'retryLimit', 'retryDelay', 'retryBackoff', 'deadLetter'] as const).some(
    (option) => found[option] !== wanted[option],
  );
}
