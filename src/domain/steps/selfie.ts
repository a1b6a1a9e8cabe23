/**
 * The selfie step: a liveness session (`domain/liveness.ts`), a single look where the template asks for no liveness, or a file
 * where it allows one -> processing -> the next step, another attempt, or an end.
 *
 * The end follows the weight of the problems as in `document.ts`: bad pictures alone lead to the step's `failed` target,
 * anything that speaks of the person lets the template decide. A session that ran out of time or tries costs no attempt, but
 * only so many are given.
 */
import type {LivenessHint} from '../../protocol/flow.ts';
import type {CameraSigns} from '../../protocol/selfie.ts';
import {
  acceptFrames,
  admitFrames,
  isAnswered,
  missFrames,
  openLiveness,
  recordOf,
  stepSeconds,
  type FramesClaim,
} from '../liveness.ts';
import type {Liveness} from '../liveness.ts';
import type {DocumentProblem} from './document-problems.ts';
import {refuse} from './step.ts';
import type {StateOf, StepOf, StepOutcome, StepRule, SubmitGround} from './step.ts';

type SelfieState = StateOf<'selfie'>;
type SelfieStep = StepOf<'selfie'>;
type Outcome = StepOutcome<'selfie'>;

/** Sessions that may be begun in one inquiry. */
export const mostSessions = 20;

export const selfieRule: StepRule<'selfie'> = {
  enter: () => ({kind: 'selfie', phase: 'collecting', attempt: 1, sessions: 0, problems: []}),

  submit(step, state, submit, ground) {
    if (state.phase === 'processing') return {type: 'late'};
    switch (submit.action) {
      case 'accept':
        // the consent screen of a second tab, or its answer lost and sent again
        return {type: 'late'};
      case 'begin':
        return begin(step, state, submit.mode, ground);
      case 'submit':
        return takeFile(step, state, submit.evidence, ground);
      default:
        return refuse('bad_request', '/action', 'This step takes a selfie.');
    }
  },

  screen(step, state, view) {
    if (state.phase === 'processing') return {kind: 'processing', subject: 'selfie', words: [...view.words]};
    const {liveness} = state;
    const pose = liveness?.order[liveness.step];
    return {
      kind: 'selfie',
      liveness: step.config.liveness === 'required',
      ...(step.config.requirements?.['selfie_id_comparison'] === 'not_required' && {alone: true}),
      attempt: state.attempt,
      attemptsLeft: Math.max(0, step.attempts - state.attempt),
      problems: state.problems,
      upload: step.upload,
      ...(liveness &&
        pose !== undefined &&
        liveness.mode !== 'upload' && {
          challenge: {
            id: liveness.id,
            mode: liveness.mode,
            nonce: liveness.nonce,
            step: liveness.step,
            of: liveness.order.length,
            pose,
            seconds: stepSeconds,
          },
        }),
    };
  },
};

/** Frames that answer a step, with what was measured of them. */
export interface FramesAnswer extends FramesClaim {
  /** Ids of the stored frames; empty unless they were accepted. */
  frames: string[];
  /** Absent = the frames show the pose. */
  hint?: LivenessHint;
  nextNonce: string;
  newVerificationId: string;
  camera?: CameraSigns;
}

/** What frames do to the session: the next step, another try, its end, or nothing. */
export function answerStep(step: SelfieStep, state: SelfieState, answer: FramesAnswer, now: Date): Outcome {
  if (state.phase === 'processing' || !state.liveness) return {type: 'late'};
  const admission = admitFrames(state.liveness, answer, now);
  switch (admission.type) {
    case 'repeated':
    case 'early':
      return {type: 'late'};
    case 'refused':
      return refuse('invalid_transition', '', refusals[admission.reason]);
    case 'late':
      return {type: 'stay', state: endSession(state), effects: []};
    case 'admitted':
      break;
  }
  if (answer.hint !== undefined) {
    const missed = missFrames(state.liveness);
    const next: SelfieState = missed ? {...state, liveness: missed} : {...endSession(state), problems: ['not_live']};
    return missed ? {type: 'stay', state: next, effects: []} : afterFailure(step, next, notLive);
  }
  const accepted = acceptFrames(state.liveness, answer, now);
  const liveness = answer.camera ? {...accepted, camera: answer.camera} : accepted;
  if (!isAnswered(liveness)) return {type: 'stay', state: {...state, liveness}, effects: [{type: 'started'}]};
  return judge(state, liveness, answer.newVerificationId);
}

