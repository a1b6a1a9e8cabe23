/** A slot for one picture: limits are checked before a byte is sent. */
import {isOpen} from '../domain/flow.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {EvidenceSide, OpenEvidence} from '../protocol/flow.ts';
import type {StepKind} from '../protocol/template.ts';
import {newId} from '../protocol/ids.ts';
import {countEvidence, insertEvidence, setFileFacts} from '../storage/evidence.ts';
import type {EvidenceRow} from '../storage/evidence.ts';
import {lockStanding} from '../storage/standing.ts';
import type {Write} from './write.ts';

/** Ten attempts of two sides, each taken a few times over; whoever needs more is not taking pictures. */
const mostSlots = 60;

/** What each kind of step takes pictures of; the others take none. */
const sidesTaken: Partial<Record<StepKind, readonly EvidenceSide[]>> = {
  document: ['front', 'back'],
  'generic-document': ['page'],
  selfie: ['center'],
  screen: ['page'],
};

export async function openEvidence(w: Write, input: OpenEvidence & {inquiryId: string}): Promise<EvidenceRow> {
  const {row, graph, state} = await lockStanding(w.tx, w.envId, input.inquiryId);
  if (!isOpen(state, w.now))
    throw new CountersignError('invalid_transition', {details: 'This inquiry takes no more pictures.'});
  const step = graph.steps[input.step];
  const takes = step && sidesTaken[step.kind];
  if (!step || !takes || row.step !== input.step) {
    throw new CountersignError('stale_version', {details: 'The inquiry stands in another step.', pointer: '/step'});
  }
  if (!takes.includes(input.side)) {
    const details = step.kind === 'selfie' ? 'This step takes a picture of a face.' : `Expected ${takes.join(' or ')}.`;
    throw new CountersignError('invalid_attribute', {details, pointer: '/side'});
  }
  if (step.kind === 'selfie' && input.capture !== 'upload') {
    throw new CountersignError('invalid_attribute', {
      details: 'Pictures of the camera are sent as frames of a session.',
      pointer: '/capture',
    });
  }
  if (step.kind === 'screen' && !step.components.some(({kind}) => kind === 'file')) {
    throw new CountersignError('invalid_attribute', {details: 'This screen takes no files.', pointer: '/step'});
  }
  if (input.capture === 'upload' && step.kind !== 'screen' && !('upload' in step && step.upload)) {
    throw new CountersignError('invalid_attribute', {
      details: 'This step takes pictures from the camera only.',
      pointer: '/capture',
    });
  }
  if ((await countEvidence(w.tx, {envId: w.envId, inquiryId: row.id})) >= mostSlots) {
    throw new CountersignError('rate_limited', {details: `Expected at most ${mostSlots} pictures in one inquiry.`});
  }

  const fileId = await w.ctx.files.reserve(w.tx, {
    envId: w.envId,
    subjectId: row.id,
    contentType: input.contentType,
    now: w.now,
  });
  // until the bytes are there, the size is the one they promised to have
  await setFileFacts(w.tx, {envId: w.envId, id: fileId}, {size: input.size});
  const evidence: EvidenceRow = {
    env_id: w.envId,
    id: newId('evidence', w.now.getTime()),
    inquiry_id: row.id,
    file_id: fileId,
    step: input.step,
    side: input.side,
    capture: input.capture,
    state: 'pending',
    created_at: w.now,
  };
  await insertEvidence(w.tx, evidence);
  await w.audit('evidence.open', 'evidence', evidence.id);
  return evidence;
}
