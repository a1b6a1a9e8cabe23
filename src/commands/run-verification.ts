/**
 * The job behind "We are reading your document": pictures to the engine, its result to the rows, the inquiry onwards.
 *
 * Requirements
 * 1. At least once: a run that comes again, or beside another, changes nothing. The verification's status and version fence it.
 * 2. Never a lost job: whatever the engine does, the person gets an answer. A picture that kills the engine twice is damaged;
 *    an engine that cannot run is our fault and costs no attempt.
 * 3. No bytes flow while a transaction is open.
 */
import type {ProgressWord} from '../protocol/position.ts';
import {findVerification, subjectOfVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {EngineError} from '../verification/engine.ts';
import type {EngineFailure} from '../verification/engine.ts';
import {runAskedDatabase} from './ask-database.ts';
import {askedRunOf} from './asked-run.ts';
import type {Context} from './context.ts';
import {engineRunOf} from './engine-run.ts';
import type {EngineAnswer, EngineResult, EngineRun} from './engine-run.ts';
import {runDatabase} from './run-database.ts';
import {isContactRow, runContact} from './run-contact.ts';
import {compareFaces} from './search-faces.ts';
import {settleAskedVerification} from './settle-asked-verification.ts';
import {settleSelfie} from './settle-selfie.ts';
import {settleVerification} from './settle-verification.ts';
import {storeDisplayImages} from './store-display-images.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

/** Runs of the job before it gives the person an answer instead of another wait; the queue goes on trying for half an hour where even the answer cannot be written. */
const mostRuns = 5;

type Job = {id: string; attempt: number; signal: AbortSignal};

export async function runVerification(
  ctx: Context,
  {envId, verificationId}: {envId: string; verificationId: string},
  job: Job,
): Promise<void> {
  const verification = await findVerification(ctx.database.db, {envId, id: verificationId});
  const scope: Scope = {envId, actor: {type: 'system', id: 'run-verification'}, requestId: job.id};
  if (verification && isContactRow(verification)) return runContact(ctx, scope, {read: verification, job});
  if (verification?.status !== 'submitted') return;

  if (verification.kind === 'database') {
    const run = verification.asked ? runAskedDatabase : runDatabase;
    return run(ctx, scope, verification, {isLastRun: job.attempt >= mostRuns});
  }
  const work: Work = {ctx, scope, verification, subjectId: subjectOfVerification(verification)};
  try {
    const answer = await answerOf(work, job);
    await settle(work, answer);
  } catch (error) {
    if (job.signal.aborted || job.attempt < mostRuns) throw error;
    ctx.log.error(
      {job: job.id, error: error instanceof Error ? error.name : typeof error},
      'a verification could not be run',
    );
    await settle(work, {type: 'unavailable'});
  }
}

interface Work {
  ctx: Context;
  scope: Scope;
  verification: VerificationRow;
  /** The inquiry, the transaction, or the verification itself. */
  subjectId: string;
}

async function answerOf(work: Work, job: Job): Promise<EngineAnswer> {
  const {ctx, scope, verification, subjectId} = work;
  const run = verification.asked
    ? await askedRunOf(ctx, verification)
    : await engineRunOf(ctx, {envId: scope.envId, inquiryId: subjectId, verificationId: verification.id});
  if (!run) return {type: 'canceled'};
  return runEngine(work, run, job);
}

/** Looked for before the transaction: no search runs inside of one. */
async function withRepeatedFaces({ctx, scope, subjectId}: Work, answer: EngineAnswer): Promise<EngineAnswer> {
  if (answer.type !== 'result' || answer.kind !== 'selfie') return answer;
  return {...answer, result: await compareFaces(ctx, {envId: scope.envId, inquiryId: subjectId}, answer.result)};
}

async function settle(work: Work, given: EngineAnswer): Promise<void> {
  const {ctx, scope, verification, subjectId} = work;
  const answer = await withRepeatedFaces(work, given);
  const displays =
    answer.type === 'result' ? await storeDisplayImages(ctx, scope, subjectId, displayImagesOf(answer)) : [];
  await write(ctx, scope, async (w) => {
    if (verification.asked) {
      await settleAskedVerification(w, verification, answer, displays);
    } else if (verification.kind === 'selfie') {
      if (answer.type !== 'result' || answer.kind === 'selfie') await settleSelfie(w, verification, answer, displays);
    } else if (answer.type !== 'result' || answer.kind !== 'selfie') {
      await settleVerification(w, verification, answer, displays);
    }
  });
}

function displayImagesOf(answer: EngineResult): Parameters<typeof storeDisplayImages>[3] {
  if (answer.kind !== 'selfie') return answer.result.displayImages;
  return answer.result.displayImages.map(({pose, ...image}) => ({...image, side: pose}));
}

async function runEngine(work: Work, run: EngineRun, job: Job): Promise<EngineAnswer> {
  const first = await tryEngine(work, run, job);
  // the first may have met a child process that was dying of something else
  const answer = isFatal(first) ? await tryEngine(work, run, job) : first;
  if (!(answer instanceof EngineError)) return {type: 'result', ...answer};
  if (isFatal(answer) || answer.failure === 'invalid_input') return {type: 'damaged'};
  // full or stopping: the queue tries again a little later, perhaps in another process
  if (job.attempt < mostRuns) throw answer;
  return {type: 'unavailable'};
}

async function tryEngine({ctx, subjectId}: Work, run: EngineRun, job: Job): Promise<EngineResult | EngineError> {
  ctx.progress.publish(subjectId, {type: 'progress', word: 'received'});
  const options = {
    onProgress: (word: ProgressWord) => ctx.progress.publish(subjectId, {type: 'progress', word}),
    signal: job.signal,
  };
  try {
    switch (run.kind) {
      case 'government-id':
        return {kind: run.kind, result: await ctx.engines.run(run.kind, run.input, options)};
      case 'selfie':
        return {kind: run.kind, result: await ctx.engines.run(run.kind, run.input, options)};
      case 'document':
        return {kind: run.kind, result: await ctx.engines.run(run.kind, run.input, options)};
    }
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

const fatal: readonly EngineFailure[] = ['timeout', 'crashed', 'out_of_memory'];

function isFatal(answer: EngineResult | EngineError): boolean {
  return answer instanceof EngineError && fatal.includes(answer.failure);
}
