/**
 * The job behind "We are reading your document": pictures to the engine, its result to the rows, the inquiry onwards.
 *
 * Requirements
 * 1. At least once: a run that comes again, or beside another, changes nothing. The verification's status and version fence it.
 * 2. Never a lost job: whatever the engine does, the person gets an answer. A picture that kills the engine twice is damaged;
 *    an engine that cannot run is our fault and costs no attempt.
 * 3. No bytes flow while a transaction is open.
 */
import {holderOfAccount, holderOfInquiry} from '../domain/expected-holder.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {GovernmentIdResult} from '../protocol/government-id.ts';
import type {DocumentStep} from '../protocol/template.ts';
import {findAccount} from '../storage/account.ts';
import {findEnvironment} from '../storage/environment.ts';
import {listEvidence} from '../storage/evidence.ts';
import {findVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {EngineError} from '../verification/engine.ts';
import type {EngineFailure, GovernmentIdInput} from '../verification/engine.ts';
import type {StateOf} from '../domain/steps/step.ts';
import type {Context} from './context.ts';
import {settleVerification} from './settle-verification.ts';
import type {EngineAnswer} from './settle-verification.ts';
import {readStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
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
  if (verification?.status !== 'submitted' || verification.inquiry_id === null) return;

  const scope: Scope = {envId, actor: {type: 'system', id: 'run-verification'}, requestId: job.id};
  const work: Work = {ctx, scope, verification, inquiryId: verification.inquiry_id};
  try {
    const answer = await answerOf(work, job);
    const displays =
      answer.type === 'result' ? await storeDisplayImages(ctx, scope, work.inquiryId, answer.result) : [];
    await write(ctx, scope, (w) => settleVerification(w, verification, answer, displays));
  } catch (error) {
    if (job.signal.aborted || job.attempt < mostRuns) throw error;
    ctx.log.error(
      {job: job.id, error: error instanceof Error ? error.name : typeof error},
      'a verification could not be run',
    );
    await write(ctx, scope, (w) => settleVerification(w, verification, {type: 'unavailable'}, []));
  }
}

interface Work {
  ctx: Context;
  scope: Scope;
  verification: VerificationRow;
  inquiryId: string;
}

async function answerOf(work: Work, job: Job): Promise<EngineAnswer> {
  const input = await inputOf(work);
  if (!input) return {type: 'canceled'};
  return runEngine(work, input, job);
}

/** What the engine gets; undefined where the inquiry no longer waits for this verification, or its pictures are gone. */
async function inputOf({ctx, scope: {envId}, verification, inquiryId}: Work): Promise<GovernmentIdInput | undefined> {
  const standing = await readStanding(ctx.database.db, envId, inquiryId).catch(unlessGone);
  const waiting = standing && waitingFor(standing, verification.id);
  if (!waiting) return undefined;

  const files = new Map((await listEvidence(ctx.database.db, {envId, inquiryId})).map((row) => [row.id, row.file_id]));
  const evidence: GovernmentIdInput['evidence'] = [];
  for (const {id, side} of waiting.state.received) {
    const fileId = files.get(id);
    const bytes = fileId && (await ctx.files.readAll(ctx.database.db, {envId, id: fileId}).catch(unlessGone));
    if (!bytes) return undefined;
    evidence.push({id, side, bytes});
  }
  const environment = await findEnvironment(ctx.database.db, envId);
  const {fields, account_id: accountId} = standing.row;
  const account = accountId === null ? undefined : await findAccount(ctx.database.db, envId, accountId);
  const {country, type} = waiting.state;
  return {
    evidence,
    chosen: {...(country !== undefined && {country}), ...(type !== undefined && {type})},
    config: waiting.step.config,
    today: ctx.now().toISOString().slice(0, 10),
    sandbox: environment?.kind === 'sandbox',
    expected: {inquiry: holderOfInquiry(fields), ...(account && {account: holderOfAccount(account.fields)})},
  };
}

function waitingFor(
  {state, graph, row}: Standing,
  verificationId: string,
): {state: StateOf<'document'>; step: DocumentStep} | undefined {
  const step = graph.steps[row.step];
  const {stepState} = state;
  if (step?.kind !== 'document' || stepState.kind !== 'document') return undefined;
  return stepState.phase === 'processing' && stepState.verificationId === verificationId
    ? {state: stepState, step}
    : undefined;
}

function unlessGone(error: unknown): undefined {
  if (error instanceof CountersignError && (error.code === 'gone' || error.code === 'not_found')) return undefined;
  throw error;
}

async function runEngine(work: Work, input: GovernmentIdInput, job: Job): Promise<EngineAnswer> {
  const first = await tryEngine(work, input, job);
  // the first may have met a child process that was dying of something else
  const answer = isFatal(first) ? await tryEngine(work, input, job) : first;
  if (!(answer instanceof EngineError)) return {type: 'result', result: answer};
  if (isFatal(answer) || answer.failure === 'invalid_input') return {type: 'damaged'};
  // full or stopping: the queue tries again a little later, perhaps in another process
  if (job.attempt < mostRuns) throw answer;
  return {type: 'unavailable'};
}

async function tryEngine(
  {ctx, inquiryId}: Work,
  input: GovernmentIdInput,
  job: Job,
): Promise<GovernmentIdResult | EngineError> {
  ctx.progress.publish(inquiryId, {type: 'progress', word: 'received'});
  try {
    return await ctx.engines.run('government-id', input, {
      onProgress: (word) => ctx.progress.publish(inquiryId, {type: 'progress', word}),
      signal: job.signal,
    });
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

const fatal: readonly EngineFailure[] = ['timeout', 'crashed', 'out_of_memory'];

function isFatal(answer: GovernmentIdResult | EngineError): boolean {
  return answer instanceof EngineError && fatal.includes(answer.failure);
}
