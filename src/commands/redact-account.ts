import {CountersignError} from '../protocol/errors.ts';
import {deleteAccountRelations} from '../storage/account-relation.ts';
import {listAccountInquiries, listConsolidatedAccounts, lockAccount, updateAccount} from '../storage/account.ts';
import type {Row} from '../storage/schema.ts';
import {emitAccount} from './change-account.ts';
import {redactInquiry} from './redact-inquiry.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/**
 * Forgets the person: the account's fields, tags and name of yours, its relations, and every inquiry of theirs with all that hangs
 * on it. Whoever was consolidated into it goes with it.
 * @throws CountersignError `not_found`, `gone` when it was redacted before, `conflict` where an investigation holds something
 */
export async function redactAccount(w: Write, {accountId}: {accountId: string}): Promise<Row<'account'>> {
  const row = await lockAccount(w.tx, w.envId, accountId);
  if (!row) throw new CountersignError('not_found');
  if (row.redacted_at) throw new CountersignError('gone', {details: 'The account was redacted.'});
  keepOrder(w, row.updated_at);
  // before its inquiries: their events, which stay, tell the account's name
  const redacted = await updateAccount(w.tx, row, {
    fields: '{}',
    tags: '[]',
    reference_id: null,
    redacted_at: w.now,
    updated_at: w.now,
  });
  if (!redacted) throw new CountersignError('stale_version');
  for (const sourceId of await listConsolidatedAccounts(w.tx, w.envId, row.id))
    await redactAccount(w, {accountId: sourceId});
  for (const inquiryId of await listAccountInquiries(w.tx, w.envId, row.id)) await redactInquiry(w, {inquiryId});

  await deleteAccountRelations(w.tx, w.envId, row.id);
  await w.ctx.keyring.shred(w.tx, w.envId, row.id, w.now);
  await emitAccount(w, 'account.redacted', redacted, undefined, w.envId);
  await w.audit('account.redact', 'account', row.id);
  return redacted;
}
