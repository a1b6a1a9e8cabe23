/** The job that reads a document that a backend collected: pictures to the engine, what it read to the row. */
import {holderOfInquiry, residentOfInquiry} from '../domain/expected-holder.ts';
import {documentTypes} from '../protocol/government-id.ts';
import {findDocument, lockDocument, subjectOfDocument} from '../storage/document.ts';
import type {DocumentRow} from '../storage/document.ts';
import {findEnvironment} from '../storage/environment.ts';
import {findInquiry} from '../storage/inquiry.ts';
import {EngineError} from '../verification/engine.ts';
import {readAll} from './asked-run.ts';
import {tellDocument} from './ask-verification.ts';
import type {Context} from './context.ts';
import type {DocumentEngineResult, EngineAnswer} from './engine-run.ts';
import {storeDocument} from './settle-verification.ts';
import {storeDisplayImages} from './store-display-images.ts';
import {keepOrder, write} from './write.ts';
import type {Scope} from './write.ts';

/** One that was done already, or whose inquiry was redacted meanwhile, changes nothing. */
export async function readDocument(
  ctx: Context,
  {envId, documentId}: {envId: string; documentId: string},
  job: {id: string; attempt: number; signal: AbortSignal},
): Promise<void> {
  const document = await findDocument(ctx.database.db, {envId, id: documentId});
  if (document?.status !== 'submitted' || document.redacted_at) return;
  const scope: Scope = {envId, actor: {type: 'system', id: 'read-document'}, requestId: job.id};
  const answer = await answerOf(ctx, document, job);
  const subjectId = subjectOfDocument(document);
  const images = answer.type === 'result' ? answer.result.displayImages : [];
  const displays = await storeDisplayImages(ctx, scope, subjectId, images);
  await write(ctx, scope, async (w) => {
    const current = await lockDocument(w.tx, {envId, id: documentId});
    if (current?.status !== 'submitted' || current.redacted_at) return;
    keepOrder(w, current.updated_at);
    const read = await storeDocument(w, documentId, answer, displays);
    if (!read) return;
    await tellDocument(w, read.status === 'errored' ? 'document.errored' : 'document.processed', read, subjectId);
  });
}

/** Runs before the document counts as one that could not be read. */
const mostRuns = 5;

async function answerOf(
  ctx: Context,
  document: DocumentRow,
  job: {attempt: number; signal: AbortSignal},
): Promise<EngineAnswer<DocumentEngineResult>> {
  const ids = document.pages.map(({evidenceId}) => evidenceId);
  const bytes = await readAll(ctx, document.env_id, ids);
  if (!bytes) return {type: 'damaged'};
  try {
    return await runEngine(ctx, document, bytes, job.signal);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.failure === 'invalid_input') return {type: 'damaged'};
    if (job.attempt < mostRuns) throw error;
    return {type: 'unavailable'};
  }
}

async function runEngine(
  ctx: Context,
  document: DocumentRow,
  bytes: ReadonlyMap<string, Uint8Array>,
  signal: AbortSignal,
): Promise<EngineAnswer<DocumentEngineResult>> {
  const {db} = ctx.database;
  const {env_id: envId, inquiry_id: inquiryId} = document;
  const today = ctx.now().toISOString().slice(0, 10);
  const inquiry = inquiryId === null ? undefined : await findInquiry(db, envId, inquiryId);
  const fields = inquiry?.fields ?? {};
  const pages = document.pages.flatMap(({evidenceId: id, side}) => {
    const read = bytes.get(id);
    return read ? [{id, side, bytes: read}] : [];
  });
  if (document.kind === 'generic') {
    const input = {evidence: pages, config: {}, today, expected: {inquiry: residentOfInquiry(fields)}};
    return {type: 'result', kind: 'document', result: await ctx.engines.run('document', input, {signal})};
  }
  const environment = await findEnvironment(db, envId);
  const type = documentTypes.find((one) => one === document.fields['id-class']);
  const country = document.fields['issuing-country'];
  const input = {
    evidence: pages.flatMap(({side, ...page}) => (side === 'front' || side === 'back' ? [{...page, side}] : [])),
    chosen: {...(typeof country === 'string' && {country}), ...(type && {type})},
    config: {},
    today,
    sandbox: environment?.kind === 'sandbox',
    expected: {inquiry: holderOfInquiry(fields)},
  };
  return {type: 'result', kind: 'government-id', result: await ctx.engines.run('government-id', input, {signal})};
}
