import {CountersignError} from '../protocol/errors.ts';
import {moveToAccount, updateAccount} from '../storage/account.ts';
import type {Row} from '../storage/schema.ts';
import {emitAccount, holdAccount} from './change-account.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/**
 * One account out of several: what hangs on the sources hangs on the target from now on; its own attributes stay as they are.
 * The sources are archived and take nothing new.
 * @throws CountersignError `not_found` for any of them, `gone`, `conflict` for a source that was consolidated before, or is the target
 */
export async function consolidateAccounts(
  w: Write,
  {accountId, sourceIds}: {accountId: string; sourceIds: readonly string[]},
): Promise<Row<'account'>> {
  // in one order for everybody, so that two that merge the same accounts wait for each other instead of failing
  const ids = [...new Set([accountId, ...sourceIds])].sort();
  const held = new Map<string, Row<'account'>>();
  for (const id of ids) held.set(id, await holdOne(w, id, accountId, sourceIds));
  const target = held.get(accountId);
  if (!target) throw new CountersignError('not_found');

  const sources = [...new Set(sourceIds)].flatMap((id) => held.get(id) ?? []);
  for (const source of sources) keepOrder(w, source.updated_at);
  keepOrder(w, target.updated_at);
  for (const source of sources) await archiveInto(w, source, target);
  const updated = await updateAccount(w.tx, target, {updated_at: w.now});
  if (!updated) throw new CountersignError('stale_version');
  await emitAccount(w, 'account.consolidated-with', updated);
  await w.audit('account.consolidate', 'account', target.id);
  return updated;
}

async function holdOne(w: Write, id: string, accountId: string, sourceIds: readonly string[]): Promise<Row<'account'>> {
  const index = sourceIds.indexOf(id);
  const pointer = `/meta/source-account-ids/${index}`;
  if (id === accountId && index >= 0)
    throw new CountersignError('conflict', {details: 'An account cannot be consolidated into itself.', pointer});
  try {
    return await holdAccount(w, id);
  } catch (error) {
    if (!(error instanceof CountersignError) || index < 0) throw error;
    throw new CountersignError(error.code, {...error.info, pointer});
  }
}

async function archiveInto(w: Write, source: Row<'account'>, target: Row<'account'>): Promise<void> {
  await moveToAccount(w.tx, w.envId, {from: source.id, to: target.id});
  const archived = await updateAccount(w.tx, source, {
    archived_at: w.now,
    consolidated_into: target.id,
    updated_at: w.now,
  });
  if (!archived) throw new CountersignError('stale_version');
  await emitAccount(w, 'account.consolidated', archived);
  await emitAccount(w, 'account.archived', archived);
  await w.audit('account.archive', 'account', source.id);
}
