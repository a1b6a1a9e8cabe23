/**
 * Runs the jobs of one name: claims as many as it has hands for, looks again when woken, when a job ends while more may wait,
 * and otherwise at a slow poll. pg-boss has a loop of its own; this one also wakes on commit, hands out an abort signal, and on
 * stopping waits for what runs, writes its outcome, and gives the rest back at once instead of after their leases.
 */
import type {Logger} from 'pino';
import type {Lanes} from './queue.ts';

export interface ClaimedJob {
  id: string;
  data: unknown;
  /** 1 for the first run. */
  attempt: number;
}

/** How many jobs of each lane may be claimed. */
export interface Rooms {
  field: string;
  width: number;
  /** In lanes where it is not the width. */
  left: ReadonlyMap<string, number>;
}

export interface JobStore {
  /** Claims up to `count` jobs that are due, and of no lane more than it has room for. */
  claim(count: number, rooms?: Rooms): Promise<ClaimedJob[]>;
  complete(id: string): Promise<void>;
  /** Retried after a pause, or a dead letter. `reason` holds no person's data. */
  fail(id: string, reason: {name: string; code?: string}): Promise<void>;
  /** Due again now, as if never claimed. */
  release(ids: string[]): Promise<void>;
}

export interface JobWorkerOptions {
  name: string;
  store: JobStore;
  perform: (job: ClaimedJob, signal: AbortSignal) => Promise<void>;
  concurrency: number;
  lanes?: Lanes;
  leaseMs: number;
  pollMs: number;
  log: Logger;
}

export class JobWorker {
  readonly #options: JobWorkerOptions;
  readonly #running = new Map<string, {abort: AbortController; done: Promise<void>; lane: string | undefined}>();
  #stopping = false;
  /** More jobs may be due than were claimed. */
  #more = false;
  /** One ended while the store was asked, when it was not yet known that more wait. */
  #ended = false;
  #nudged = false;
  #nudge: () => void = () => {};
  #loop: Promise<void> = Promise.resolve();

  constructor(options: JobWorkerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#claimUntilStopped();
  }

  wake(): void {
    this.#nudged = true;
    this.#nudge();
  }

  /** Claims nothing more, waits up to `graceMs` for what runs, then aborts it and gives it back. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    const running = [...this.#running.values()].map(({done}) => done);
    await withinMs(Promise.all(running), graceMs);
    const late = [...this.#running.keys()];
    if (late.length === 0) return;
    await this.#options.store.release(late);
    for (const {abort} of this.#running.values()) abort.abort(new Error('The worker is shutting down'));
    this.#running.clear();
  }

  async #claimUntilStopped(): Promise<void> {
    const {store, concurrency, log, name} = this.#options;
    while (!this.#stopping) {
      this.#nudged = false;
      this.#ended = false;
      const free = concurrency - this.#running.size;
      try {
        const rooms = this.#rooms();
        const jobs = free > 0 ? await store.claim(free, rooms) : [];
        for (const job of jobs) this.#run(job);
        const crowded = rooms !== undefined && isFull(rooms, jobs);
        this.#more = jobs.length === free || crowded;
        // what stood behind the jobs of a lane that is full now
        if (crowded && jobs.length > 0 && jobs.length < free) this.#nudged = true;
        if (this.#more && this.#ended) this.#nudged = true;
      } catch (error) {
        log.warn({job: name, error: describe(error)}, 'jobs could not be claimed');
      }
      await this.#pause();
    }
  }

  #rooms(): Rooms | undefined {
    const {lanes} = this.#options;
    if (!lanes) return undefined;
    const {field, width} = lanes;
    const widths = lanes.widths();
    // wider ones count once something of them runs, so that a thousand quick receivers are not told each time
    const left = new Map([...widths].filter(([, own]) => own < width));
    for (const {lane} of this.#running.values())
      if (lane !== undefined) left.set(lane, Math.max(0, (left.get(lane) ?? widths.get(lane) ?? width) - 1));
    return {field, width, left};
  }

  /** Until woken or the next poll. A wake that came while claiming counts. */
  async #pause(): Promise<void> {
    if (this.#nudged || this.#stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.pollMs);
      this.#nudge = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#nudge = () => {};
  }

  #run(job: ClaimedJob): void {
    const abort = new AbortController();
    const done = this.#performAndReport(job, abort).finally(() => {
      // one given back at stopping may have been claimed again, by another worker under the same id
      if (this.#running.get(job.id)?.abort === abort) this.#running.delete(job.id);
      this.#ended = true;
      if (this.#more) this.wake();
    });
    this.#running.set(job.id, {abort, done, lane: laneOf(job, this.#options.lanes?.field)});
  }

  async #performAndReport(job: ClaimedJob, abort: AbortController): Promise<void> {
    const {name, perform, store, leaseMs, log} = this.#options;
    const lease = setTimeout(() => abort.abort(new Error('The lease of the job ended')), leaseMs);
    try {
      await perform(job, abort.signal);
      await store.complete(job.id);
    } catch (error) {
      log.warn({job: name, id: job.id, attempt: job.attempt, error: describe(error)}, 'job failed');
      // a lease that ended or was given back is no longer ours to judge: the job may run elsewhere by now
      if (!abort.signal.aborted) await this.#reportFailure(job, error);
    } finally {
      clearTimeout(lease);
    }
  }

  async #reportFailure(job: ClaimedJob, error: unknown): Promise<void> {
    const {name, store, log} = this.#options;
    const {frames: _, ...reason} = describe(error);
    await store.fail(job.id, reason).catch((failure: unknown) => {
      // the database is away: the lease ends by itself and the job runs again
      log.warn({job: name, id: job.id, error: describe(failure)}, 'a failed job could not be marked');
    });
  }
}

/** Whether these jobs took all the room of a lane, or there was none: more may wait there. */
function isFull({field, width, left}: Rooms, jobs: readonly ClaimedJob[]): boolean {
  const after = new Map(left);
  for (const job of jobs) {
    const lane = laneOf(job, field);
    if (lane !== undefined) after.set(lane, (after.get(lane) ?? width) - 1);
  }
  return [...after.values()].some((room) => room <= 0);
}

function laneOf({data}: ClaimedJob, field: string | undefined): string | undefined {
  const lane: unknown = field === undefined ? undefined : Object(data)[field];
  return typeof lane === 'string' ? lane : undefined;
}

/** What may be kept of any error: its kind, its code and where it happened; a message could quote a value. */
function describe(error: unknown): {name: string; code?: string; frames?: string[]} {
  if (!(error instanceof Error)) return {name: typeof error};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? {code: error.code} : {};
  return {name: error.name, ...code, frames: frames.slice(0, 8).map((line) => line.trim())};
}

/** Waits for the work, but no longer than that. */
async function withinMs(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
