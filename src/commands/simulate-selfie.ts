/**
 * A selfie of the sandbox, without a person: a specimen's frames answer the session as a camera's would, pose by pose, and the engine
 * judges them. The specimen is the holder of the document that the simulation shows, somebody else, or two people who take turns.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {leastReactionMs} from '../domain/liveness.ts';
import {holder} from '../domain/specimens.ts';
import type {FaceSpecimen} from '../domain/specimens.ts';
import type {StateOf} from '../domain/steps/step.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {SelfieStep} from '../protocol/template.ts';
import {readStanding} from '../storage/standing.ts';
import {answerLivenessStep} from './answer-liveness-step.ts';
import type {Context} from './context.ts';
import {runVerification} from './run-verification.ts';
import {submitStep} from './submit-step.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

export interface SimulatedSelfie {
  inquiryId: string;
  step: string;
  config: SelfieStep;
  who: FaceSpecimen;
}

const stranger = 'kenji';

/** One attempt, judged. @throws CountersignError `unavailable` where no faces are drawn or no nets are installed */
export async function simulateSelfie(ctx: Context, scope: Scope, selfie: SimulatedSelfie): Promise<void> {
  await showFace(ctx, scope, selfie);
  const state = await stateOf(ctx, scope, selfie.inquiryId);
  if (state?.verificationId === undefined) return;
  // the queue has the same job; whichever comes second finds it done
  const job = {id: scope.requestId, attempt: 1, signal: AbortSignal.timeout(120_000)};
  await runVerification(ctx, {envId: scope.envId, verificationId: state.verificationId}, job);
}

/** Before the camera, pose by pose; the queue has it judged. @throws CountersignError as `simulateSelfie` */
export async function showFace(ctx: Context, scope: Scope, selfie: SimulatedSelfie): Promise<void> {
  const {inquiryId, step, config} = selfie;
  const mode = config.config.liveness === 'required' ? 'poses' : 'still';
  await write(ctx, scope, (w) => submitStep(w, {inquiryId, step, submit: {action: 'begin', mode}}));
  for (let state = await stateOf(ctx, scope, inquiryId); state?.phase === 'collecting';) {
    await answer(ctx, scope, selfie, state);
    state = await stateOf(ctx, scope, inquiryId);
  }
}

async function answer(ctx: Context, scope: Scope, selfie: SimulatedSelfie, state: StateOf<'selfie'>): Promise<void> {
  const {liveness} = state;
  const pose = liveness?.order[liveness.step];
  if (!liveness || pose === undefined) throw unavailable('The session ended before it was answered.');
  const frames = (await ctx.posedFrames?.(personFor(selfie.who, liveness.step), pose)) ?? [];
  if (frames.length === 0) throw unavailable('No faces are drawn here.');
  // nobody answers faster
  await pause(Math.max(0, liveness.revealedAt + leastReactionMs - ctx.now().getTime()));
  const outcome = await answerLivenessStep(ctx, scope, {
    inquiryId: selfie.inquiryId,
    attempt: liveness.id,
    step: liveness.step,
    body: {
      nonce: liveness.nonce,
      capture: 'camera_auto',
      frames: frames.map((jpeg, i) => ({at: i * 120, jpeg: Buffer.from(jpeg).toString('base64')})),
    },
  });
  // no hint: by the platform's clock it still came too early, and is shown again
  if (!outcome.accepted && outcome.hint !== undefined)
    throw unavailable(`A specimen was not taken for the pose ${pose}: ${outcome.hint}.`);
}

function personFor(who: SimulatedSelfie['who'], step: number): string {
  if (who === 'holder') return holder.person;
  return who === 'wrong_person' || step >= 2 ? stranger : holder.person;
}

async function stateOf(ctx: Context, scope: Scope, inquiryId: string): Promise<StateOf<'selfie'> | undefined> {
  const {state} = await readStanding(ctx.database.db, scope.envId, inquiryId);
  return state.stepState.kind === 'selfie' ? state.stepState : undefined;
}

function unavailable(details: string): CountersignError {
  return new CountersignError('unavailable', {details});
}
