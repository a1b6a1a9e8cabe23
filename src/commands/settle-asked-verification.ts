/** Commits what became of one run of the engine for a verification that a backend leads, and moves the transaction it is of. */
import type {DocumentVerdict} from '../domain/steps/document-verdict.ts';
import type {SelfieVerdict} from '../domain/steps/selfie.ts';
import {saidFields} from '../domain/transaction.ts';
import {lockInquiry} from '../storage/inquiry.ts';
import {lockTransaction} from '../storage/transaction.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {lockVerification, subjectOfVerification} from '../storage/verification.ts';
import {advanceTransaction} from './advance-transaction.ts';
import {tellDocument, tellVerification} from './ask-verification.ts';
import {compareLists} from './compare-lists.ts';
import {compareRepeats} from './compare-repeats.ts';
import type {DocumentEngineResult, EngineAnswer, SelfieEngineResult} from './engine-run.ts';
import {selfieVerdictFor, storeSelfie} from './settle-selfie.ts';
import {eventOf, storeDocument, storeVerification, verdictFor} from './settle-verification.ts';
import type {Settled} from './settle-verification.ts';
import type {DisplayImage} from './store-display-images.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/** Does nothing where another run settled the verification first: `read` is the row this run began with. */
export async function settleAskedVerification(
  w: Write,
  read: VerificationRow,
  answer: EngineAnswer,
  displays: DisplayImage[],
): Promise<void> {
  const inquiry = read.inquiry_id === null ? undefined : await lockInquiry(w.tx, w.envId, read.inquiry_id);
  const transaction =
    read.transaction_id === null ? undefined : await lockTransaction(w.tx, w.envId, read.transaction_id);
  const current = await lockVerification(w.tx, {envId: w.envId, id: read.id});
  // redaction took everything there was to settle
  if (inquiry?.redacted_at || transaction?.redacted_at || !current || current.redacted_at) return;
  if (current.status !== 'submitted' || current.version !== read.version) return;
  keepOrder(w, current.updated_at);
  if (transaction) keepOrder(w, transaction.updated_at);
  const settled =
    current.kind === 'selfie'
      ? await settleFrames(w, current, answer, displays)
      : await settlePages(w, current, {
          answer,
          displays,
          fields: inquiry?.fields ?? saidFields(transaction?.fields ?? {}),
        });
  if (!settled) return;
  await tellVerification(w, eventOf[settled.status], settled.row);
  if (transaction) await advanceTransaction(w, transaction);
}

interface SettledRow {
  row: VerificationRow;
  status: Settled;
}

async function settleFrames(
  w: Write,
  current: VerificationRow,
  answer: EngineAnswer,
  displays: readonly DisplayImage[],
): Promise<SettledRow | undefined> {
  if (!isOfSelfie(answer)) return undefined;
  const status = statusOf(selfieVerdictFor(answer));
  return {status, row: await storeSelfie(w, current, {answer, status, displays})};
}

async function settlePages(
  w: Write,
  current: VerificationRow,
  of: {answer: EngineAnswer; displays: DisplayImage[]; fields: Parameters<typeof compareLists>[1]['fields']},
): Promise<SettledRow | undefined> {
  const {answer: given, displays, fields} = of;
  if (!isOfDocument(given)) return undefined;
  const subject = {id: subjectOfVerification(current), account_id: current.account_id, fields};
  const answer: EngineAnswer<DocumentEngineResult> =
    given.type === 'result' && given.kind === 'government-id'
      ? {...given, result: await compareLists(w, subject, await compareRepeats(w, subject, given.result))}
      : given;
  const status = statusOf(verdictFor(answer));
  const row = await storeVerification(w, current, {answer, status});
  const document =
    current.document_id === null ? undefined : await storeDocument(w, current.document_id, answer, displays);
  if (document) {
    const name = document.status === 'errored' ? 'document.errored' : 'document.processed';
    await tellDocument(w, name, document, subject.id);
  }
  return {status, row};
}

/** A side that is missing, or an engine that could not run, asks the backend for another try; a verdict is the last word. */
function statusOf(verdict: DocumentVerdict | SelfieVerdict | undefined): Settled {
  switch (verdict?.type) {
    case 'passed':
      return 'passed';
    case 'failed':
      return 'failed';
    case 'missing_side':
    case 'unsure':
    case 'unavailable':
      return 'requires_retry';
    case undefined:
      return 'canceled';
  }
}

function isOfSelfie(answer: EngineAnswer): answer is EngineAnswer<SelfieEngineResult> {
  return answer.type !== 'result' || answer.kind === 'selfie';
}

function isOfDocument(answer: EngineAnswer): answer is EngineAnswer<DocumentEngineResult> {
  return answer.type !== 'result' || answer.kind !== 'selfie';
}
