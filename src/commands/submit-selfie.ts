/** Puts a selfie before the engine: the verification with its frames, its events, the job. */
import type {FlowEffect} from '../domain/steps/step.ts';
import {listEvidence} from '../storage/evidence.ts';
import {presentSelfieVerification} from '../storage/resources/selfie.ts';
import type {SelfieAttributes} from '../storage/resources/selfie.ts';
import type {Row} from '../storage/schema.ts';
import {insertVerification, listVerifications} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import type {Write} from './write.ts';

export type VerifySelfieEffect = Extract<FlowEffect, {type: 'verify-selfie'}>;

export async function submitSelfie(w: Write, inquiry: Row<'inquiry'>, effect: VerifySelfieEffect): Promise<void> {
  const earlier = await listVerifications(w.tx, {envId: w.envId, inquiryId: inquiry.id});
  const known = new Map(
    (await listEvidence(w.tx, {envId: w.envId, inquiryId: inquiry.id})).map((row) => [row.id, row]),
  );
  const captures = effect.frames.flatMap(({id}) => known.get(id)?.capture ?? []);
  const manual = captures.find((capture) => capture !== 'camera_auto');
  const attributes: SelfieAttributes = {
    'capture-method': manual ?? 'camera_auto',
    frames: effect.frames.map(({pose, id}) => ({pose, evidenceId: id})),
  };
  const verification = await insertVerification(w.tx, {
    env_id: w.envId,
    id: effect.verificationId,
    kind: 'selfie',
    inquiry_id: inquiry.id,
    account_id: inquiry.account_id,
    template_version_id: inquiry.template_version_id,
    step: inquiry.step,
    // counts runs, so that the last one is the one that decides; the person's attempts are counted by the flow
    attempt: earlier.filter(({step}) => step === inquiry.step).length + 1,
    status: 'submitted',
    result: JSON.stringify({...attributes, liveness: effect.liveness}),
    checks: JSON.stringify([]),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
    submitted_at: w.now,
  });
  const begun: VerificationRow = {...verification, status: 'initiated', submitted_at: null};
  await emitSelfie(w, 'verification.created', inquiry, begun);
  await emitSelfie(w, 'verification.submitted', inquiry, verification);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: verification.id});
}

export async function emitSelfie(
  w: Write,
  name: string,
  inquiry: Pick<Row<'inquiry'>, 'id' | 'template_id'>,
  row: VerificationRow,
): Promise<void> {
  const data = presentSelfieVerification(row, {templateId: inquiry.template_id});
  await w.emit({name, objectType: data.type, objectId: row.id, subjectId: inquiry.id, data});
}
