/**
 * Frames for one step of a liveness session, while the person waits.
 *
 * Requirements
 * 1. Order, nonce, deadline and doubles are settled before a net looks at anything, and once more under the inquiry's lock.
 * 2. The pool measures the frames ahead of everything that queues; nothing the browser measured counts.
 * 3. Frames that were accepted are sealed and become evidence in the commit that reveals the next step; others leave nothing but a
 *    counted try. No bytes flow while a transaction is open.
 * 4. A picture that came before, in this or any other session, is no answer: a camera never gives the same bytes twice.
 */
import {createHash} from 'node:crypto';
import {applyFrames} from '../domain/flow.ts';
import {admitFrames} from '../domain/liveness.ts';
import type {Admission, FramesClaim} from '../domain/liveness.ts';
import type {FramesAnswer} from '../domain/steps/selfie.ts';
import type {StateOf} from '../domain/steps/step.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {LivenessHint, LivenessStep} from '../protocol/flow.ts';
import {newId} from '../protocol/ids.ts';
import type {CameraSigns, SelfiePose} from '../protocol/selfie.ts';
import {insertEvidence} from '../storage/evidence.ts';
import {isKnownFrame} from '../storage/face-template.ts';
import type {SealedObject} from '../storage/files.ts';
import {lockStanding, readStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
import {EngineError} from '../verification/engine.ts';
import {cameraSigns} from '../verification/liveness/camera-signs.ts';
import {missingInStep} from '../verification/liveness/judge-step.ts';
import {sniffImageFormat} from '../verification/image/sniff.ts';
import type {Context} from './context.ts';
import {moveInquiry} from './move-inquiry.ts';
import {newNonce} from './token.ts';
import {write} from './write.ts';
import type {Scope, Write} from './write.ts';

export interface LivenessAnswerInput {
  inquiryId: string;
  /** The session the frame believes it is in, and the step of it, from 0. */
  attempt: string;
  step: number;
  body: LivenessStep;
}

export type LivenessOutcome = {accepted: true} | {accepted: false; hint?: LivenessHint};

/** Longest wait for the nets; they need a third of a second, and a full machine some more. */
const measureMs = 8000;
const largestFrameBytes = 120_000;

/** @throws CountersignError `invalid_transition`, `invalid_attribute`, `unavailable` */
export async function answerLivenessStep(
  ctx: Context,
  scope: Scope,
  input: LivenessAnswerInput,
): Promise<LivenessOutcome> {
  const frames = decodeFrames(input.body);
  const digest = createHash('sha256')
    .update(Buffer.concat(frames.map(({sha256}) => sha256)))
    .digest('base64url');
  const claim: FramesClaim = {id: input.attempt, step: input.step, nonce: input.body.nonce, digest};
  const standing = await readStanding(ctx.database.db, scope.envId, input.inquiryId);
  const admission = admitFrames(sessionOf(standing)?.liveness, claim, ctx.now());
  const work: Work = {ctx, scope, input, claim, frames};
  if (admission.type === 'repeated') return {accepted: true};
  if (admission.type === 'early') return {accepted: false};
  if (admission.type !== 'admitted') return settle(work, {hint: hintOf(admission)});

  const hint = await missingIn(work, admission.pose);
  if (hint !== undefined) return settle(work, {hint});
  const stored = await seal(work);
  return settle(work, {stored, pose: admission.pose});
}

interface Frame {
  bytes: Buffer;
  sha256: Buffer;
}

interface Work {
  ctx: Context;
  scope: Scope;
  input: LivenessAnswerInput;
  claim: FramesClaim;
  frames: readonly Frame[];
}

function decodeFrames({frames}: LivenessStep): Frame[] {
  return frames.map(({at, jpeg}, index) => {
    const bytes = Buffer.from(jpeg, 'base64');
    const pointer = `/frames/${index}`;
    if (bytes.length > largestFrameBytes || sniffImageFormat(bytes) !== 'jpeg')
      throw new CountersignError('invalid_attribute', {
        details: `Expected a JPEG of at most ${largestFrameBytes} bytes as base64.`,
        pointer: `${pointer}/jpeg`,
      });
    const before = frames[index - 1]?.at;
    if (before !== undefined && at <= before)
      throw new CountersignError('invalid_attribute', {
        details: 'Expected frames in the order they were taken.',
        pointer: `${pointer}/at`,
      });
    return {bytes, sha256: createHash('sha256').update(bytes).digest()};
  });
}

function sessionOf({graph, row, state}: Standing): StateOf<'selfie'> | undefined {
  const {stepState} = state;
  return graph.steps[row.step]?.kind === 'selfie' && stepState.kind === 'selfie' ? stepState : undefined;
}

function hintOf(admission: Admission): LivenessHint {
  return admission.type === 'late' ? 'too_slow' : 'frozen';
}

async function missingIn({ctx, scope, input, frames}: Work, pose: SelfiePose): Promise<LivenessHint | undefined> {
  const hashes = frames.map(({sha256}) => sha256);
  const twice = new Set(hashes.map((hash) => hash.toString('hex'))).size < hashes.length;
  if (twice || (await isKnownFrame(ctx.database.db, scope.envId, hashes))) return 'frozen';
  try {
    const measured = await ctx.engines.run(
      'face-frames',
      {frames: frames.map(({bytes}, index) => ({id: String(index), bytes}))},
      {timeoutMs: measureMs, urgent: true},
    );
    return missingInStep(pose, measured.frames, {first: input.step === 0});
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    // frames that cannot be decoded show no face; anything else is our fault and costs the person nothing
    if (error.failure === 'invalid_input') return 'no_face';
    throw new CountersignError('unavailable', {retryAfterSeconds: 1}, {cause: error});
  }
}

interface Stored {
  fileId: string;
  sealed: SealedObject;
}

async function seal({ctx, scope, input, frames}: Work): Promise<Stored[]> {
  const {envId} = scope;
  const fileIds = await write(ctx, scope, async (w) => {
    const ids: string[] = [];
    for (const _frame of frames) {
      const file = {envId, subjectId: input.inquiryId, contentType: 'image/jpeg', now: w.now};
      ids.push(await ctx.files.reserve(w.tx, file));
    }
    return ids;
  });
  const stored: Stored[] = [];
  for (const [index, {bytes}] of frames.entries()) {
    const fileId = fileIds[index];
    if (fileId === undefined) continue;
    stored.push({fileId, sealed: await ctx.files.write({envId, id: fileId}, [bytes], {maxBytes: bytes.length})});
  }
  return stored;
}

type Found = {hint: LivenessHint} | {stored: readonly Stored[]; pose: SelfiePose};

/** Everything is asked again under the lock: another device or a doubled request may have been faster. */
function settle(work: Work, found: Found): Promise<LivenessOutcome> {
  const {ctx, scope, input, claim} = work;
  return write(ctx, scope, async (w) => {
    const at = await lockStanding(w.tx, w.envId, input.inquiryId);
    const evidence =
      'stored' in found ? found.stored.map((file) => ({...file, id: newId('evidence', w.now.getTime())})) : [];
    const answer: FramesAnswer = {
      ...claim,
      frames: evidence.map(({id}) => id),
      ...('hint' in found && {hint: found.hint}),
      nextNonce: newNonce(),
      newVerificationId: newId('verification', w.now.getTime()),
      ...(signsOf(input) && {camera: signsOf(input) ?? {}}),
    };
    const change = applyFrames(at.graph, at.state, answer, w.now);
    if (change.type === 'refused') {
      const {code, details} = change.refusal;
      throw new CountersignError(code, {details});
    }
    if (change.type === 'late') return {accepted: false};
    const accepted = 'stored' in found && wasAccepted(change.stepState, claim);
    if (accepted) await keep(w, input, {step: at.row.step, pose: found.pose, evidence});
    await w.audit(accepted ? 'liveness.accept' : 'liveness.refuse', 'inquiry', input.inquiryId);
    await moveInquiry(w, at, change);
    if (accepted) return {accepted};
    return {accepted, hint: 'hint' in found ? found.hint : 'too_slow'};
  });
}

/** Late frames end the session, though they showed the pose. */
function wasAccepted(state: {kind: string}, {step, digest}: FramesClaim): boolean {
  return state.kind === 'selfie' && (state as StateOf<'selfie'>).liveness?.slots[step]?.digest === digest;
}

function signsOf({step, body}: LivenessAnswerInput): CameraSigns | undefined {
  return step === 0 && body.camera ? cameraSigns(body.camera) : undefined;
}

async function keep(
  w: Write,
  {inquiryId, body}: LivenessAnswerInput,
  {step, pose, evidence}: {step: string; pose: SelfiePose; evidence: readonly (Stored & {id: string})[]},
): Promise<void> {
  for (const {id, fileId, sealed} of evidence) {
    await w.ctx.files.commit(w.tx, {envId: w.envId, id: fileId}, sealed, w.now);
    await insertEvidence(w.tx, {
      env_id: w.envId,
      id,
      inquiry_id: inquiryId,
      file_id: fileId,
      step,
      side: pose,
      capture: body.capture,
      state: 'ready',
      created_at: w.now,
    });
  }
}
