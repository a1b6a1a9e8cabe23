/** How each kind of job is run. */
import type {JobName} from './queue.ts';

export interface JobSettings {
  /** How many run at once in one process. */
  concurrency: number;
  /** A run longer than this is taken for dead: its signal aborts, and another worker may start it again. */
  leaseSeconds: number;
  /** Runs after the first one that failed, before the job is a dead letter. */
  retryLimit: number;
  /** The first pause; it doubles with each failure, with 50 to 100 % of it drawn at random. */
  retryDelaySeconds: number;
  /** Put in by the queue itself, once in so many seconds among all processes. */
  everySeconds?: number;
}

export const jobSettings: {readonly [N in JobName]: JobSettings} = {
  // the engine pool has its own time limit per picture; the lease is only for workers that died
  'run-verification': {concurrency: 2, leaseSeconds: 120, retryLimit: 10, retryDelaySeconds: 2},
  'read-document': {concurrency: 1, leaseSeconds: 120, retryLimit: 10, retryDelaySeconds: 2},
  // a call takes 10 s at most and puts in its successor itself; retries are for what went wrong on our side
  'call-connector': {concurrency: 8, leaseSeconds: 30, retryLimit: 10, retryDelaySeconds: 2},
  // one attempt takes 5 s at most and puts in its successor itself; retries are for what went wrong on our side
  'deliver-webhook': {concurrency: 16, leaseSeconds: 15, retryLimit: 10, retryDelaySeconds: 1},
  // 2, 4 … 64 s: whoever waits for a code has gone by then
  'send-message': {concurrency: 4, leaseSeconds: 60, retryLimit: 6, retryDelaySeconds: 2},
  // one file as a whole; a run that is repeated writes nothing twice
  'run-importer': {concurrency: 1, leaseSeconds: 900, retryLimit: 3, retryDelaySeconds: 5},
  'expire-inquiries': {concurrency: 1, leaseSeconds: 300, retryLimit: 3, retryDelaySeconds: 5, everySeconds: 60},
  'apply-retention': {concurrency: 1, leaseSeconds: 3000, retryLimit: 3, retryDelaySeconds: 60, everySeconds: 3600},
  'sweep-files': {concurrency: 1, leaseSeconds: 3000, retryLimit: 2, retryDelaySeconds: 60, everySeconds: 3600},
  // finds nothing, in a few milliseconds, unless the database was given pgvector after faces were kept
  'index-faces': {concurrency: 1, leaseSeconds: 3000, retryLimit: 2, retryDelaySeconds: 60, everySeconds: 300},
};

export const jobNames = Object.keys(jobSettings) as JobName[];

/** Where a job goes that failed once too often. */
export function deadLetterQueue(name: JobName): string {
  return `${name}-dead`;
}
