import {isOpen} from '../domain/inquiry.ts';
import {newId} from '../protocol/ids.ts';
import {listDueInquiries, lockInquiry} from '../storage/inquiry.ts';
import {changeInquiry} from './change-inquiry.ts';
import type {Context} from './context.ts';
import {keepOrder, write} from './write.ts';
import type {Write} from './write.ts';

const batch = 100;

/** The clock of inquiries: expires every open one whose time has come, each in its own transaction. Returns how many. */
export async function expireInquiries(ctx: Context, signal?: AbortSignal): Promise<number> {
  let expired = 0;
  while (!signal?.aborted) {
    const due = await listDueInquiries(ctx.database.db, ctx.now(), batch);
    for (const {env_id: envId, id} of due) {
      if (signal?.aborted) return expired;
      const scope = {
        envId,
        actor: {type: 'system' as const, id: 'expire-inquiries'},
        requestId: newId('request', ctx.now().getTime()),
      };
      if (await write(ctx, scope, (w) => expireIfDue(w, id))) expired += 1;
    }
    if (due.length < batch) break;
  }
  return expired;
}

/** Looks again under the lock: the person may have started, or somebody decided, a moment ago. */
async function expireIfDue(w: Write, id: string): Promise<boolean> {
  const row = await lockInquiry(w.tx, w.envId, id);
  if (!row || row.redacted_at || !isOpen(row.status) || !row.expires_at || row.expires_at > w.now) return false;
  keepOrder(w, row.updated_at);
  await changeInquiry(w, row, {changes: [{type: 'expire'}]});
  return true;
}
