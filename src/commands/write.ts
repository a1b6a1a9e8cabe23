/**
 * The transaction rule: one commit holds the state change, the event, the webhook deliveries, the jobs, the audit row and the
 * idempotency result. Commands receive a `Write` and never open a transaction of their own; no network or file I/O inside.
 */
import type {Insertable} from 'kysely';
import type {EnqueueOptions, JobName, Jobs} from '../jobs/queue.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {insertAudits} from '../storage/audit.ts';
import type {Tx} from '../storage/database.ts';
import {claimIdempotencyKey, findIdempotency, storeIdempotentAnswer} from '../storage/idempotency.ts';
import type {Tables} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {storeEvents} from './store-events.ts';
import type {NewEvent, StoredEvent} from './store-events.ts';

export type {NewEvent};

/** On whose behalf, in which environment, under which request. */
export interface Scope {
  envId: string;
  actor: {type: 'api-key' | 'session' | 'operator' | 'system'; id: string};
  requestId: string;
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

/** Runs work in one transaction; what it emits, audits and enqueues commits with it. */
export function write<T>(ctx: Context, scope: Scope, work: (w: Write) => Promise<T>): Promise<T> {
  return inTransaction(ctx, scope, work);
}

/** Answers are kept a little longer than the 24 hours we promise. */
const keptForMs = 25 * 3600 * 1000;

/**
 * `write` for requests that may be sent twice. The first answer under a key is stored in the same commit, sealed with the key of
 * `subjectOf`, and given again to the same request; a second one that comes while the first is worked on waits for it.
 * A failed request stores nothing, so it can be repeated under its key.
 * @throws CountersignError `idempotency_conflict` when the key came with another request
 */
export function writeOnce<T>(
  ctx: Context,
  scope: Scope,
  idempotency: Idempotency | undefined,
  subjectOf: (result: T) => string,
  work: (w: Write) => Promise<T>,
  respond: (result: T, w: Write) => Answer | Promise<Answer>,
): Promise<Answer & {replayed: boolean}> {
  return inTransaction(ctx, scope, async (w) => {
    if (!idempotency) return {...(await respond(await work(w), w)), replayed: false};

    const expires_at = new Date(w.now.getTime() + keptForMs);
    const claim = {
      env_id: w.envId,
      key: idempotency.key,
      request_hash: idempotency.requestHash,
      created_at: w.now,
      expires_at,
    };
    if (!(await claimIdempotencyKey(w.tx, claim))) return replay(w, idempotency);

    const result = await work(w);
    const answer = await respond(result, w);
    const subjectId = subjectOf(result);
    const response = await ctx.keyring.seal(
      w.tx,
      {envId: w.envId, subjectId, context: sealContext(idempotency.key)},
      Buffer.from(JSON.stringify(answer.body ?? null)),
    );
    await storeIdempotentAnswer(w.tx, {
      env_id: w.envId,
      key: idempotency.key,
      status: answer.status,
      response,
      subject_id: subjectId,
    });
    return {...answer, replayed: false};
  });
}

/** Room for the events of one transaction, which are a millisecond apart. */
const eventSpanMs = 32;

/**
 * Moves the transaction's clock behind the last change of a row that it has just locked. Whoever waited for the lock began earlier,
 * and clocks of two machines differ; what is told of one object must still be in the order it happened.
 */
export function keepOrder(w: Write, lastChange: Date): void {
  const earliest = lastChange.getTime() + eventSpanMs;
  if (w.now.getTime() < earliest) w.now = new Date(earliest);
}

async function replay(w: Write, {key, requestHash}: Idempotency): Promise<Answer & {replayed: boolean}> {
  const row = await findIdempotency(w.tx, w.envId, key);
  // the row can only be missing if it ran out between the two queries; the client repeats the request then
  if (!row || !row.request_hash.equals(requestHash)) throw new CountersignError('idempotency_conflict');
  const body = await w.ctx.keyring.open(
    w.tx,
    {envId: w.envId, subjectId: row.subject_id, context: sealContext(key)},
    row.response,
  );
  return {status: row.status, body: JSON.parse(body.toString('utf8')) as unknown, replayed: true};
}

function sealContext(key: string): string {
  return `idempotency:${key}`;
}

async function inTransaction<T>(ctx: Context, scope: Scope, work: (w: Write) => Promise<T>): Promise<T> {
  const afterCommit: (() => void)[] = [];
  const result = await ctx.database.transaction(async (tx) => {
    const pending = new PendingWrites(ctx, scope, tx, afterCommit);
    const done = await work(pending.write);
    await pending.flush();
    return done;
  });
  for (const action of afterCommit) {
    try {
      action();
    } catch (error) {
      // hints only: whatever they start is also found in the rows
      ctx.log.warn({err: error, requestId: scope.requestId}, 'an action after commit failed');
    }
  }
  return result;
}

/** Collects events and audit rows of one transaction, so that each table is written once at its end. */
class PendingWrites {
  readonly write: Write;
  private readonly events: StoredEvent[] = [];
  private readonly audits: Insertable<Tables['audit']>[] = [];

  constructor(ctx: Context, scope: Scope, tx: Tx, afterCommit: (() => void)[]) {
    this.write = {
      ...scope,
      ctx,
      tx,
      now: ctx.now(),
      emit: (event) => {
        // one transaction's events keep their order: a millisecond apart in id and time
        const at = new Date(this.write.now.getTime() + this.events.length);
        this.events.push({...event, id: newId('event', at.getTime()), at});
        return Promise.resolve();
      },
      enqueue: async (name, data, options) => {
        await ctx.queue.enqueue(tx, name, data, options);
        if (!options?.startAfter) afterCommit.push(() => ctx.queue.wake(name));
      },
      audit: (action, objectType, objectId) => {
        this.audits.push({
          env_id: scope.envId,
          id: newId('audit', this.write.now.getTime()),
          actor_type: scope.actor.type,
          actor_id: scope.actor.id,
          action,
          object_type: objectType,
          object_id: objectId,
          request_id: scope.requestId,
          created_at: this.write.now,
        });
        return Promise.resolve();
      },
      afterCommit: (action) => {
        afterCommit.push(action);
      },
    };
  }

  async flush(): Promise<void> {
    await insertAudits(this.write.tx, this.audits);
    await storeEvents(this.write, this.events);
  }
}
