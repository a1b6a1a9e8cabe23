/** Pictures for a verification that a backend leads: sides of a document, or frames of a selfie. */
import {CountersignError} from '../protocol/errors.ts';
import type {EvidenceSide} from '../protocol/flow.ts';
import {newId} from '../protocol/ids.ts';
import {findDocument, insertDocument, updateDocument} from '../storage/document.ts';
import type {DocumentRow} from '../storage/document.ts';
import type {SelfieAttributes} from '../storage/resources/selfie.ts';
import {subjectOfVerification, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {holdAskedVerification, refuseUnlessOpen, tellDocument} from './ask-verification.ts';
import {evidenceOfFile, keepGivenFile} from './given-file.ts';
import type {GivenFile, SealedFile} from './given-file.ts';
import type {Write} from './write.ts';

/** A file of the request that shows this side. */
export type SidedFile = GivenFile & {side: EvidenceSide};
export type SealedSide = SidedFile & SealedFile;

/**
 * Pictures for a verification that was not submitted yet, beside those it has; one of the same side takes that one's place.
 * @throws CountersignError `not_found`, `gone`, `conflict`
 */
export async function givePictures(
  w: Write,
  input: {verificationId: string; kind: VerificationRow['kind']; pictures: readonly SealedSide[]; idClass?: string},
): Promise<VerificationRow> {
  const row = await holdAskedVerification(w, input.verificationId, input.kind);
  refuseUnlessOpen(row);
  for (const picture of input.pictures) await keepGivenFile(w, picture);
  const sides = input.pictures.map(({side, fileId}) => ({side, fileId}));
  return attachFiles(w, row, sides, input.idClass === undefined ? {} : {'id-class': input.idClass});
}

/** Files that are kept already become the sides of a document or the frames of a selfie. */
export async function attachFiles(
  w: Write,
  row: VerificationRow,
  files: readonly {side: EvidenceSide; fileId: string}[],
  attributes: Record<string, unknown> = {},
): Promise<VerificationRow> {
  const given: {side: EvidenceSide; evidenceId: string}[] = [];
  for (const file of files) {
    const place = {...file, inquiryId: row.inquiry_id, step: row.step ?? row.kind};
    given.push({side: file.side, evidenceId: (await evidenceOfFile(w, place)).id});
  }
  const document = row.kind === 'selfie' ? undefined : await documentWith(w, row, given);
  const frames = row.kind === 'selfie' && given.length > 0 ? framesWith(row, given) : {};
  const capture = given.length > 0 && {'capture-method': 'upload'};
  const changed = await updateVerification(w.tx, row, {
    ...(document && {document_id: document.id}),
    result: JSON.stringify({...row.result, ...capture, ...frames, ...attributes}),
    updated_at: w.now,
  });
  if (!changed) throw new CountersignError('stale_version');
  return changed;
}

async function documentWith(
  w: Write,
  row: VerificationRow,
  given: readonly {side: EvidenceSide; evidenceId: string}[],
): Promise<DocumentRow | undefined> {
  const pages = given.map((page) => ({...page, capture: 'upload'}));
  const known = row.document_id === null ? undefined : await findDocument(w.tx, {envId: w.envId, id: row.document_id});
  if (known) {
    const kept = known.pages.filter(({side}) => side === 'page' || !given.some((page) => page.side === side));
    const changes = {pages: JSON.stringify([...kept, ...pages]), updated_at: w.now};
    return pages.length === 0 ? known : updateDocument(w.tx, {envId: w.envId, id: known.id}, changes);
  }
  if (pages.length === 0) return undefined;
  const document = await insertDocument(w.tx, {
    env_id: w.envId,
    id: newId('document', w.now.getTime()),
    kind: row.kind === 'document' ? 'generic' : 'government-id',
    inquiry_id: row.inquiry_id,
    transaction_id: row.transaction_id,
    verification_id: row.id,
    status: 'initiated',
    pages: JSON.stringify(pages),
    fields: JSON.stringify({}),
    created_at: w.now,
    updated_at: w.now,
  });
  await tellDocument(w, 'document.created', document, subjectOfVerification(row));
  return document;
}

function framesWith(
  row: VerificationRow,
  given: readonly {side: EvidenceSide; evidenceId: string}[],
): Pick<SelfieAttributes, 'frames'> {
  const {frames = []}: SelfieAttributes = row.result;
  const kept = frames.filter(({pose}) => !given.some(({side}) => side === pose));
  const fresh = given.flatMap(({side, evidenceId}) =>
    side === 'front' || side === 'back' || side === 'page' ? [] : [{pose: side, evidenceId}],
  );
  return {frames: [...kept, ...fresh]};
}
