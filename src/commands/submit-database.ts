import {personOfInquiry} from '../domain/expected-holder.ts';
import {newId} from '../protocol/ids.ts';
import type {Row} from '../storage/schema.ts';
import {insertVerification, listVerifications} from '../storage/verification.ts';
import {emitVerification} from './submit-verification.ts';
import type {Write} from './write.ts';

/** The verification of a step that was just entered, and the job that answers it. */
export async function submitDatabase(w: Write, inquiry: Row<'inquiry'>): Promise<void> {
  const earlier = await listVerifications(w.tx, {envId: w.envId, inquiryId: inquiry.id});
  const row = await insertVerification(w.tx, {
    env_id: w.envId,
    id: newId('verification', w.now.getTime()),
    kind: 'database',
    inquiry_id: inquiry.id,
    account_id: inquiry.account_id,
    template_version_id: inquiry.template_version_id,
    step: inquiry.step,
    attempt: earlier.filter(({step}) => step === inquiry.step).length + 1,
    status: 'submitted',
    document_id: null,
    result: JSON.stringify({...personOfInquiry(inquiry.fields)}),
    checks: JSON.stringify([]),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
    submitted_at: w.now,
  });
  await emitVerification(w, 'verification.created', inquiry, {...row, status: 'initiated', submitted_at: null});
  await emitVerification(w, 'verification.submitted', inquiry, row);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: row.id});
}
