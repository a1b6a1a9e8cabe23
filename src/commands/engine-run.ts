/** What each kind of verification gives its engine, and what its engine gives back. */
import type {GenericDocumentResult} from '../protocol/generic-document.ts';
import type {GovernmentIdResult} from '../protocol/government-id.ts';
import {holderOfAccount, holderOfInquiry, residentOfAccount, residentOfInquiry} from '../domain/expected-holder.ts';
import {waitsFor} from '../domain/flow.ts';
import type {SelfieResult} from '../protocol/selfie.ts';
import {findAccount} from '../storage/account.ts';
import {findEnvironment} from '../storage/environment.ts';
import {listEvidence} from '../storage/evidence.ts';
import {listFaceTemplates} from '../storage/face-template.ts';
import {readStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
import type {EngineKind, Engines} from '../verification/engine.ts';
import type {Context} from './context.ts';
import {openFace} from './face-template.ts';
import {selfieInput} from './selfie-input.ts';
import {unlessGone} from './unless-gone.ts';

/** An engine's input under the name of its kind. */
export type EngineRun = {[K in JudgingKind]: {kind: K; input: Engines[K]['input']}}[JudgingKind];

/** Engines whose answer a verification waits for; the others serve while a person stands before the camera, or print. */
export type JudgingKind = Exclude<EngineKind, 'face-frames' | 'print'>;

/** An engine's result under the name of its kind. */
export type DocumentEngineResult =
  {kind: 'government-id'; result: GovernmentIdResult} | {kind: 'document'; result: GenericDocumentResult};
export interface SelfieEngineResult {
  kind: 'selfie';
  result: SelfieResult;
}
export type EngineResult = DocumentEngineResult | SelfieEngineResult;

/** What became of a run. */
export type EngineAnswer<R extends EngineResult = EngineResult> =
  | ({type: 'result'} & R)
  /** The pictures stopped the engine each time. */
  | {type: 'damaged'}
  /** The engine could not be run. */
  | {type: 'unavailable'}
  /** Nobody waits for it any more. */
  | {type: 'canceled'};

/** What the engine gets; undefined where the inquiry no longer waits for this verification, or its pictures are gone. */
export async function engineRunOf(
  ctx: Context,
  at: {envId: string; inquiryId: string; verificationId: string},
): Promise<EngineRun | undefined> {
  const {envId, inquiryId} = at;
  const standing = await readStanding(ctx.database.db, envId, inquiryId).catch(unlessGone);
  if (!standing || !waitsFor(standing.state.stepState, at.verificationId)) return undefined;
  const step = standing.graph.steps[standing.row.step];
  const {stepState} = standing.state;
  const today = ctx.now().toISOString().slice(0, 10);
  if (step?.kind === 'document' && stepState.kind === 'document') {
    const evidence = await readEvidence(ctx, at, stepState.received);
    if (!evidence) return undefined;
    const environment = await findEnvironment(ctx.database.db, envId);
    const account = await accountOf(ctx, standing);
    const {country, type} = stepState;
    const chosen = {...(country !== undefined && {country}), ...(type !== undefined && {type})};
    const expected = {
      inquiry: holderOfInquiry(standing.row.fields),
      ...(account && {account: holderOfAccount(account.fields)}),
    };
    const sandbox = environment?.kind === 'sandbox';
    const selfie = await selfieOf(ctx, standing);
    const input = {evidence, chosen, config: step.config, today, sandbox, expected, ...(selfie && {selfie})};
    return {kind: 'government-id', input};
  }
  if (step?.kind === 'generic-document' && stepState.kind === 'generic-document') {
    const evidence = await readEvidence(ctx, at, stepState.received);
    if (!evidence) return undefined;
    const account = await accountOf(ctx, standing);
    const expected = {
      inquiry: residentOfInquiry(standing.row.fields),
      ...(account && {account: residentOfAccount(account.fields)}),
    };
    return {kind: 'document', input: {evidence, config: step.config, today, expected}};
  }
  if (step?.kind === 'selfie' && stepState.kind === 'selfie') {
    const input = await selfieInput(ctx, {standing, step, state: stepState, today});
    return input && {kind: 'selfie', input};
  }
  return undefined;
}

/** With its bytes; undefined where one of them is gone. */
async function readEvidence<S>(
  ctx: Context,
  {envId, inquiryId}: {envId: string; inquiryId: string},
  received: readonly {side: S; id: string}[],
): Promise<{side: S; id: string; bytes: Uint8Array}[] | undefined> {
  const files = new Map((await listEvidence(ctx.database.db, {envId, inquiryId})).map((row) => [row.id, row.file_id]));
  const evidence: {side: S; id: string; bytes: Uint8Array}[] = [];
  for (const {id, side} of received) {
    const fileId = files.get(id);
    const bytes = fileId && (await ctx.files.readAll(ctx.database.db, {envId, id: fileId}).catch(unlessGone));
    if (!bytes) return undefined;
    evidence.push({id, side, bytes});
  }
  return evidence;
}

/** The face of the inquiry's own selfie, where one passed before the document. */
async function selfieOf(ctx: Context, {row}: Standing) {
  const [kept] = await listFaceTemplates(ctx.database.db, {envId: row.env_id, inquiryIds: [row.id]});
  return kept && openFace(ctx, kept).catch(unlessGone);
}

async function accountOf({database}: Context, {row}: Standing) {
  return row.account_id === null ? undefined : findAccount(database.db, row.env_id, row.account_id);
}
