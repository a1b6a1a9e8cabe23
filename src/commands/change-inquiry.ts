import {decideInquiry} from '../domain/inquiry.ts';
import type {InquiryChange, InquiryEventName, InquiryState} from '../domain/inquiry.ts';
import {CountersignError} from '../protocol/errors.ts';
import {readInquiryRelated} from '../storage/inquiry-related.ts';
import {giveTraces} from '../storage/identity-trace.ts';
import {expireSessions} from '../storage/inquiry-session.ts';
import {inquiryState, inquiryStateColumns, lockInquiry, updateInquiryRow} from '../storage/inquiry.ts';
import type {InquiryColumns} from '../storage/inquiry.ts';
import {expireCodes} from '../storage/one-time-code.ts';
import {presentInquiry} from '../storage/resources/inquiry.ts';
import type {Row} from '../storage/schema.ts';
import {findOrCreateAccount} from './find-or-create-account.ts';
import {tellExpiredSession} from './tell-expired-session.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

export interface InquiryWrite {
  /** Made one after the other by the rules of `domain/inquiry.ts`. */
  changes?: readonly InquiryChange[];
  /** Other columns for the same update, e.g. `step` and `step_state`. */
  columns?: InquiryColumns;
  /** Events beyond those of the changes, emitted before them. */
  events?: readonly (InquiryEventName | 'inquiry.updated-tags' | 'inquiry.biometric-consent-given')[];
}

/** The inquiry, held until commit. @throws CountersignError `not_found` in this environment, `gone` when redacted */
export async function holdInquiry(w: Write, inquiryId: string): Promise<Row<'inquiry'>> {
  const row = await lockInquiry(w.tx, w.envId, inquiryId);
  if (!row) throw new CountersignError('not_found');
  if (row.redacted_at) throw new CountersignError('gone', {details: 'The inquiry was redacted.'});
  return row;
}

/**
 * The one way an inquiry changes: state by the rules, columns under the optimistic lock, events with the resource as it is then.
 * Expiring ends its sessions and links; approving makes a browser's claim to a reference id true.
 * @throws CountersignError `invalid_transition`, `gone`, `stale_version`
 */
export async function changeInquiry(w: Write, row: Row<'inquiry'>, change: InquiryWrite): Promise<Row<'inquiry'>> {
  const {changes = [], columns = {}, events: otherEvents = []} = change;
  keepOrder(w, row.updated_at);
  let state = inquiryState(row);
  const told: {name: string; state: InquiryState}[] = otherEvents.map((name) => ({name, state}));
  for (const one of changes) {
    const outcome = decideInquiry(state, one, w.now);
    if (!outcome.ok) throw new CountersignError(outcome.code, {details: outcome.details});
    state = outcome.state;
    for (const name of outcome.events) told.push({name, state: outcome.state});
  }
  if (told.length === 0 && Object.keys(columns).length === 0) return row;

  const claim = state.status === 'approved' ? await redeemClaim(w, row) : {};
  const updated = await updateInquiryRow(w.tx, row, {
    ...inquiryStateColumns(state),
    ...columns,
    ...claim,
    updated_at: w.now,
  });
  if (state.status === 'expired' && row.status !== 'expired') await endAccess(w, row);

  const related = told.length > 0 ? (await readInquiryRelated(w.tx, w.envId, [updated])).get(row.id) : undefined;
  for (const {name, state: then} of told) {
    const data = presentInquiry({...updated, ...inquiryStateColumns(then)}, related);
    await w.emit({name, objectType: 'inquiry', objectId: row.id, subjectId: row.id, data});
  }
  for (const {type} of changes) await w.audit(`inquiry.${type}`, 'inquiry', row.id);
  w.afterCommit(() => w.ctx.progress.publish(row.id, {type: 'position'}));
  return updated;
}

async function redeemClaim(w: Write, row: Row<'inquiry'>): Promise<InquiryColumns> {
  if (row.claimed_reference_id === null || row.account_id !== null) return {};
  const {account} = await findOrCreateAccount(w, row.claimed_reference_id);
  const accountId = account.consolidated_into ?? account.id;
  await giveTraces(w.tx, {envId: w.envId, inquiryId: row.id, accountId});
  return {account_id: accountId, claimed_reference_id: null};
}

async function endAccess(w: Write, row: Row<'inquiry'>): Promise<void> {
  await expireCodes(w.tx, w.envId, row.id, w.now);
  for (const session of await expireSessions(w.tx, w.envId, row.id, w.now)) await tellExpiredSession(w, session);
}
