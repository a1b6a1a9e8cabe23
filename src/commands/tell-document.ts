/** What a selfie says of the document it was held against: `id_selfie_comparison` of the verification that gave its portrait. */
import type {Check} from '../protocol/check.ts';
import {listVerifications, updateVerification} from '../storage/verification.ts';
import {withSelfie} from '../verification/document/checks/selfie.ts';
import type {Write} from './write.ts';

/** Does nothing where no document passed before the selfie, or where the selfie was not compared with one. */
export async function tellDocument(w: Write, inquiryId: string, selfieChecks: readonly Check[]): Promise<void> {
  const comparison = selfieChecks.find(({name}) => name === 'selfie_id_comparison');
  if (!comparison || comparison.reasons.includes('no_government_id')) return;
  const verifications = await listVerifications(w.tx, {envId: w.envId, inquiryId});
  const document = verifications.findLast(({kind, status}) => kind === 'government-id' && status === 'passed');
  if (!document) return;
  const told = await updateVerification(w.tx, document, {
    checks: JSON.stringify(withSelfie(document.checks, comparison)),
    updated_at: w.now,
  });
  if (!told) throw new Error(`Verification ${document.id} changed while its inquiry was locked.`);
}
