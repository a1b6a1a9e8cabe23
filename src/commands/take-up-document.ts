import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {lockDocument, updateDocument} from '../storage/document.ts';
import {findInquiry} from '../storage/inquiry.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {askVerification} from './ask-verification.ts';
import type {AskedConfig} from './asked-config.ts';
import type {Write} from './write.ts';

const pointer = '/data/attributes/document-id';

/**
 * A verification of a document that a backend collected for an inquiry, which the caller holds.
 * @throws CountersignError `not_found` where the inquiry has no such document, `conflict` where another verification has it
 */
export async function takeUpDocument(
  w: Write,
  input: AskedConfig & {inquiryId: string; documentId: string},
): Promise<VerificationRow> {
  const {inquiryId, documentId, ...asked} = input;
  const document = await lockDocument(w.tx, {envId: w.envId, id: documentId});
  if (document?.inquiry_id !== inquiryId || document.kind !== 'generic') {
    throw new CountersignError('not_found', {details: 'The inquiry has no such generic document.', pointer});
  }
  if (document.verification_id !== null)
    throw new CountersignError('conflict', {details: 'The document is of a verification already.', pointer});
  if (document.status === 'submitted')
    throw new CountersignError('conflict', {details: 'The document is being read.', pointer});
  const id = newId('verification', w.now.getTime());
  await updateDocument(w.tx, {envId: w.envId, id: documentId}, {verification_id: id, updated_at: w.now});
  const inquiry = await findInquiry(w.tx, w.envId, inquiryId);
  return askVerification(w, {
    id,
    kind: 'document',
    inquiryId,
    accountId: inquiry?.account_id ?? undefined,
    document,
    ...asked,
  });
}
