/** Commits what became of one judged selfie: verification, pictures, the kept face, and where the inquiry goes. */
import {applyVerdictOnSelfie} from '../domain/flow.ts';
import type {FlowChange} from '../domain/flow.ts';
import {selfieProblemsOf} from '../domain/steps/selfie-problems.ts';
import type {SelfieVerdict} from '../domain/steps/selfie.ts';
import type {Check} from '../protocol/check.ts';
import {lockInquiry} from '../storage/inquiry.ts';
import {selfieAttributes} from '../storage/resources/selfie.ts';
import {lockStanding} from '../storage/standing.ts';
import {findVerification, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {keepFace} from './face-template.ts';
import {moveInquiry} from './move-inquiry.ts';
import type {EngineAnswer, SelfieEngineResult} from './engine-run.ts';
import {eventOf} from './settle-verification.ts';
import type {Settled} from './settle-verification.ts';
import type {DisplayImage} from './store-display-images.ts';
import {emitSelfie} from './submit-selfie.ts';
import {tellDocument} from './tell-document.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

type Answer = EngineAnswer<SelfieEngineResult>;

/** Does nothing where another run settled the verification first: `read` is the row this run began with. */
export async function settleSelfie(
  w: Write,
  read: VerificationRow,
  answer: Answer,
  displays: readonly DisplayImage[],
): Promise<void> {
  if (read.inquiry_id === null) return;
  const inquiry = await lockInquiry(w.tx, w.envId, read.inquiry_id);
  const current = await findVerification(w.tx, {envId: w.envId, id: read.id});
  // redaction took everything there was to settle
  if (!inquiry || inquiry.redacted_at) return;
  if (current?.status !== 'submitted' || current.version !== read.version) return;

  keepOrder(w, current.updated_at);
  const at = await lockStanding(w.tx, w.envId, inquiry.id);
  const verdict = selfieVerdictFor(answer);
  const change: FlowChange = verdict
    ? applyVerdictOnSelfie(at.graph, at.state, {verificationId: read.id, verdict}, w.now)
    : {type: 'late'};
  const status = change.type === 'changed' && verdict ? statusOf(verdict, change) : 'canceled';

  const settled = await storeSelfie(w, current, {answer, status, displays});
  await tellDocument(w, inquiry.id, settled.checks);
  if (answer.type === 'result' && answer.result.template && status === 'passed') {
    await keepFace(w, inquiry, answer.result.template);
  }
  await emitSelfie(w, eventOf[status], inquiry, settled);
  if (change.type === 'changed') await moveInquiry(w, at, change);
}

export function selfieVerdictFor(answer: Answer): SelfieVerdict | undefined {
  switch (answer.type) {
    case 'result': {
      const problems = selfieProblemsOf(answer.result.checks);
      return problems.length === 0 ? {type: 'passed'} : {type: 'failed', problems};
    }
    case 'damaged':
      return {type: 'failed', problems: [{code: 'file_damaged', weight: 'capture'}]};
    case 'unavailable':
      return {type: 'unavailable'};
    case 'canceled':
      return undefined;
  }
}

/** Not passed: the last word where the step was left, else the person gets another try. */
function statusOf(verdict: SelfieVerdict, change: Extract<FlowChange, {type: 'changed'}>): Settled {
  if (verdict.type === 'passed') return 'passed';
  return change.stepState.kind === 'selfie' ? 'requires_retry' : 'failed';
}

export async function storeSelfie(
  w: Write,
  current: VerificationRow,
  {answer, status, displays}: {answer: Answer; status: Settled; displays: readonly DisplayImage[]},
): Promise<VerificationRow> {
  for (const {whole} of displays)
    await w.ctx.files.commit(w.tx, {envId: w.envId, id: whole.fileId}, whole.sealed, w.now);
  const frames = selfieAttributes(current).frames?.map((frame) => {
    const display = displays.find(({evidenceId}) => evidenceId === frame.evidenceId);
    return {...frame, ...(display && {displayFileId: display.whole.fileId})};
  });
  const settled = await updateVerification(w.tx, current, {
    status,
    checks: JSON.stringify(checksOf(answer)),
    result: JSON.stringify({...current.result, ...(frames && {frames})}),
    updated_at: w.now,
    completed_at: w.now,
  });
  if (!settled) throw new Error(`Verification ${current.id} changed while its inquiry was locked.`);
  return settled;
}

/** What can truly be said when the engine said nothing. */
function checksOf(answer: Answer): Check[] {
  const name = 'selfie_image_quality_detection';
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