const notLive: DocumentProblem[] = [{code: 'not_live', weight: 'capture'}];

const refusals = {
  foreign_session: 'These frames belong to no session of this inquiry.',
  step_not_revealed: 'This step was not asked for.',
  step_taken: 'This step was answered already.',
  stale_nonce: 'The nonce is not the one of this step.',
} as const;

/** What the engine found, as it matters here. */
export type SelfieVerdict =
  | {type: 'passed'}
  | {type: 'failed'; problems: DocumentProblem[]}
  /** The engine could not run: our fault, costs no attempt. */
  | {type: 'unavailable'};

export function applySelfieVerdict(step: SelfieStep, state: SelfieState, verdict: SelfieVerdict): Outcome {
  switch (verdict.type) {
    case 'passed':
      return {type: 'go', to: step.next, problems: [], effects: []};
    case 'failed':
      return afterFailure(step, state, verdict.problems);
    case 'unavailable':
      return {type: 'stay', state: {...endSession(state), problems: ['engine_unavailable']}, effects: []};
  }
}

function begin(
  step: SelfieStep,
  state: SelfieState,
  mode: 'poses' | 'alternative' | 'still',
  ground: SubmitGround,
): Outcome {
  const asked = step.config.liveness === 'required';
  if (asked === (mode === 'still'))
    return refuse('invalid_field', '/mode', asked ? 'This step asks for poses.' : 'This step asks for one look only.');
  if (state.sessions >= mostSessions) return afterFailure(step, {...state, attempt: step.attempts}, notLive);
  return {
    type: 'stay',
    state: {
      ...state,
      sessions: state.sessions + 1,
      liveness: openLiveness(mode, ground.fresh, ground.now),
      problems: [],
    },
    effects: [{type: 'started'}],
  };
}

function takeFile(
  step: SelfieStep,
  state: SelfieState,
  evidence: {side: string; id: string}[],
  ground: SubmitGround,
): Outcome {
  const [one, ...more] = evidence;
  if (!one || more.length > 0 || one.side !== 'center')
    return refuse('bad_request', '/evidence', 'Expected one picture of the face.');
  if (!step.upload) return refuse('invalid_field', '/evidence/0/id', 'This step takes pictures from the camera only.');
  const known = ground.evidence.get(one.id);
  if (known?.step !== ground.stepName || known.side !== 'center')
    return refuse('invalid_field', '/evidence/0/id', 'No such picture in this step.');
  if (known.state !== 'ready')
    return refuse('invalid_field', '/evidence/0/id', 'The picture has not arrived completely.');
  const opened = openLiveness('upload', ground.fresh, ground.now);
  const liveness = acceptFrames(opened, {frames: [one.id], digest: '', nextNonce: ''}, ground.now);
  return judge(state, liveness, ground.newVerificationId);
}

function judge(state: SelfieState, liveness: Liveness, verificationId: string): Outcome {
  return {
    type: 'stay',
    state: {...state, liveness, phase: 'processing', problems: [], verificationId},
    effects: [
      {type: 'started'},
      {
        type: 'verify-selfie',
        verificationId,
        attempt: state.attempt,
        liveness: recordOf(liveness),
        frames: liveness.slots.flatMap(({pose, frames}) => frames.map((id) => ({pose, id}))),
      },
    ],
  };
}

function afterFailure(step: SelfieStep, state: SelfieState, problems: DocumentProblem[]): Outcome {
  const codes = problems.map(({code}) => code);
  if (state.attempt < step.attempts) {
    return {type: 'stay', state: {...endSession(state), attempt: state.attempt + 1, problems: codes}, effects: []};
  }
  if (problems.some(({weight}) => weight !== 'capture')) return {type: 'finish', problems: codes, effects: []};
  return {type: 'go', to: step.failed, problems: codes, effects: []};
}

/** Back to the start of the step, with what was counted. */
function endSession({attempt, sessions}: SelfieState): SelfieState {
  return {kind: 'selfie', phase: 'collecting', attempt, sessions, problems: ['too_slow']};
}
