import {writeAccountFields} from '../domain/account.ts';
import {changeTags} from '../domain/tags.ts';
import type {TagChange} from '../domain/tags.ts';
import {CountersignError} from '../protocol/errors.ts';
import {findAccountByReference, lockAccount, updateAccount} from '../storage/account.ts';
import {presentAccount} from '../storage/resources/account.ts';
import type {Row} from '../storage/schema.ts';
import {invalidField} from './invalid-field.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

export interface AccountChange {
  /** `null` takes it away; absent leaves it. */
  referenceId?: string | null;
  status?: string;
  /** Written values, nested or flat; only the given ones change. */
  fields?: Record<string, unknown>;
  tags?: TagChange;
}

/** The account, held until commit. @throws CountersignError `not_found`, `gone` when redacted, `conflict` when it was consolidated */
export async function holdAccount(w: Write, accountId: string): Promise<Row<'account'>> {
  const row = await lockAccount(w.tx, w.envId, accountId);
  if (!row) throw new CountersignError('not_found');
  refuseEnded(row);
  return row;
}

/** Nothing more can be done with a redacted or consolidated account. */
export function refuseEnded(row: Pick<Row<'account'>, 'redacted_at' | 'archived_at'>, pointer?: string): void {
  const at = pointer === undefined ? {} : {pointer};
  if (row.redacted_at) throw new CountersignError('gone', {details: 'The account was redacted.', ...at});
  if (row.archived_at)
    throw new CountersignError('conflict', {details: 'The account was consolidated into another.', ...at});
}

/** The one way an account at hand changes, with an event for each thing that did. @throws CountersignError `invalid_field`, `conflict`, `stale_version` */
export async function changeAccount(w: Write, row: Row<'account'>, change: AccountChange): Promise<Row<'account'>> {
  keepOrder(w, row.updated_at);
  const fields = change.fields && writeAccountFields(row.fields, change.fields);
  if (fields && !fields.ok) throw invalidField(fields.problems);
  const tags = change.tags && changeTags(row.tags, change.tags);
  const retagged = tags !== undefined && tags.added.length + tags.removed.length > 0;
  const restated = change.status !== undefined && change.status !== row.status;
  const renamed = change.referenceId !== undefined && change.referenceId !== row.reference_id;
  if (!fields && !retagged && !restated && !renamed) return row;
  if (renamed && change.referenceId !== null) await refuseTaken(w, change.referenceId);

  const updated = await updateAccount(w.tx, row, {
    ...(fields && {fields: JSON.stringify(fields.fields)}),
    ...(retagged && {tags: JSON.stringify(tags.tags)}),
    ...(restated && {status: change.status}),
    ...(renamed && {reference_id: change.referenceId}),
    updated_at: w.now,
  });
  if (!updated) throw new CountersignError('stale_version');
  if (fields) await emitAccount(w, 'account.updated-fields', updated);
  if (restated) await emitAccount(w, 'account.status-updated', updated);
  if (retagged) await emitTags(w, updated, tags);
  await w.audit('account.update', 'account', row.id);
  return updated;
}

async function emitTags(w: Write, row: Row<'account'>, {added, removed}: {added: string[]; removed: string[]}) {
  if (added.length > 0) await emitAccount(w, 'account.tag-added', row);
  if (removed.length > 0) await emitAccount(w, 'account.tag-removed', row);
  await emitAccount(w, 'account.updated-tags', row, {'added-tags': added, 'removed-tags': removed});
}

/** `subjectId` is the environment's id where the account's own key is gone. */
export async function emitAccount(
  w: Write,
  name: string,
  row: Row<'account'>,
  context?: Record<string, unknown>,
  subjectId = row.id,
): Promise<void> {
  const data = presentAccount(row);
  await w.emit({name, objectType: 'account', objectId: row.id, subjectId, data, ...(context && {context})});
}

async function refuseTaken(w: Write, referenceId: string | undefined): Promise<void> {
  if (referenceId === undefined || !(await findAccountByReference(w.tx, w.envId, referenceId))) return;
  throw referenceTaken();
}

export function referenceTaken(): CountersignError {
  return new CountersignError('conflict', {
    pointer: '/data/attributes/reference-id',
    details: 'Another account has this reference id.',
  });
}
