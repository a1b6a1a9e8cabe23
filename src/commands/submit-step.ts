/** A person submits a step: consent, a choice, or pictures. */
import {randomInt} from 'node:crypto';
import {applyStep} from '../domain/flow.ts';
import type {FreshLiveness} from '../domain/liveness.ts';
import type {FlowEvidence} from '../domain/steps/step.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {SubmitStep} from '../protocol/flow.ts';
import {newId} from '../protocol/ids.ts';
import {listEvidenceFiles} from '../storage/evidence.ts';
import {lockStanding} from '../storage/standing.ts';
import {contactGround} from './contact-ground.ts';
import {moveInquiry} from './move-inquiry.ts';
import {newNonce} from './token.ts';
import type {Write} from './write.ts';

export interface StepSubmission {
  inquiryId: string;
  /** The step the frame believes it is in; one that was left already changes nothing. */
  step: string;
  submit: SubmitStep;
}

/** @throws CountersignError with the pointer of what does not fit */
export async function submitStep(w: Write, {inquiryId, step, submit}: StepSubmission): Promise<void> {
  const at = await lockStanding(w.tx, w.envId, inquiryId);
  const bringsFiles = submit.action === 'submit' || submit.action === 'fill';
  const evidence = bringsFiles ? await evidenceOf(w, inquiryId) : new Map<string, FlowEvidence>();
  const newVerificationId = newId('verification', w.now.getTime());
  const contact = await contactGround(w, at, {step, submit});
  const fresh = freshLiveness(w.now);
  const input = {
    ...{step, submit, evidence, newVerificationId, fresh},
    fields: at.row.fields,
    ...(contact && {contact}),
  };
  const change = applyStep(at.graph, at.state, input, w.now);
  switch (change.type) {
    case 'late':
      return;
    case 'refused':
      throw new CountersignError(change.refusal.code, {
        details: change.refusal.details,
        pointer: change.refusal.pointer,
        ...(change.refusal.answers && {answers: change.refusal.answers}),
      });
    case 'changed':
      await w.audit(`inquiry.${submit.action}`, 'inquiry', inquiryId);
      await moveInquiry(w, at, change);
  }
}

function freshLiveness(now: Date): FreshLiveness {
  const draws = 2 ** 32;
  return {id: newId('liveness', now.getTime()), nonce: newNonce(), draw: randomInt(draws) / draws};
}

async function evidenceOf(w: Write, inquiryId: string): Promise<Map<string, FlowEvidence>> {
  const rows = await listEvidenceFiles(w.tx, {envId: w.envId, inquiryId});
  return new Map(
    rows.map(({id, side, step, capture, state, file_id, content_type: contentType, size}) => [
      id,
      {id, side, step, capture, state, file: {id: file_id, contentType, size}},
    ]),
  );
}
