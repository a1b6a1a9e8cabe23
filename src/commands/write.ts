/**
 * The transaction rule: one commit holds the state change, the event, the webhook deliveries, the jobs, the audit row and the
 * idempotency result. Commands receive a `Write` and never open a transaction of their own; no network or file I/O inside.
 */
import type {EnqueueOptions, JobName, Jobs} from '../jobs/queue.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {insertAudit} from '../storage/audit.ts';
import {batchOf, KeyTaken} from '../storage/batch.ts';
import type {Batch} from '../storage/batch.ts';
import type {Tx} from '../storage/database.ts';
import {claimIdempotencyKey, findIdempotency, storeIdempotentAnswer} from '../storage/idempotency.ts';
import type {Row} from '../storage/schema.ts';
import type {Context} from './context.ts';
import {storeEvents} from './store-events.ts';
import type {NewEvent, StoredEvent} from './store-events.ts';
import {appendUserAudits, isAudited} from './user-audit.ts';
import type {AuditedAction, Origin} from './user-audit.ts';

export type {NewEvent};

/** On whose behalf, in which environment, under which request. */
export interface Scope {
  envId: string;
  actor: {type: 'api-key' | 'oauth-client' | 'session' | 'operator' | 'system'; id: string};
  requestId: string;
  /** Where the request came from and went to, for the audit log. */
  origin?: Origin;
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
  /** The body as JSON, where it was written already. */
  text?: string;
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
export async function writeOnce<T>(
  ctx: Context,
  scope: Scope,
  idempotency: Idempotency | undefined,
  subjectOf: (result: T) => string,
  work: (w: Write) => Promise<T>,
  respond: (result: T, w: Write) => Answer | Promise<Answer>,
): Promise<Answer & {replayed: boolean}> {
  const answerFirst = async (w: Write): Promise<Answer> => {
    if (!idempotency) return respond(await work(w), w);
    claimKey(w, idempotency);
    const result = await work(w);
    const {status, body} = await respond(result, w);
    const text = JSON.stringify(body ?? null);
    await keepAnswer(w, idempotency, {subjectId: subjectOf(result), status, text});
    return body === undefined ? {status, body} : {status, body, text};
  };
  try {
    const answer = await inTransaction(ctx, scope, answerFirst);
    return {replayed: false, ...answer};
  } catch (error) {
    // work that failed without asking the database anything did so before its claim was tried
    const answered = idempotency && (await findIdempotency(ctx.database.db, scope.envId, idempotency.key));
    if (answered && answered.expires_at > ctx.now()) return replay(ctx, idempotency, answered);
    // the answer may have run out since the claim failed; the client repeats the request then
    throw error instanceof KeyTaken ? new CountersignError('idempotency_conflict') : error;
  }
}

/** Whether `writeOnce` under this key would give an answer it has. */
export async function isAnswered(ctx: Context, envId: string, idempotency: Idempotency | undefined): Promise<boolean> {
  const answered = idempotency && (await findIdempotency(ctx.database.db, envId, idempotency.key));
  return answered !== undefined && answered.expires_at > ctx.now();
}

function claimKey(w: Write, {key, requestHash}: Idempotency): void {
  const expires_at = new Date(w.now.getTime() + keptForMs);
  claimIdempotencyKey(w.tx, {env_id: w.envId, key, request_hash: requestHash, created_at: w.now, expires_at});
}

async function keepAnswer(
  w: Write,
  {key}: Idempotency,
  {subjectId, status, text}: {subjectId: string; status: number; text: string},
): Promise<void> {
  const response = await w.ctx.keyring.seal(
    w.tx,
    {envId: w.envId, subjectId, context: sealContext(key)},
    Buffer.from(text),
  );
  await storeIdempotentAnswer(w.tx, {
    env_id: w.envId,
    key,
    status,
    response,
    subject_id: subjectId,
  });
}

async function replay(
  ctx: Context,
  {key, requestHash}: Idempotency,
  row: Row<'idempotency'>,
): Promise<Answer & {replayed: boolean}> {
  if (!row.request_hash.equals(requestHash)) throw new CountersignError('idempotency_conflict');
  const place = {envId: row.env_id, subjectId: row.subject_id, context: sealContext(key)};
  const text = (await ctx.keyring.open(ctx.database.db, place, row.response)).toString('utf8');
  return {status: row.status, body: JSON.parse(text) as unknown, text, replayed: true};
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

function sealContext(key: string): string {
  return `idempotency:${key}`;
}

async function inTransaction<T>(ctx: Context, scope: Scope, work: (w: Write) => Promise<T>): Promise<T> {
  const {done, afterCommit} = await tryUntilCurrent(ctx, scope, work);
  for (const action of afterCommit) {
    try {
      action();
    } catch (error) {
      // hints only: whatever they start is also found in the rows
      ctx.log.warn({err: error, requestId: scope.requestId}, 'an action after commit failed');
    }
  }
  return done;
}

/** More can only be in vain where somebody changes a template or webhook at the same moment each time. */
const mostTries = 5;

/** Work that fails under what this process remembers is done again with that read anew, for it may have failed because of it. */
async function tryUntilCurrent<T>(
  ctx: Context,
  scope: Scope,
  work: (w: Write) => Promise<T>,
): Promise<{done: T; afterCommit: readonly (() => void)[]}> {
  for (let tries = 1; ; tries++) {
    const afterCommit: (() => void)[] = [];
    let batch: Batch | undefined;
    try {
      const done = await ctx.database.transaction(async (tx) => {
        batch = batchOf(tx);
        const pending = new PendingWrite(ctx, scope, tx, afterCommit);
        const result = await work(pending);
        await pending.flush();
        return result;
      });
      return {done, afterCommit};
    } catch (error) {
      const remembered = batch?.forget() ?? false;
      if (error instanceof KeyTaken || !remembered || tries === mostTries) throw error;
    }
  }
}

/** Collects the events of one transaction, which are stored at its end. */
class PendingWrite implements Write {
  readonly envId: string;
  readonly actor: Scope['actor'];
  readonly requestId: string;
  readonly origin?: Origin;
  readonly ctx: Context;
  readonly tx: Tx;
  now: Date;
  readonly #afterCommit: (() => void)[];
  readonly #events: StoredEvent[] = [];
  readonly #audited: AuditedAction[] = [];

  constructor(ctx: Context, scope: Scope, tx: Tx, afterCommit: (() => void)[]) {
    this.envId = scope.envId;
    this.actor = scope.actor;
    this.requestId = scope.requestId;
    if (scope.origin) this.origin = scope.origin;
    this.ctx = ctx;
    this.tx = tx;
    this.now = ctx.now();
    this.#afterCommit = afterCommit;
  }

  emit(event: NewEvent): Promise<void> {
    // one transaction's events keep their order: a millisecond apart in id and time
    const at = new Date(this.now.getTime() + this.#events.length);
    this.#events.push({id: newId('event', at.getTime()), at, ...event});
    return Promise.resolve();
  }

  async enqueue<N extends JobName>(name: N, data: Jobs[N], options?: EnqueueOptions): Promise<void> {
    const {queue} = this.ctx;
    await queue.enqueue(this.tx, name, data, options);
    if (!options?.startAfter) this.#afterCommit.push(() => queue.wake(name));
  }

  audit(action: string, objectType: string, objectId: string): Promise<void> {
    const {envId: env_id, actor, requestId: request_id, now} = this;
    insertAudit(this.tx, {
      env_id,
      id: newId('audit', now.getTime()),
      actor_type: actor.type,
      actor_id: actor.id,
      action,
      object_type: objectType,
      object_id: objectId,
      request_id,
      created_at: now,
    });
    if (isAudited(actor, action)) this.#audited.push({action, objectType, objectId, at: now});
    return Promise.resolve();
  }

  afterCommit(action: () => void): void {
    this.#afterCommit.push(action);
  }

  async flush(): Promise<void> {
    await storeEvents(this, this.#events);
    await appendUserAudits({tx: this.tx, scope: this, keyring: this.ctx.keyring}, this.#audited);
  }
}
