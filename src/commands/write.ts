/**
 * The transaction rule: one commit holds the state change, the event, the webhook deliveries, the jobs, the audit row and the
 * idempotency result. Commands receive a `Write` and never open a transaction of their own; no network or file I/O inside.
 */
import type {Context} from './context.ts';
import type {Tx} from '../storage/database.ts';
import type {EnqueueOptions} from '../jobs/queue.ts';
import type {JobName, Jobs} from '../jobs/queue.ts';

/** On whose behalf, in which environment, under which request. */
export interface Scope {
  envId: string;
  actor: {type: 'api-key' | 'session' | 'operator' | 'system'; id: string};
  requestId: string;
}

/** What happened to whom; `data` is the resource as the API shows it (native version, kebab-case). */
export interface NewEvent {
  name: string;
  objectType: string;
  objectId: string;
  /** Whose key seals the payload: the inquiry or account it speaks of. */
  subjectId: string;
  data: unknown;
  included?: unknown[];
}

export interface Write extends Scope {
  ctx: Context;
  tx: Tx;
  now: Date;
  /** Stores the event and a delivery for every enabled webhook that wants it. */
  emit(event: NewEvent): Promise<void>;
  enqueue<N extends JobName>(name: N, data: Jobs[N], options?: EnqueueOptions): Promise<void>;
  audit(action: string, objectType: string, objectId: string): Promise<void>;
  /** Runs after commit, in this process only: waking workers, nudging SSE. Never for anything that must not be lost. */
  afterCommit(action: () => void): void;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Idempotency {
  key: string;
  /** SHA-256 over method, path and body. */
  requestHash: Buffer;
}
