import {batchOf} from './batch.ts';
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

/** A delivery nobody tried yet; written with what else waits in this transaction. */
export function insertDelivery(
  tx: Tx,
  row: Pick<Row<'webhook_delivery'>, 'env_id' | 'id' | 'webhook_id' | 'event_id' | 'created_at'>,
): void {
  batchOf(tx).insert('webhook_delivery', {
    ...row,
    state: 'pending',
    attempts: 0,
    first_attempted_at: null,
    next_attempt_at: null,
    last_status: null,
    last_error: null,
    delivered_at: null,
  });
}

export function findDelivery(reader: Reader, envId: string, id: string): Promise<Row<'webhook_delivery'> | undefined> {
  return reader
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Records an attempt, fenced by the number made before it. False when that attempt was recorded already, so a job that ran twice
 * counts once.
 */
export async function recordAttempt(
  tx: Tx,
  row: Pick<Row<'webhook_delivery'>, 'env_id' | 'id' | 'attempts'>,
  outcome: Pick<
    Row<'webhook_delivery'>,
    'state' | 'attempts' | 'first_attempted_at' | 'next_attempt_at' | 'last_status' | 'last_error' | 'delivered_at'
  >,
): Promise<boolean> {
  const updated = await tx
    .updateTable('webhook_delivery')
    .set(outcome)
    .where('env_id', '=', row.env_id)
    .where('id', '=', row.id)
    .where('attempts', '=', row.attempts)
    .where('state', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** Gives up what is still waiting for one webhook, with a reason code. */
export async function cancelDeliveries(tx: Tx, envId: string, webhookId: string, reason: string): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set({state: 'failed', next_attempt_at: null, last_error: reason})
    .where('env_id', '=', envId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'pending')
    .execute();
}

/** Makes a finished delivery wait for its first attempt again; nothing when it is waiting already. */
export function reopenDelivery(tx: Tx, envId: string, id: string): Promise<Row<'webhook_delivery'> | undefined> {
  return tx
    .updateTable('webhook_delivery')
    .set({state: 'pending', attempts: 0, first_attempted_at: null, next_attempt_at: null, delivered_at: null})
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .where('state', '!=', 'pending')
    .returningAll()
    .executeTakeFirst();
}

/** When this webhook last took something; null when it never did. */
export async function lastDeliveredAt(reader: Reader, envId: string, webhookId: string): Promise<Date | null> {
  const row = await reader
    .selectFrom('webhook_delivery')
    .select((select) => select.fn.max('delivered_at').as('at'))
    .where('env_id', '=', envId)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  return row?.at ?? null;
}
