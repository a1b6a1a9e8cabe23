/** Commits what became of one run of the engine: verification, document, pictures, fields, and where the inquiry goes. */
import {fillAddress, fillFields} from '../domain/document-fields.ts';
import {applyDocumentVerdict} from '../domain/flow.ts';
import type {FlowChange} from '../domain/flow.ts';
import {genericVerdictOf, verdictOf} from '../domain/steps/document-verdict.ts';
import type {DocumentVerdict} from '../domain/steps/document-verdict.ts';
import type {Check} from '../protocol/check.ts';
import {findDocument, updateDocument} from '../storage/document.ts';
import type {DocumentRow} from '../storage/document.ts';
import {lockInquiry} from '../storage/inquiry.ts';
import type {VerificationStatus} from '../storage/schema.ts';
import {findVerification, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import type {DocumentEngineResult, EngineAnswer} from './engine-run.ts';
import {compareLists} from './compare-lists.ts';
import {compareRepeats} from './compare-repeats.ts';
import {moveInquiry} from './move-inquiry.ts';
import {lockStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
import type {DisplayImage} from './store-display-images.ts';
import {emitDocument, emitVerification} from './submit-verification.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

type Answer = EngineAnswer<DocumentEngineResult>;

/** Does nothing where another run settled the verification first: `read` is the row this run began with. */
export async function settleVerification(
  w: Write,
  read: VerificationRow,
  given: Answer,
  displays: DisplayImage[],
): Promise<void> {
  if (read.inquiry_id === null) return;
  const inquiry = await lockInquiry(w.tx, w.envId, read.inquiry_id);
  const current = await findVerification(w.tx, {envId: w.envId, id: read.id});
  // redaction took everything there was to settle
  if (!inquiry || inquiry.redacted_at) return;
  if (current?.status !== 'submitted' || current.version !== read.version) return;

  keepOrder(w, current.updated_at);
  const at = await lockStanding(w.tx, w.envId, inquiry.id);
  const answer: Answer =
    given.type === 'result' && given.kind === 'government-id'
      ? {...given, result: await compareLists(w, inquiry, await compareRepeats(w, inquiry, given.result))}
      : given;
  const verdict = verdictFor(answer);
  const change: FlowChange = verdict
    ? applyDocumentVerdict(at.graph, at.state, {verificationId: read.id, verdict}, w.now)
    : {type: 'late'};
  const status = change.type === 'changed' && verdict ? statusOf(verdict, change, at.row.step) : 'canceled';

  const settled = await storeVerification(w, current, {answer, status});
  const document =
    current.document_id === null ? undefined : await storeDocument(w, current.document_id, answer, displays);
  if (document)
    await emitDocument(w, document.status === 'errored' ? 'document.errored' : 'document.processed', inquiry, document);
  await emitVerification(w, eventOf[status], inquiry, settled);
  if (change.type !== 'changed') return;
  await moveInquiry(w, at, change, {...fieldsFrom(at, answer, status)});
}

export function verdictFor(answer: Answer): DocumentVerdict | undefined {
  switch (answer.type) {
    case 'result':
      return answer.kind === 'government-id' ? verdictOf(answer.result) : genericVerdictOf(answer.result);
    case 'damaged':
      return {type: 'failed', problems: [{code: 'file_damaged', weight: 'capture'}]};
    case 'unavailable':
      return {type: 'unavailable'};
    case 'canceled':
      return undefined;
  }
}

export type Settled = Extract<VerificationStatus, 'passed' | 'failed' | 'requires_retry' | 'canceled'>;

export const eventOf: Record<Settled, string> = {
  passed: 'verification.passed',
  failed: 'verification.failed',
  requires_retry: 'verification.requires-retry',
  canceled: 'verification.canceled',
};

/** Not passed: the last word where the step was left, else the person gets another try. */
function statusOf(verdict: DocumentVerdict, change: Extract<FlowChange, {type: 'changed'}>, from: string): Settled {
  if (verdict.type === 'passed') return 'passed';
  return change.step === from ? 'requires_retry' : 'failed';
}

export async function storeVerification(
  w: Write,
  current: VerificationRow,
  {answer, status}: {answer: Answer; status: Settled},
): Promise<VerificationRow> {
  const settled = await updateVerification(w.tx, current, {
    status,
    checks: JSON.stringify(checksOf(answer, current.kind)),
    ...(answer.type === 'result' && {
      result: JSON.stringify({...current.result, ...readValues(answer)}),
      country_code: countryOf(answer),
    }),
    updated_at: w.now,
    completed_at: w.now,
  });
  if (!settled) throw new Error(`Verification ${current.id} changed while its inquiry was locked.`);
  return settled;
}

/** `ReadField` by name, and the document's type under the name the API gives it. */
function readValues({kind, result}: DocumentEngineResult): Record<string, unknown> {
  const name = kind === 'government-id' ? 'id-class' : 'document-type';
  return {...result.fields, ...(result.documentType !== undefined && {[name]: result.documentType})};
}

function countryOf(answer: DocumentEngineResult): string | null {
  const country =
    answer.kind === 'government-id' ? answer.result.countryCode : answer.result.fields['address-country-code']?.value;
  return country ?? null;
}

/** What can truly be said when the engine said nothing. */
function checksOf(answer: Answer, kind: VerificationRow['kind']): Check[] {
  const name = `${kind === 'government-id' ? 'id' : 'document'}_unprocessable_submission_detection`;
  switch (answer.type) {
    case 'result':
      return answer.result.checks;
    case 'damaged':
      return [{name, status: 'failed', requirement: 'required', reasons: ['file_damaged'], metadata: {}}];
    case 'unavailable':
      return [{name, status: 'not_applicable', requirement: 'required', reasons: ['engine_unavailable'], metadata: {}}];
    case 'canceled':
      return [];
  }
}

export async function storeDocument(
  w: Write,
  documentId: string,
  answer: Answer,
  displays: DisplayImage[],
): Promise<DocumentRow | undefined> {
  const key = {envId: w.envId, id: documentId};
  const document = await findDocument(w.tx, key);
  if (!document || answer.type === 'canceled') return undefined;
  for (const {fileId, sealed} of displays.flatMap(({whole, card}) => (card ? [whole, card] : [whole])))
    await w.ctx.files.commit(w.tx, {envId: w.envId, id: fileId}, sealed, w.now);
  // a file may hold several pages
  const pages = document.pages.flatMap((page) => {
    const shown = displays.filter(({evidenceId, side}) => evidenceId === page.evidenceId && side === page.side);
    if (shown.length === 0) return [page];
    return shown.map(({whole, card}) => {
      return {...page, displayFileId: whole.fileId, ...(card && {card: {...card.shape, fileId: card.fileId}})};
    });
  });
  // every picture that could be opened has one to show
  const result = answer.type === 'result' && displays.length > 0 ? answer : undefined;
  return updateDocument(w.tx, key, {
    status: result ? 'processed' : 'errored',
    pages: JSON.stringify(pages),
    ...(result && {fields: JSON.stringify({...kindOf(document), ...readValues(result)})}),
    processed_at: w.now,
    updated_at: w.now,
  });
}

/** What a backend called a generic document stays. */
function kindOf({fields: {kind}}: DocumentRow): Record<string, unknown> {
  return kind === undefined ? {} : {kind};
}

/** The inquiry's fields take what was read once nothing more will be read: what passed, and what a reviewer must judge. */
function fieldsFrom(at: Standing, answer: Answer, status: Settled): {fields?: Standing['row']['fields']} {
  if (answer.type !== 'result' || (status !== 'passed' && status !== 'failed')) return {};
  const fill = answer.kind === 'government-id' ? fillFields : fillAddress;
  return {fields: fill(at.graph.fields, at.row.fields, answer.result)};
}
