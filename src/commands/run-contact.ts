/**
 * The job that judges a number or address: the DNS is asked first, outside of any transaction; then lists, earlier inquiries and the
 * checks, and where the inquiry goes, in one commit. At least once: status and version of the verification fence a run that comes again.
 */
import {tracesOfFields} from '../domain/identity-trace.ts';
import {applyVerdictOnContact} from '../domain/flow.ts';
import type {TypedFields} from '../domain/template.ts';
import type {MailHosts} from '../outbound/mail-hosts.ts';
import {isContactKind} from '../protocol/contact.ts';
import type {Check} from '../protocol/check.ts';
import {insertTraces} from '../storage/identity-trace.ts';
import {lockInquiry} from '../storage/inquiry.ts';
import {contactResult} from '../storage/resources/contact.ts';
import {lockStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
import {findVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {readEmailAddress} from '../verification/email-address/read-email-address.ts';
import {changeContact, emitContact} from './contact-verification.ts';
import type {Context} from './context.ts';
import {asField, judgeContact, stepOf} from './judge-contact.ts';
import type {ContactRow} from './judge-contact.ts';
import {moveInquiry} from './move-inquiry.ts';
import {traceHash} from './trace-identity.ts';
import {keepOrder, write} from './write.ts';
import type {Scope, Write} from './write.ts';

export function isContactRow(row: VerificationRow): row is ContactRow {
  return isContactKind(row.kind);
}

/** Runs of the job before the person gets the step again instead of another wait. */
const mostRuns = 5;

export async function runContact(
  ctx: Context,
  scope: Scope,
  {read, job}: {read: ContactRow; job: {attempt: number; signal: AbortSignal}},
): Promise<void> {
  try {
    const mailHosts = await askMailHosts(ctx, read);
    await write(ctx, scope, (w) => settle(w, read, mailHosts));
  } catch (error) {
    if (job.signal.aborted || job.attempt < mostRuns || read.inquiry_id === null) throw error;
    await write(ctx, scope, (w) => giveBack(w, read));
  }
}

async function askMailHosts({mailHosts}: Context, {kind, result}: ContactRow): Promise<MailHosts> {
  const address = kind === 'email-address' ? readEmailAddress(contactResult({result}).value ?? '') : undefined;
  return address && mailHosts ? mailHosts(address.domain) : 'unknown';
}

async function settle(w: Write, read: ContactRow, mailHosts: MailHosts): Promise<void> {
  const held = await holdOpen(w, read);
  if (!held) return;
  const {current, at} = held;
  const judged = await judgeContact(w, current, {at, mailHosts});
  const type = judged.checks.some(isFatal) ? 'failed' : 'passed';
  const change = at && applyVerdictOnContact(at.graph, at.state, {verificationId: read.id, verdict: {type}}, w.now);
  const status = change && change.type !== 'changed' ? 'canceled' : type;
  const settled = await changeContact(w, current, {
    status,
    checks: JSON.stringify(judged.checks),
    country_code: judged.countryCode ?? null,
    completed_at: w.now,
  });
  await emitContact(w, `verification.${status}`, settled, at?.row);
  if (!at) await remember(w, settled);
  if (at && change?.type === 'changed') await moveInquiry(w, at, change, {fields: fieldsWith(at, current)});
}

/** Nothing could be judged, which is our fault: the person enters the number or address again. */
async function giveBack(w: Write, read: ContactRow): Promise<void> {
  const held = await holdOpen(w, read);
  if (!held?.at) return;
  const {current, at} = held;
  const verdict = {type: 'unavailable'} as const;
  const change = applyVerdictOnContact(at.graph, at.state, {verificationId: read.id, verdict}, w.now);
  const canceled = await changeContact(w, current, {status: 'canceled', completed_at: w.now});
  await emitContact(w, 'verification.canceled', canceled, at.row);
  if (change.type === 'changed') await moveInquiry(w, at, change);
}

/** The row and its inquiry, held; undefined where another run settled it first or redaction took it. */
async function holdOpen(
  w: Write,
  read: ContactRow,
): Promise<{current: ContactRow; at: Standing | undefined} | undefined> {
  const inquiry = read.inquiry_id === null ? undefined : await lockInquiry(w.tx, w.envId, read.inquiry_id);
  if (inquiry?.redacted_at) return undefined;
  const current = await findVerification(w.tx, {envId: w.envId, id: read.id});
  if (!current || !isContactRow(current) || current.version !== read.version || current.redacted_at) return undefined;
  if (current.status !== 'submitted' && current.status !== 'confirmed') return undefined;
  keepOrder(w, current.updated_at);
  return {current, at: inquiry && (await lockStanding(w.tx, w.envId, inquiry.id))};
}

function isFatal({status, requirement}: Check): boolean {
  return status === 'failed' && requirement === 'required';
}

/** A verification without an inquiry leaves its own trace; an inquiry's fields are traced with the inquiry. */
async function remember(w: Write, row: VerificationRow): Promise<void> {
  if (!isContactRow(row)) return;
  const traces = tracesOfFields(asField(row.kind, contactResult(row).value ?? ''));
  await insertTraces(
    w.tx,
    w.envId,
    traces.map((trace) => ({
      kind: trace.kind,
      hash: traceHash(w.ctx.keyring, w.envId, trace),
      inquiry_id: row.id,
      account_id: row.account_id,
      created_at: w.now,
    })),
  );
}

/** The inquiry's field takes what was verified, where the template has such a field. */
function fieldsWith({graph, row}: Standing, verification: ContactRow): TypedFields {
  const {value} = contactResult(verification);
  const field = stepOf({graph}, verification)?.config.field ?? verification.kind;
  if (value === undefined || graph.fields[field]?.type !== 'string') return row.fields;
  return {...row.fields, [field]: {type: 'string', value}};
}
