/**
 * A small pool of child processes that run the engines on untrusted pictures.
 *
 * Requirements
 * 1. A decoder that hangs, dies or eats memory costs its own job and its own process, nothing else: the process is killed with
 *    SIGKILL and replaced. Processes, not threads: ending a thread inside sharp or onnxruntime aborts the whole server.
 * 2. The queue is bounded; a full one refuses at once (`queue_full`), so that callers can retry later instead of piling up.
 * 3. The children hold no secrets: their environment is a short list of names, and they own no database or network handle.
 */
import {fileURLToPath} from 'node:url';
import {EngineError, type EngineKind, type EnginePool, type Engines} from './engine.ts';
import type {ProgressWord} from '../protocol/position.ts';
import {startEngineProcess, type EngineProcess} from './engine-process.node.ts';

export interface EnginePoolOptions {
  /** How many children; each takes up to 400 MB. */
  processes: number;
  /** The program of a child: `engine.js` of the build, `src/engine.ts` under tsx. */
  entry: string | URL;
  /** Folder of model weights. */
  models: string;
  /** What the children are told beside that, by environment variable; never a secret. */
  environment?: Record<string, string>;
  /** Longest time for one run, in milliseconds: 30 s by default. */
  timeoutMs?: number;
  /** Resident memory at which a child is ended, in MB: 1024 by default. */
  memoryMb?: number;
  /** Jobs that may wait: 32 for each process by default. */
  queueLimit?: number;
}

interface Job {
  kind: EngineKind;
  input: unknown;
  urgent: boolean;
  timeoutMs: number;
  onProgress: (word: ProgressWord) => void;
  resolve: (output: unknown) => void;
  reject: (error: EngineError) => void;
}

const defaultMemoryMb = 1024;
/** A child that holds more than this share of its memory between two jobs is replaced. */
const keptShare = 0.7;
/** How often a child may fail to start in a row before `ready()` and waiting jobs are told. */
const startAttempts = 3;
/** A place that failed to start is left alone this long while others work. */
const retryAfterMs = 5000;
/** How long `stop()` lets running jobs finish, in milliseconds. */
const graceMs = 3000;

export function openEnginePool(options: EnginePoolOptions): EnginePool {
  const pool = new Pool(options);
  return {
    run: <K extends EngineKind>(kind: K, input: Engines[K]['input'], run = {}) =>
      pool.run(kind, input, run) as Promise<Engines[K]['output']>,
    ready: () => pool.ready,
    stats: () => pool.stats(),
    stop: () => pool.stop(),
  };
}

class Pool {
  readonly ready: Promise<void>;
  private readonly options: EnginePoolOptions;
  private readonly slots: Slot[] = [];
  private readonly queue: Job[] = [];
  private restarts = 0;
  private stopped = false;

  constructor(options: EnginePoolOptions) {
    this.options = options;
    for (let i = 0; i < options.processes; i++) this.slots.push(new Slot());
    this.ready = Promise.all(this.slots.map((slot) => this.fill(slot))).then(() => undefined);
    // Whoever waits for `ready()` hears of a failure; without a listener it must not end the server.
    this.ready.catch(() => undefined);
  }

  stats(): ReturnType<EnginePool['stats']> {
    const busy = this.slots.filter((slot) => slot.job).length;
    return {size: this.slots.length, busy, queued: this.queue.length, restarts: this.restarts};
  }

  run(
    kind: EngineKind,
    input: unknown,
    run: {timeoutMs?: number; urgent?: boolean; onProgress?: (word: ProgressWord) => void; signal?: AbortSignal},
  ): Promise<unknown> {
    if (this.stopped) return Promise.reject(new EngineError('stopped', 'The engine pool is stopped'));
    if (run.signal?.aborted) return Promise.reject(new EngineError('stopped', 'The caller gave the run up'));
    const limit = this.options.queueLimit ?? this.options.processes * 32;
    if (this.queue.length >= limit) {
      return Promise.reject(new EngineError('queue_full', `${limit} runs are waiting already`));
    }
    return new Promise((resolve, reject) => {
      const giveUp = (): void => this.abandon(job);
      const settle = (): void => run.signal?.removeEventListener('abort', giveUp);
      const job: Job = {
        kind,
        input,
        urgent: run.urgent ?? false,
        timeoutMs: run.timeoutMs ?? this.options.timeoutMs ?? 30_000,
        onProgress: run.onProgress ?? (() => undefined),
        resolve: (output) => (settle(), resolve(output)),
        reject: (error) => (settle(), reject(error)),
      };
      run.signal?.addEventListener('abort', giveUp, {once: true});
      // somebody stands before a camera: behind other urgent ones, ahead of all that can wait
      if (run.urgent) this.queue.splice(this.queue.filter(({urgent}) => urgent).length, 0, job);
      else this.queue.push(job);
      this.dispatch();
    });
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    for (const job of this.queue.splice(0)) job.reject(new EngineError('stopped', 'The engine pool is stopped'));
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
    await Promise.race([Promise.all(this.slots.map((slot) => slot.idle)), deadline]);
    await Promise.all(
      this.slots.map(async (slot) => {
        slot.finish()?.reject(new EngineError('stopped', 'The engine pool is stopped'));
        await slot.child?.kill();
      }),
    );
  }

