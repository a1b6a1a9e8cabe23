/** The durable queue on the same database: pg-boss keeps the jobs, retries and dead letters; `job-worker.ts` runs them. */
import {CompiledQuery, sql} from 'kysely';
import PgBoss from 'pg-boss';
import type {Logger} from 'pino';
import type {Database} from '../storage/database.ts';
import {installQueues} from './install-queues.ts';
import {deadLetterQueue, jobNames, jobSettings} from './job-settings.ts';
import type {JobSettings} from './job-settings.ts';
import {JobWorker} from './job-worker.ts';
import type {ClaimedJob, JobStore, Rooms} from './job-worker.ts';
import type {JobName, Jobs, Queue} from './queue.ts';

export interface QueueOptions {
  database: Database;
  log: Logger;
  /** Changes to the table of `job-settings.ts`, per job. */
  settings?: {[N in JobName]?: Partial<JobSettings>};
  /**
   * How often workers look for jobs nobody woke them for. By default each second on a server, where other processes put jobs
   * in, and every five seconds on the embedded database, where only retries are found this way.
   */
  pollMs?: number;
  /** How often leases of dead workers are ended and old jobs archived, among all processes; 15 by default. */
  maintenanceSeconds?: number;
}

export async function openQueue(options: QueueOptions): Promise<Queue> {
  const {database, log, settings: changes = {}, pollMs, maintenanceSeconds = 15} = options;
  const settings = Object.fromEntries(
    jobNames.map((name) => [name, {...jobSettings[name], ...changes[name]}]),
  ) as Record<JobName, JobSettings>;
  await installQueues(database, settings);
  const boss = new PgBoss({
    db: {executeSql: (text, values) => database.execute(text, values ?? [])},
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: maintenanceSeconds,
  });
  boss.on('error', (error) => log.warn({error: error.name}, 'maintenance of the job queue failed'));
  const workers = new Map<JobName, JobWorker>();
  const timers: NodeJS.Timeout[] = [];

  const wake = (name: JobName): void => workers.get(name)?.wake();

  /** Puts a recurring job in, unless any process already did in this period. */
  async function schedule(name: JobName, everySeconds: number): Promise<void> {
    const put = await boss.send(name, {}, {singletonSeconds: everySeconds}).catch((error: unknown) => {
      log.warn(
        {job: name, error: error instanceof Error ? error.name : typeof error},
        'a recurring job was not put in',
      );
      return null;
    });
    if (put !== null) wake(name);
  }

  return {
    async enqueue(tx, name, data, options = {}) {
      const {startAfter} = options;
      const executeSql = async (text: string, values: unknown[]): Promise<{rows: unknown[]}> => {
        const {rows} = await tx.executeQuery(CompiledQuery.raw(text, values));
        return {rows};
      };
      await boss.send(name, data, {db: {executeSql}, ...(startAfter ? {startAfter} : {})});
      if (startAfter) wakeAt(startAfter, () => wake(name));
    },

    async work(handlers, lanes = {}) {
      if (database.kind === 'embedded') await releaseOrphans(database);
      await boss.start();
      for (const name of jobNames) {
        const {concurrency, leaseSeconds, everySeconds} = settings[name];
        const worker = new JobWorker({
          name,
          store: jobStore(boss, database, name),
          ...(lanes[name] && {lanes: lanes[name]}),
          perform: (job, signal) => perform(handlers, name, job, signal),
          concurrency,
          leaseMs: leaseSeconds * 1000,
          pollMs: pollMs ?? (database.kind === 'embedded' ? 5000 : 1000),
          log,
        });
        workers.set(name, worker);
        worker.start();
        if (everySeconds === undefined) continue;
        // twice per period, for a timer that drifts may step over one
        timers.push(setInterval(() => void schedule(name, everySeconds), everySeconds * 500));
        await schedule(name, everySeconds);
      }
    },

    wake,

    async deadLetters() {
      const queues = new Map(jobNames.map((name) => [deadLetterQueue(name), name]));
      const {rows} = await sql<{queue: string; count: number}>`
        select name as queue, count(*) as count from pgboss.job
        where name in (${sql.join([...queues.keys()])}) and state < 'active' group by name
      `.execute(database.db);
      return rows.flatMap(({queue, count}) => {
        const name = queues.get(queue);
        return name ? [{name, count}] : [];
      });
    },

    async stop(graceMs) {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([...workers.values()].map((worker) => worker.stop(graceMs)));
      await boss.stop({graceful: false});
    },
  };
}

function perform<N extends JobName>(
  handlers: Parameters<Queue['work']>[0],
  name: N,
  job: ClaimedJob,
  signal: AbortSignal,
): Promise<void> {
  // what `enqueue` put in under this name, which its type checked
  return handlers[name](job.data as Jobs[N], {id: job.id, attempt: job.attempt, signal});
}

function jobStore(boss: PgBoss, database: Database, name: JobName): JobStore {
  return {
    async claim(count, rooms) {
      if (rooms) return claimWithin(database, name, count, rooms);
      const jobs = await boss.fetch<object>(name, {batchSize: count, includeMetadata: true});
      return jobs.map(({id, data, retryCount}) => ({id, data, attempt: retryCount + 1}));
    },
    complete: (id) => boss.complete(name, id),
    fail: (id, reason) => boss.fail(name, id, reason),
    async release(ids) {
      await sql`
        update pgboss.job set state = 'retry', started_on = null, start_after = now()
        where name = ${name} and id = any(${ids}::uuid[]) and state = 'active'
      `.execute(database.db);
    },
  };
}

/** Of the oldest due jobs so many are looked at for ones that have room. */
const mostLookedAt = 400;

/** What pg-boss's own claim does, lane by lane: full lanes are passed over, whatever waits in them. */
async function claimWithin(database: Database, name: JobName, count: number, rooms: Rooms): Promise<ClaimedJob[]> {
  const room = sql`coalesce((${JSON.stringify(Object.fromEntries(rooms.left))}::jsonb ->> lane)::int, ${rooms.width})`;
  const {rows} = await sql<{id: string; data: unknown; retry_count: number}>`
    with due as materialized (
      select id, start_after, lane
      from (select *, data ->> ${rooms.field} as lane from pgboss.job) job
      where name = ${name} and state < 'active' and start_after < now() and (lane is null or ${room} > 0)
      order by start_after, id limit ${mostLookedAt}
    ), placed as (
      select *, row_number() over (partition by lane order by start_after, id) as place from due
    ), chosen as materialized (
      select id from placed where lane is null or place <= ${room} order by start_after, id limit ${count}
    ), claimed as materialized (
      select id from pgboss.job
      where name = ${name} and state < 'active' and id in (select id from chosen) for update skip locked
    )
    update pgboss.job job set state = 'active', started_on = now(),
      retry_count = case when started_on is null then retry_count else retry_count + 1 end
    from claimed where job.name = ${name} and job.id = claimed.id
    returning job.id, job.data, job.retry_count
  `.execute(database.db);
  return rows.map(({id, data, retry_count}) => ({id, data, attempt: retry_count + 1}));
}

/** The embedded database serves this process alone, so what is active when it starts was claimed by one that died. */
async function releaseOrphans(database: Database): Promise<void> {
  await database.execute(`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`, []);
}

/** Later than setTimeout can count (24 days) the poll finds it. */
const longestTimerMs = 2 ** 31 - 1;

function wakeAt(moment: Date, wake: () => void): void {
  const delayMs = moment.getTime() - Date.now();
  // a little late: the database compares with its own clock
  if (delayMs < longestTimerMs) setTimeout(wake, Math.max(0, delayMs) + 20).unref();
}
