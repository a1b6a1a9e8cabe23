/** What the engine of selfies gets: every frame of the session, how it went, and whom it may be held against. */
import {recordOf} from '../domain/liveness.ts';
import type {StateOf} from '../domain/steps/step.ts';
import type {SelfieStep} from '../protocol/template.ts';
import {findDocument} from '../storage/document.ts';
import {listEvidence} from '../storage/evidence.ts';
import {findAccountFace} from '../storage/face-template.ts';
import type {Standing} from '../storage/standing.ts';
import {listVerifications} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import type {SelfieInput} from '../verification/engine.ts';
import type {Context} from './context.ts';
import {openFace} from './face-template.ts';
import {unlessGone} from './unless-gone.ts';

export interface JudgedSelfie {
  standing: Standing;
  step: SelfieStep;
  state: StateOf<'selfie'>;
  /** The day it is judged on, ISO 8601. */
  today: string;
}

/** Undefined where its frames are gone. */
export async function selfieInput(
  ctx: Context,
  {standing, step, state, today}: JudgedSelfie,
): Promise<SelfieInput | undefined> {
  const {liveness} = state;
  const frames = liveness && (await readFrames(ctx, standing, liveness.slots));
  if (!liveness || !frames) return undefined;
  const {env_id: envId, id: inquiryId} = standing.row;
  const document = await verifiedDocument(ctx, envId, await listVerifications(ctx.database.db, {envId, inquiryId}));
  const account = await accountFace(ctx, standing);
  return {
    frames,
    liveness: recordOf(liveness),
    config: step.config,
    ...(document && {document}),
    ...(account && {account}),
    today,
  };
}

type Slots = NonNullable<StateOf<'selfie'>['liveness']>['slots'];

async function readFrames(
  ctx: Context,
  {row: {env_id: envId, id: inquiryId}}: Standing,
  slots: Slots,
): Promise<SelfieInput['frames'] | undefined> {
  const {db} = ctx.database;
  const rows = new Map((await listEvidence(db, {envId, inquiryId})).map((row) => [row.id, row]));
  const frames: SelfieInput['frames'] = [];
  for (const {pose, frames: ids} of slots) {
    for (const id of ids) {
      const row = rows.get(id);
      const bytes = row && (await ctx.files.readAll(db, {envId, id: row.file_id}).catch(unlessGone));
      if (!bytes) return undefined;
      frames.push({id, pose, capture: row.capture, bytes});
    }
  }
  return frames;
}

/** The front of the document that passed among these, upright as people see it, and the birthdate it gave. */
export async function verifiedDocument(
  ctx: Context,
  envId: string,
  verifications: readonly VerificationRow[],
): Promise<SelfieInput['document']> {
  const {db} = ctx.database;
  const passed = verifications.findLast(({kind, status}) => kind === 'government-id' && status === 'passed');
  if (!passed || passed.document_id === null) return undefined;
  const document = await findDocument(db, {envId, id: passed.document_id});
  const front = document?.pages.find(({side}) => side === 'front')?.displayFileId;
  const bytes = front === undefined ? undefined : await ctx.files.readAll(db, {envId, id: front}).catch(unlessGone);
  if (!bytes) return undefined;
  const birthdate = valueOf(passed.result['birthdate']);
  return {bytes, ...(birthdate !== undefined && {birthdate})};
}

function valueOf(field: unknown): string | undefined {
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  return typeof value === 'string' ? value : undefined;
}

async function accountFace(ctx: Context, {row}: Standing): Promise<SelfieInput['account']> {
  if (row.account_id === null) return undefined;
  const of = {envId: row.env_id, accountId: row.account_id, exceptInquiryId: row.id};
  const kept = await findAccountFace(ctx.database.db, of);
  return kept && openFace(ctx, kept).catch(unlessGone);
}
