/**
 * An inquiry of the sandbox moved by its integrator instead of a person. Verifications are real: a specimen document is shown to
 * the flow and read by the engine, and what follows follows. An action whose result stands already changes nothing.
 */
import type {InquiryChange} from '../domain/inquiry.ts';
import {holder} from '../domain/specimens.ts';
import type {DocumentSpecimen} from '../domain/specimens.ts';
import {inquiryExpiry} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {SimulateAction} from '../protocol/inquiry.ts';
import type {DocumentStep, SelfieStep} from '../protocol/template.ts';
import {findEnvironment} from '../storage/environment.ts';
import type {Row} from '../storage/schema.ts';
import {lockStanding, readStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
import {changeInquiry} from './change-inquiry.ts';
import type {Context} from './context.ts';
import {runVerification} from './run-verification.ts';
import {showDocument} from './show-document.ts';
import {simulateSelfie} from './simulate-selfie.ts';
import type {SimulatedSelfie} from './simulate-selfie.ts';
import {submitStep} from './submit-step.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

type Status = Row<'inquiry'>['status'];

interface Simulation {
  ctx: Context;
  scope: Scope;
  inquiryId: string;
}

/** One after the other; the first that is refused ends it. @throws CountersignError `forbidden` outside the sandbox, `invalid_transition`, `gone` */
export async function simulateInquiry(
  ctx: Context,
  scope: Scope,
  {inquiryId, actions}: {inquiryId: string; actions: readonly SimulateAction[]},
): Promise<void> {
  // whether there is such an inquiry comes before what the environment allows
  await readStanding(ctx.database.db, scope.envId, inquiryId);
  const environment = await findEnvironment(ctx.database.db, scope.envId);
  if (environment?.kind !== 'sandbox')
    throw new CountersignError('forbidden', {details: 'Only inquiries of the sandbox can be simulated.'});
  for (const action of actions) await act({ctx, scope, inquiryId}, action);
}

async function act(simulation: Simulation, action: SimulateAction): Promise<void> {
  switch (action.type) {
    case 'create_passed_verification':
      return verify(simulation, 'passed');
    case 'create_failed_verification':
      return verify(simulation, 'failed', action.data?.selfie);
    case 'start_inquiry':
      return move(simulation, ({graph, row}) => ({
        unless: ['pending', 'completed', 'failed', 'needs_review', 'approved', 'declined'],
        change: {type: 'start', expiresAfterSeconds: inquiryExpiry(graph, row.expiry).afterStartSeconds},
      }));
    default: {
      const {type} = action;
      return move(simulation, () => ends[type]);
    }
  }
}

interface Move {
  /** Statuses in which the change has been made already. */
  unless: readonly Status[];
  change: InquiryChange;
}

const ends = {
  complete_inquiry: {unless: ['completed', 'needs_review', 'approved', 'declined'], change: {type: 'complete'}},
  fail_inquiry: {unless: ['failed'], change: {type: 'fail'}},
  expire_inquiry: {unless: ['expired'], change: {type: 'expire'}},
  mark_for_review_inquiry: {unless: ['needs_review'], change: {type: 'mark-for-review'}},
  approve_inquiry: {unless: ['approved'], change: {type: 'approve'}},
  decline_inquiry: {unless: ['declined'], change: {type: 'decline'}},
} as const satisfies Record<string, Move>;

async function move({ctx, scope, inquiryId}: Simulation, moveAt: (at: Standing) => Move): Promise<void> {
  await write(ctx, scope, async (w) => {
    const at = await lockStanding(w.tx, w.envId, inquiryId);
    const {unless, change} = moveAt(at);
    if (!unless.includes(at.row.status)) await changeInquiry(w, at.row, {changes: [change]});
  });
}

async function verify(
  simulation: Simulation,
  outcome: 'passed' | 'failed',
  wrong: 'wrong_person' | 'swapped_person' = 'wrong_person',
): Promise<void> {
  const {ctx, scope, inquiryId} = simulation;
  let at = await standing(simulation);
  if (at.graph.steps[at.row.step]?.kind === 'consent') {
    await write(ctx, scope, (w) => submitStep(w, {inquiryId, step: at.row.step, submit: {action: 'accept'}}));
    at = await standing(simulation);
  }
  const step = at.graph.steps[at.row.step];
  if (step?.kind === 'selfie') return showFace(simulation, at, step, outcome === 'passed' ? 'holder' : wrong);
  if (step?.kind !== 'document') {
    throw new CountersignError('invalid_transition', {
      details: `The inquiry stands in the step ${at.row.step}, which a specimen does not answer.`,
    });
  }
  const specimen = specimenFor(step, outcome, asksForSelfie(at));
  await showDocument(ctx, scope, {inquiryId, step: at.row.step, specimen});
  const {state} = await standing(simulation);
  const {stepState} = state;
  if (stepState.kind !== 'document' || stepState.verificationId === undefined) return;
  // the queue has the same job; whichever comes second finds it done
  const job = {id: scope.requestId, attempt: 1, signal: AbortSignal.timeout(120_000)};
  await runVerification(ctx, {envId: scope.envId, verificationId: stepState.verificationId}, job);
}

/** A face that fails may try again: it fails as often as the template gives it. */
async function showFace(
  {ctx, scope, inquiryId}: Simulation,
  at: Standing,
  config: SelfieStep,
  who: SimulatedSelfie['who'],
): Promise<void> {
  for (let attempt = 0; attempt < config.attempts; attempt++) {
    await simulateSelfie(ctx, scope, {inquiryId, step: at.row.step, config, who});
    const {row} = await readStanding(ctx.database.db, scope.envId, inquiryId);
    if (who === 'holder' || row.step !== at.row.step || row.status !== 'pending') return;
  }
}

/** Whose document is shown decides whose face can match. */
function asksForSelfie({graph}: Standing): boolean {
  return Object.values(graph.steps).some(({kind}) => kind === 'selfie');
}

function standing({ctx, scope, inquiryId}: Simulation): Promise<Standing> {
  return readStanding(ctx.database.db, scope.envId, inquiryId);
}

/** The first specimen of the wanted outcome that the template accepts. */
function specimenFor({config}: DocumentStep, outcome: 'passed' | 'failed', withSelfie: boolean): DocumentSpecimen {
  const choices: readonly DocumentSpecimen[] =
    outcome === 'failed'
      ? [{drawing: 'passport-expired', type: 'pp'}]
      : [
          ...(withSelfie ? [{drawing: holder.passport, type: 'pp'} as const] : []),
          {drawing: 'passport', type: 'pp'},
          {drawing: 'id', type: 'id'},
          {drawing: 'licence', type: 'dl'},
        ];
  const found = choices.find(({type}) => config.types?.includes(type) ?? true);
  if (found) return found;
  throw new CountersignError('invalid_transition', {details: 'There is no specimen of a type this template accepts.'});
}
