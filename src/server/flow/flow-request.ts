/** Bodies, idempotency keys and limits of the flow API. */
import {createHash} from 'node:crypto';
import * as z from 'zod/mini';
import type {Idempotency} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {readBody} from '../api/body.ts';
import {createRateLimiter} from '../api/rate-limit.ts';
import type {FlowContext} from './gate.ts';

export interface FlowRequest<T> {
  body: T;
  idempotency: Idempotency | undefined;
}

/**
 * The body by its schema, and the idempotency key if the frame sent one. `owner` separates the keys of different sessions.
 * @throws CountersignError `invalid_json`, `invalid_attribute` with the pointer of the first misfit
 */
export async function readFlowRequest<S extends z.core.$ZodType>(
  c: FlowContext,
  schema: S,
  owner: string,
): Promise<FlowRequest<z.output<S>>> {
  const raw = await readBody(c.req.raw);
  const parsed = z.safeParse(schema, raw.value ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CountersignError('invalid_attribute', {
      pointer: `/${issue?.path.join('/') ?? ''}`,
      details: `The body does not fit at /${issue?.path.join('/') ?? ''}.`,
    });
  }
  return {body: parsed.data, idempotency: idempotencyOf(c, owner, raw.bytes)};
}

function idempotencyOf(c: FlowContext, owner: string, body: Uint8Array): Idempotency | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined || key === '') return undefined;
  // sixteen characters at least: a key that can be guessed would give away the answer it stands for
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) {
    throw new CountersignError('invalid_header', {
      details: 'Expected 16 to 200 visible characters.',
      pointer: 'Idempotency-Key',
    });
  }
  const requestHash = createHash('sha256').update(`${c.req.method} ${c.req.path}\n`).update(body).digest();
  return {key: `flow:${owner}:${key}`, requestHash};
}

export type FlowLimits = (name: string, perMinute: number, now: Date) => void;

/** Counts in this process. The limits are far above any person's use; they stop scripts. */
export function createFlowLimits(): FlowLimits {
  const limiter = createRateLimiter();
  return (name, perMinute, now) => {
    const state = limiter(name, perMinute, now);
    if (state.exceeded) throw new CountersignError('rate_limited', {retryAfterSeconds: state.resetSeconds});
  };
}
