/** The durable queue: what it promises; `openQueue` gives pg-boss on the same database. */
import type {Tx} from '../storage/database.ts';

/** Every job by name; data are ids only, never content. */
export interface Jobs {
  'run-verification': {envId: string; verificationId: string};
  'read-document': {envId: string; documentId: string};
  /** `until` (ISO) is when the step gives up; `calls` were made before. */
  'call-connector': {envId: string; inquiryId: string; step: string; until: string; calls: number};
  /** `attempt` is how many were made when the job was put in; a job whose attempt was made meanwhile does nothing. */
  'deliver-webhook': {envId: string; deliveryId: string; webhookId: string; attempt?: number};
  'send-message': {envId: string; messageId: string};
  'run-importer': {envId: string; importerId: string};
  'expire-inquiries': Record<string, never>;
  'apply-retention': Record<string, never>;
  'sweep-files': Record<string, never>;
  'index-faces': Record<string, never>;
}
export type JobName = keyof Jobs;

export interface EnqueueOptions {
  /** Not before this moment. */
  startAfter?: Date;
}

/** `signal` aborts when the worker shuts down or the lease ends; throw to be retried. */
export type JobHandler<N extends JobName> = (
  data: Jobs[N],
  job: {id: string; attempt: number; signal: AbortSignal},
) => Promise<void>;

/** Keeps jobs of one kind from crowding out the others of it: so many of one lane run at once in one process. */
export interface Lanes {
  /** The field of the data that names a job's lane. */
  readonly field: string;
  readonly width: number;
  /** Of lanes that are wider or narrower than that, at this moment. */
  widths(): ReadonlyMap<string, number>;
}

export interface Queue {
  /** Only with a transaction: the job exists exactly if the transaction commits. */
  enqueue<N extends JobName>(tx: Tx, name: N, data: Jobs[N], options?: EnqueueOptions): Promise<void>;
  /** Starts claiming jobs; handlers must be idempotent (at least once). */
  work(handlers: {[N in JobName]: JobHandler<N>}, lanes?: {[N in JobName]?: Lanes}): Promise<void>;
  /** Asks the worker to look for jobs of this name now instead of at its next poll. */
  wake(name: JobName): void;
  deadLetters(): Promise<{name: JobName; count: number}[]>;
  /** Finishes what runs within `graceMs`, releases the rest, stops. */
  stop(graceMs: number): Promise<void>;
}
