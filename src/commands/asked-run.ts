/** What the engine gets for a verification that a backend leads: its own pictures, and what is known of the person it is about. */
import {holderOfAccount, holderOfInquiry, residentOfAccount, residentOfInquiry} from '../domain/expected-holder.ts';
import type {TypedFields} from '../domain/template.ts';
import {saidFields} from '../domain/transaction.ts';
import type {GenericDocumentConfig} from '../protocol/generic-document.ts';
import {documentTypes} from '../protocol/government-id.ts';
import type {DocumentSide, GovernmentIdConfig} from '../protocol/government-id.ts';
import type {LivenessRecord, SelfieConfig, SelfiePose} from '../protocol/selfie.ts';
import {findAccount} from '../storage/account.ts';
import {findDocument} from '../storage/document.ts';
import {findEnvironment} from '../storage/environment.ts';
import {listEvidenceByIds} from '../storage/evidence.ts';
import {findInquiry} from '../storage/inquiry.ts';
import {selfieAttributes} from '../storage/resources/selfie.ts';
import {findTransaction} from '../storage/transaction.ts';
import {listTransactionVerifications, listVerifications} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import type {Context} from './context.ts';
import type {EngineRun} from './engine-run.ts';
import {verifiedDocument} from './selfie-input.ts';
import {unlessGone} from './unless-gone.ts';

/** Undefined where its pictures are gone. */
export async function askedRunOf(ctx: Context, row: VerificationRow): Promise<EngineRun | undefined> {
  switch (row.kind) {
    case 'government-id':
      return governmentIdRun(ctx, row);
    case 'document':
      return documentRun(ctx, row);
    case 'selfie':
      return selfieRun(ctx, row);
    default:
      // the others ask no engine
      return undefined;
  }
}

async function governmentIdRun(ctx: Context, row: VerificationRow): Promise<EngineRun | undefined> {
  const pages = await pagesOf(ctx, row);
  if (!pages) return undefined;
  const evidence = pages.flatMap(({side, ...page}) => (isCardSide(side) ? [{...page, side}] : []));
  const environment = await findEnvironment(ctx.database.db, row.env_id);
  const {fields, accountFields} = await knownOf(ctx, row);
  const type = documentTypes.find((one) => one === row.result['id-class']);
  return {
    kind: 'government-id',
    input: {
      evidence,
      chosen: {...(row.country_code !== null && {country: row.country_code}), ...(type && {type})},
      // checked by `governmentIdConfigSchema` before it was stored
      config: row.asked as GovernmentIdConfig,
      today: today(ctx),
      sandbox: environment?.kind === 'sandbox',
      expected: {inquiry: holderOfInquiry(fields), ...(accountFields && {account: holderOfAccount(accountFields)})},
    },
  };
}

async function documentRun(ctx: Context, row: VerificationRow): Promise<EngineRun | undefined> {
  const evidence = await pagesOf(ctx, row);
  if (!evidence) return undefined;
  const {fields, accountFields} = await knownOf(ctx, row);
  return {
    kind: 'document',
    input: {
      evidence,
      config: row.asked as GenericDocumentConfig,
      today: today(ctx),
      expected: {inquiry: residentOfInquiry(fields), ...(accountFields && {account: residentOfAccount(accountFields)})},
    },
  };
}

/** Files in a camera's place: nothing says that a living person was there, and the check of liveness says so. */
async function selfieRun(ctx: Context, row: VerificationRow): Promise<EngineRun | undefined> {
  const {frames = []} = selfieAttributes(row);
  const read = await readAll(
    ctx,
    row.env_id,
    frames.map(({evidenceId}) => evidenceId),
  );
  if (!read) return undefined;
  const given = frames.flatMap(({pose, evidenceId}) => {
    const bytes = read.get(evidenceId);
    return bytes ? [{id: evidenceId, pose, capture: 'upload' as const, bytes}] : [];
  });
  const document = await verifiedDocument(ctx, row.env_id, await siblingsOf(ctx, row));
  return {
    kind: 'selfie',
    input: {
      frames: given,
      liveness: uploaded(given),
      config: row.asked as unknown as SelfieConfig,
      ...(document && {document}),
      today: today(ctx),
    },
  };
}

function uploaded(frames: readonly {id: string; pose: SelfiePose}[]): LivenessRecord {
  return {mode: 'upload', slots: frames.map(({id, pose}) => ({pose, revealedAt: 0, acceptedAt: 0, frames: [id]}))};
}

/** Verifications of the same inquiry or transaction, whose document the face is held against. */
function siblingsOf(ctx: Context, row: VerificationRow): Promise<VerificationRow[]> {
  const {db} = ctx.database;
  const {env_id: envId, inquiry_id: inquiryId, transaction_id: transactionId} = row;
  if (inquiryId !== null) return listVerifications(db, {envId, inquiryId});
  if (transactionId !== null) return listTransactionVerifications(db, {envId, transactionId});
  return Promise.resolve([]);
}

function isCardSide(side: string): side is DocumentSide {
  return side === 'front' || side === 'back';
}

async function pagesOf(ctx: Context, row: VerificationRow) {
  const key = {envId: row.env_id, id: row.document_id ?? ''};
  const document = await findDocument(ctx.database.db, key);
  if (!document || document.redacted_at) return undefined;
  const read = await readAll(
    ctx,
    row.env_id,
    document.pages.map(({evidenceId}) => evidenceId),
  );
  return (
    read &&
    document.pages.flatMap(({side, evidenceId}) => {
      const bytes = read.get(evidenceId);
      return bytes ? [{id: evidenceId, side, bytes}] : [];
    })
  );
}

/** Bytes by the ids of their evidence; undefined where one is gone, or there are none. */
export async function readAll(
  ctx: Context,
  envId: string,
  ids: readonly string[],
): Promise<Map<string, Uint8Array> | undefined> {
  const {db} = ctx.database;
  const bytes = new Map<string, Uint8Array>();
  for (const {id, file_id: fileId} of await listEvidenceByIds(db, {envId, ids})) {
    const read = await ctx.files.readAll(db, {envId, id: fileId}).catch(unlessGone);
    if (!read) return undefined;
    bytes.set(id, read);
  }
  return bytes.size > 0 ? bytes : undefined;
}

/** What was said of the person before: on the inquiry or transaction, and on the account. */
async function knownOf(
  ctx: Context,
  row: VerificationRow,
): Promise<{fields: TypedFields; accountFields?: TypedFields}> {
  const {db} = ctx.database;
  const {env_id: envId} = row;
  const inquiry = row.inquiry_id === null ? undefined : await findInquiry(db, envId, row.inquiry_id);
  const transaction = row.transaction_id === null ? undefined : await findTransaction(db, envId, row.transaction_id);
  const accountId = inquiry?.account_id ?? row.account_id;
  const account = accountId === null ? undefined : await findAccount(db, envId, accountId);
  return {
    fields: inquiry?.fields ?? saidFields(transaction?.fields ?? {}),
    ...(account && {accountFields: account.fields}),
  };
}

function today(ctx: Context): string {
  return ctx.now().toISOString().slice(0, 10);
}
