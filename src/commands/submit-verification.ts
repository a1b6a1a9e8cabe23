/** Puts the pictures of one attempt before the engine: the verification, its document, their events, the job. */
import type {FlowEffect} from '../domain/steps/step.ts';
import {newId} from '../protocol/ids.ts';
import {insertDocument, updateDocument} from '../storage/document.ts';
import type {DocumentRow} from '../storage/document.ts';
import {listEvidence} from '../storage/evidence.ts';
import {presentDocument, presentVerification} from '../storage/resources/finding.ts';
import type {Row} from '../storage/schema.ts';
import {findVerification, insertVerification, listVerifications, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import type {Write} from './write.ts';

type Pages = DocumentRow['pages'];
export type VerifyEffect = Extract<FlowEffect, {type: 'verify'}>;

/** A verification that waits for another side takes it; otherwise a new one is made. */
export async function submitVerification(w: Write, inquiry: Row<'inquiry'>, effect: VerifyEffect): Promise<void> {
  const pages = await pagesOf(w, inquiry, effect);
  const waiting = await findVerification(w.tx, {envId: w.envId, id: effect.verificationId});
  const verification = waiting ? await resubmit(w, waiting, pages) : await create(w, inquiry, effect, pages);
  await emitVerification(w, 'verification.submitted', inquiry, verification);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: verification.id});
}

async function create(w: Write, inquiry: Row<'inquiry'>, effect: VerifyEffect, pages: Pages): Promise<VerificationRow> {
  const earlier = await listVerifications(w.tx, {envId: w.envId, inquiryId: inquiry.id});
  const document = await insertDocument(w.tx, {
    env_id: w.envId,
    id: newId('document', w.now.getTime()),
    kind: effect.kind === 'government-id' ? 'government-id' : 'generic',
    inquiry_id: inquiry.id,
    verification_id: effect.verificationId,
    status: 'submitted',
    pages: JSON.stringify(pages),
    fields: JSON.stringify({}),
    created_at: w.now,
    updated_at: w.now,
  });
  const verification = await insertVerification(w.tx, {
    env_id: w.envId,
    id: effect.verificationId,
    kind: effect.kind,
    inquiry_id: inquiry.id,
    account_id: inquiry.account_id,
    template_version_id: inquiry.template_version_id,
    step: inquiry.step,
    // counts runs, so that the last one is the one that decides; the person's attempts are counted by the flow
    attempt: earlier.filter(({step}) => step === inquiry.step).length + 1,
    status: 'submitted',
    document_id: document.id,
    result: JSON.stringify({...captureOf(pages)}),
    checks: JSON.stringify([]),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
    submitted_at: w.now,
  });
  await emitVerification(w, 'verification.created', inquiry, {
    ...verification,
    status: 'initiated',
    submitted_at: null,
  });
  await emitDocument(w, 'document.submitted', inquiry, document);
  return verification;
}

async function resubmit(w: Write, waiting: VerificationRow, pages: Pages): Promise<VerificationRow> {
  if (waiting.document_id !== null) {
    const changes = {pages: JSON.stringify(pages), status: 'submitted' as const, updated_at: w.now};
    await updateDocument(w.tx, {envId: w.envId, id: waiting.document_id}, changes);
  }
  const submitted = await updateVerification(w.tx, waiting, {
    status: 'submitted',
    submitted_at: w.now,
    completed_at: null,
    updated_at: w.now,
  });
  if (!submitted) throw new Error(`Verification ${waiting.id} changed while its inquiry was locked.`);
  return submitted;
}

async function pagesOf(w: Write, inquiry: Row<'inquiry'>, effect: VerifyEffect): Promise<Pages> {
  const known = new Map(
    (await listEvidence(w.tx, {envId: w.envId, inquiryId: inquiry.id})).map((row) => [row.id, row]),
  );
  return effect.evidence.map(({side, id}) => ({side, evidenceId: id, capture: known.get(id)?.capture ?? 'upload'}));
}

function captureOf(pages: Pages): {'capture-method'?: string} {
  const front = pages.find(({side}) => side === 'front') ?? pages[0];
  return front ? {'capture-method': front.capture} : {};
}

export async function emitVerification(
  w: Write,
  name: string,
  inquiry: Pick<Row<'inquiry'>, 'id' | 'template_id'>,
  row: VerificationRow,
): Promise<void> {
  const data = presentVerification(row, {templateId: inquiry.template_id});
  await w.emit({name, objectType: data.type, objectId: row.id, subjectId: inquiry.id, data});
}

export async function emitDocument(
  w: Write,
  name: string,
  inquiry: Pick<Row<'inquiry'>, 'id' | 'template_id' | 'template_version_id'>,
  row: DocumentRow,
): Promise<void> {
  const template = {templateId: inquiry.template_id, templateVersionId: inquiry.template_version_id};
  const data = presentDocument(row, undefined, template);
  await w.emit({name, objectType: data.type, objectId: row.id, subjectId: inquiry.id, data});
}
