/** The job of a database verification: the question to the source of records, and what its answer does. */
import {applyVerdictOnDatabase} from '../domain/flow.ts';
import type {DatabaseConfig, PersonRecord, RecordAnswer} from '../protocol/database.ts';
import type {Check} from '../protocol/check.ts';
import {lockInquiry} from '../storage/inquiry.ts';
import {lockStanding, readStanding} from '../storage/standing.ts';
import type {Row} from '../storage/schema.ts';
import {findVerification, listVerifications, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {compareRecord} from '../verification/database/compare-record.ts';
import {judgeDatabase} from '../verification/database/judge.ts';
import type {Context} from './context.ts';
import {findRecords} from './find-records.ts';
import {moveInquiry} from './move-inquiry.ts';
import {emitVerification} from './submit-verification.ts';
import {unlessGone} from './unless-gone.ts';
import {keepOrder, write} from './write.ts';
import type {Scope, Write} from './write.ts';

/** The job's part for this kind. A source that does not answer is asked again by the queue; after the last run it is told as it is. */
export async function runDatabase(
  ctx: Context,
  scope: Scope,
  verification: VerificationRow,
  {isLastRun}: {isLastRun: boolean},
): Promise<void> {
  if (verification.inquiry_id === null) return;
  const standing = await readStanding(ctx.database.db, scope.envId, verification.inquiry_id).catch(unlessGone);
  const step = standing?.graph.steps[verification.step ?? ''];
  const waiting = standing?.row.step === verification.step && step?.kind === 'database';
  const answer: RecordAnswer = waiting
    ? await findRecords(ctx, {envId: scope.envId, source: step.config.source, given: givenOf(verification)})
    : {type: 'service_unavailable'};
  if (answer.type === 'service_unavailable' && waiting && !isLastRun)
    throw new Error('a source of records did not answer');
  await write(ctx, scope, (w) => settle(w, verification, answer, waiting ? step.config : undefined));
}

/** Does nothing where another run settled it first; canceled where the inquiry went on without it. */
async function settle(
  w: Write,
  read: VerificationRow,
  answer: RecordAnswer,
  config: DatabaseConfig | undefined,
): Promise<void> {
  const inquiry = await lockInquiry(w.tx, w.envId, read.inquiry_id ?? '');
  const current = await findVerification(w.tx, {envId: w.envId, id: read.id});
  if (!inquiry || inquiry.redacted_at || current?.status !== 'submitted' || current.version !== read.version) return;
  keepOrder(w, current.updated_at);
  const at = await lockStanding(w.tx, w.envId, inquiry.id);
  const checks = config ? await judge(w, inquiry, current, answer, config) : [];
  const verdict = checks.some(({status, requirement}) => status === 'failed' && requirement === 'required')
    ? 'failed'
    : answer.type === 'records'
      ? 'passed'
      : 'unavailable';
  const change = config
    ? applyVerdictOnDatabase(at.graph, at.state, {step: read.step ?? '', verdict}, w.now)
    : undefined;
  const changed = change?.type === 'changed' ? change : undefined;
  const settled = await updateVerification(w.tx, current, {
    // a source that said nothing gives no verdict: what is required of it sends the inquiry to a person
    status: !changed ? 'canceled' : verdict === 'failed' ? 'failed' : 'passed',
    checks: JSON.stringify(checks),
    completed_at: w.now,
    updated_at: w.now,
  });
  if (!settled) return;
  await emitVerification(w, `verification.${settled.status}`, inquiry, settled);
  if (changed) await moveInquiry(w, at, changed);
}

async function judge(
  w: Write,
  inquiry: Row<'inquiry'>,
  current: VerificationRow,
  answer: RecordAnswer,
  config: DatabaseConfig,
): Promise<Check[]> {
  const given = givenOf(current);
  const read = await documentOf(w, inquiry.id);
  const compared = read && compareRecord(given, read);
  const agrees = compared && compared.name.result !== 'mismatch' && compared.birthdate.result !== 'mismatch';
  return judgeDatabase({given, answer, config, ...(agrees !== undefined && {inquiry: {agrees}})});
}

function givenOf(row: VerificationRow): PersonRecord {
  return row.result as PersonRecord;
}

/** Who the document of the same inquiry is of, where one passed. */
async function documentOf(w: Write, inquiryId: string): Promise<PersonRecord | undefined> {
  const rows = await listVerifications(w.tx, {envId: w.envId, inquiryId});
  const document = rows.findLast(({kind, status}) => kind === 'government-id' && status === 'passed');
  if (!document) return undefined;
  const text = (name: string): string | undefined => {
    const field = document.result[name];
    const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const entries = (['name-first', 'name-last', 'birthdate'] as const).map((name) => [name, text(name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
