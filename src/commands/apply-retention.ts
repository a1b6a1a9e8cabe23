import {retentionLimit} from '../domain/retention.ts';
import {newId} from '../protocol/ids.ts';
import {sweepIdempotency} from '../storage/idempotency.ts';
import {sweepApiLogs} from '../storage/api-log.ts';
import {sweepOauth} from '../storage/oauth-client.ts';
import {longestWindowMs} from '../domain/send-limits.ts';
import {sweepMessageCounts} from '../storage/message-count.ts';
import {listDueForRetention, listTemplateGraphs} from '../storage/redaction.ts';
import type {Context} from './context.ts';
import {redactInquiry} from './redact-inquiry.ts';
import {write} from './write.ts';

const batch = 100;

/**
 * Keeps the promise of the consent screen: redacts every inquiry whose time is over, each in its own transaction. Returns how many.
 * Stored answers past their time are forgotten too.
 */
export async function applyRetention(ctx: Context, signal?: AbortSignal): Promise<number> {
  let redacted = 0;
  await sweepIdempotency(ctx.database.db, ctx.now());
  await sweepOauth(ctx.database.db, ctx.now());
  const logDays = ctx.settings.COUNTERSIGN_API_LOG_DAYS;
  await sweepApiLogs(ctx.database.db, new Date(ctx.now().getTime() - logDays * 24 * 3600 * 1000));
  await sweepMessageCounts(ctx.database.db, new Date(ctx.now().getTime() - longestWindowMs));
  for (const version of await listTemplateGraphs(ctx.database.db)) {
    const limit = retentionLimit(version.graph, ctx.now());
    if (!limit) continue;
    for (;;) {
      const due = await listDueForRetention(
        ctx.database.db,
        {envId: version.env_id, versionId: version.id, limit},
        batch,
      );
      for (const inquiry of due) {
        if (signal?.aborted) return redacted;
        await redactOne(ctx, inquiry.env_id, inquiry.id);
        redacted += 1;
      }
      if (due.length < batch) break;
    }
  }
  return redacted;
}

async function redactOne(ctx: Context, envId: string, inquiryId: string): Promise<void> {
  const actor = {type: 'system' as const, id: 'apply-retention'};
  const requestId = newId('request', ctx.now().getTime());
  await write(ctx, {envId, actor, requestId}, (w) => redactInquiry(w, {inquiryId}));
}