  /** Keeps a slot filled with a living child; rejects when it cannot be started. */
  private async fill(slot: Slot): Promise<void> {
    slot.filling = true;
    try {
      await this.startUntilReady(slot);
    } finally {
      slot.filling = false;
    }
  }

  private async startUntilReady(slot: Slot): Promise<void> {
    for (let attempt = 1; !this.stopped; attempt++) {
      const child = this.startChild(slot);
      slot.child = child;
      try {
        await child.ready;
        slot.ready = true;
        this.dispatch();
        return;
      } catch (cause) {
        if (attempt < startAttempts) continue;
        slot.failedAt = Date.now();
        const error = new EngineError('crashed', `The engine process does not start: ${String(cause)}`);
        this.failQueueIfNobodyLives(error);
        throw error;
      }
    }
  }

  private startChild(slot: Slot): EngineProcess {
    const {entry, models, environment = {}, memoryMb = defaultMemoryMb} = this.options;
    return startEngineProcess({
      entry: entry instanceof URL ? fileURLToPath(entry) : entry,
      models,
      environment,
      memoryMb,
      onProgress: (word) => slot.job?.onProgress(word),
      onResult: (output, residentMb) => this.settle(slot, residentMb, (job) => job.resolve(output)),
      onFailure: (error, residentMb) => this.settle(slot, residentMb, (job) => job.reject(error)),
      onExit: (error) => this.replace(slot, error),
    });
  }

  /** The child answered. One that has kept much memory is replaced now rather than in the middle of an innocent job. */
  private settle(slot: Slot, residentMb: number, answer: (job: Job) => void): void {
    if (slot.verdict) return; // It is being killed; the verdict stands.
    const job = slot.finish();
    if (job) answer(job);
    if (residentMb > (this.options.memoryMb ?? defaultMemoryMb) * keptShare) {
      this.end(slot, new EngineError('stopped', 'The engine process is renewed'));
    }
    this.dispatch();
  }

  /** A child that was ready has ended: its job fails, a new child takes the place. */
  private replace(slot: Slot, error: EngineError): void {
    if (!slot.ready) return;
    slot.ready = false;
    slot.finish()?.reject(slot.verdict ?? error);
    slot.verdict = undefined;
    if (this.stopped) return;
    this.restarts++;
    this.fill(slot).catch(() => undefined); // The waiting jobs were told in `startUntilReady`.
  }

  private failQueueIfNobodyLives(error: EngineError): void {
    if (this.slots.some((slot) => slot.ready)) return;
    for (const job of this.queue.splice(0)) job.reject(error);
  }

  private dispatch(): void {
    for (const slot of this.slots) {
      if (this.queue.length === 0) return;
      if (!slot.ready || slot.job || slot.verdict || !slot.child) continue;
      const job = this.queue.shift();
      if (!job) return;
      slot.begin(job, () => this.end(slot, new EngineError('timeout', `The run took longer than ${job.timeoutMs} ms`)));
      slot.child.run(job.kind, job.input);
    }
    if (this.queue.length > 0) this.revive();
  }

  /** A place whose child did not start is tried again when there is work: the cause may be gone. */
  private revive(): void {
    const nobody = this.slots.every((slot) => !slot.ready && !slot.filling);
    for (const slot of this.slots) {
      if (slot.ready || slot.filling || this.stopped) continue;
      if (nobody || Date.now() - slot.failedAt > retryAfterMs) this.fill(slot).catch(() => undefined); // Told in `startUntilReady`.
    }
  }

  private abandon(job: Job): void {
    const error = new EngineError('stopped', 'The caller gave the run up');
    const waiting = this.queue.indexOf(job);
    if (waiting >= 0) {
      this.queue.splice(waiting, 1);
      job.reject(error);
      return;
    }
    const slot = this.slots.find((each) => each.job === job);
    if (slot) this.end(slot, error);
  }

  /** Ends what a slot is doing; the child cannot be asked to stop, so it is killed. */
  private end(slot: Slot, verdict: EngineError): void {
    slot.verdict = verdict;
    void slot.child?.kill();
  }
}

/** One place in the pool: its child, its job, its clock. */
class Slot {
  child: EngineProcess | undefined;
  ready = false;
  /** A child is being started. */
  filling = false;
  /** When starting was last given up, in milliseconds since 1970. */
  failedAt = 0;
  job: Job | undefined;
  /** Why we killed the child, when it was us. */
  verdict: EngineError | undefined;
  /** Resolves when the running job is over; resolved while there is none. */
  idle: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  begin(job: Job, onTimeout: () => void): void {
    this.job = job;
    this.timer = setTimeout(onTimeout, job.timeoutMs);
    this.idle = new Promise((resolve) => (this.release = resolve));
  }

  /** Ends the running job and returns it to be settled. */
  finish(): Job | undefined {
    const {job} = this;
    this.job = undefined;
    clearTimeout(this.timer);
    this.release();
    return job;
  }
}
