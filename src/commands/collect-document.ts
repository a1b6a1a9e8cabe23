/**
 * Documents that a backend collects for an inquiry, without judging them: given, submitted, read. What was read stands on the document;
 * a verification may take it up afterwards.
 */
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {findDocument, insertDocument, lockDocument, subjectOfDocument, updateDocument} from '../storage/document.ts';
import type {DocumentRow} from '../storage/document.ts';
import {tellDocument} from './ask-verification.ts';
import {holdInquiry} from './change-inquiry.ts';
import {evidenceOfFile, keepGivenFile} from './given-file.ts';
import type {SealedSide} from './give-pictures.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

export interface CollectDocument {
  kind: DocumentRow['kind'];
  inquiryId: string;
  pictures: readonly SealedSide[];
  /** What is said of it, under the names its resource shows it by. */
  attributes?: Record<string, unknown>;
}

/** @throws CountersignError `not_found`, `gone` for its inquiry */
export async function collectDocument(w: Write, input: CollectDocument): Promise<DocumentRow> {
  const inquiry = await holdInquiry(w, input.inquiryId);
  const document = await insertDocument(w.tx, {
    env_id: w.envId,
    id: newId('document', w.now.getTime()),
    kind: input.kind,
    inquiry_id: inquiry.id,
    status: 'initiated',
    pages: JSON.stringify(await pagesOf(w, inquiry.id, input.pictures)),
    fields: JSON.stringify(input.attributes ?? {}),
    created_at: w.now,
    updated_at: w.now,
  });
  await tellDocument(w, 'document.created', document, inquiry.id);
  await w.audit('document.create', 'document', document.id);
  return document;
}

/** More pages, or another picture of a side. @throws CountersignError `not_found`, `gone`, `conflict` once it was submitted */
export async function updateCollected(
  w: Write,
  input: Omit<CollectDocument, 'inquiryId'> & {documentId: string},
): Promise<DocumentRow> {
  const document = await holdInitiated(w, input.documentId, input.kind);
  const pages = await pagesOf(w, subjectOfDocument(document), input.pictures);
  const kept = document.pages.filter(({side}) => side === 'page' || !pages.some((page) => page.side === side));
  return updateDocument(w.tx, keyOf(document), {
    pages: JSON.stringify([...kept, ...pages]),
    fields: JSON.stringify({...document.fields, ...input.attributes}),
    updated_at: w.now,
  });
}

/** To the engine, which reads it. @throws CountersignError `not_found`, `gone`, `conflict`, `unprocessable` without a picture */
export async function submitCollected(
  w: Write,
  input: {documentId: string; kind: DocumentRow['kind']},
): Promise<DocumentRow> {
  const document = await holdInitiated(w, input.documentId, input.kind);
  if (document.pages.length === 0)
    throw new CountersignError('unprocessable', {details: 'The document has no picture yet.'});
  const submitted = await updateDocument(w.tx, keyOf(document), {status: 'submitted', updated_at: w.now});
  await tellDocument(w, 'document.submitted', submitted, subjectOfDocument(submitted));
  await w.audit('document.submit', 'document', document.id);
  await w.enqueue('read-document', {envId: w.envId, documentId: document.id});
  return submitted;
}

async function holdInitiated(w: Write, id: string, kind: DocumentRow['kind']): Promise<DocumentRow> {
  const known = await findDocument(w.tx, {envId: w.envId, id});
  if (known?.kind !== kind) throw new CountersignError('not_found');
  if (known.inquiry_id !== null) await holdInquiry(w, known.inquiry_id);
  const document = await lockDocument(w.tx, {envId: w.envId, id});
  if (!document) throw new CountersignError('not_found');
  if (document.redacted_at) throw new CountersignError('gone', {details: 'The document was redacted.'});
  keepOrder(w, document.updated_at);
  if (document.status === 'initiated' && document.verification_id === null) return document;
  throw new CountersignError('conflict', {
    details: `Expected a document that is initiated and of no verification; it is ${document.status}.`,
  });
}

async function pagesOf(w: Write, inquiryId: string, pictures: readonly SealedSide[]): Promise<DocumentRow['pages']> {
  const pages: DocumentRow['pages'] = [];
  for (const picture of pictures) {
    await keepGivenFile(w, picture);
    const {fileId, side} = picture;
    const {id} = await evidenceOfFile(w, {fileId, side, inquiryId, step: 'document'});
    pages.push({side, evidenceId: id, capture: 'upload'});
  }
  return pages;
}

function keyOf({env_id: envId, id}: DocumentRow) {
  return {envId, id};
}
