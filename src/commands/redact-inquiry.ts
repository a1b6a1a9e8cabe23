import {decideInquiry} from '../domain/inquiry.ts';
import {CountersignError} from '../protocol/errors.ts';
import {deleteForgottenDevices, listDeviceIdsOf} from '../storage/device.ts';
import {readInquiryRelated} from '../storage/inquiry-related.ts';
import {inquiryState, inquiryStateColumns, lockInquiry, updateInquiryRow} from '../storage/inquiry.ts';
import {isInvestigated, redactInquiryRows} from '../storage/redaction.ts';
import {presentInquiry} from '../storage/resources/inquiry.ts';
import type {Row} from '../storage/schema.ts';
import {underInvestigation} from './redact-verification.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/**
 * Forgets the person behind an inquiry: fields, results, pictures, events, stored answers and mails become unreadable in this commit.
 * What stays says that it happened: ids, statuses, times and the audit rows. The event is sealed with the environment's key,
 * because the inquiry's own is gone.
 * @throws CountersignError `not_found`, `gone` when it was redacted before
 */
export async function redactInquiry(w: Write, input: {inquiryId: string}): Promise<Row<'inquiry'>> {
  const row = await lockInquiry(w.tx, w.envId, input.inquiryId);
  if (!row) throw new CountersignError('not_found');
  const outcome = decideInquiry(inquiryState(row), {type: 'redact'}, w.now);
  if (!outcome.ok) throw new CountersignError(outcome.code, {details: outcome.details});
  keepOrder(w, row.updated_at);
  if (await isInvestigated(w.tx, w.envId, row.id)) throw underInvestigation();

  const redacted = await updateInquiryRow(w.tx, row, {
    ...inquiryStateColumns(outcome.state),
    fields: '{}',
    tags: '[]',
    step_state: '{}',
    note: null,
    claimed_reference_id: null,
    redirect_uri: null,
    updated_at: w.now,
  });
  const devices = await listDeviceIdsOf(w.tx, w.envId, row.id);
  await redactInquiryRows(w.tx, redacted, w.now);
  await deleteForgottenDevices(w.tx, w.envId, devices);
  await w.ctx.keyring.shred(w.tx, w.envId, row.id, w.now);

  const related = await readInquiryRelated(w.tx, w.envId, [redacted]);
  const data = presentInquiry(redacted, related.get(row.id));
  for (const name of outcome.events) {
    await w.emit({name, objectType: 'inquiry', objectId: row.id, subjectId: w.envId, data});
  }
  await w.audit('inquiry.redact', 'inquiry', row.id);
  w.afterCommit(() => w.ctx.progress.publish(row.id, {type: 'position'}));
  return redacted;
}
