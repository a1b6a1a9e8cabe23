/** What somebody says of themselves, that a backend holds against records: from the question to its result, with nobody in a flow. */
import type {DatabaseConfig, PersonRecord, RecordAnswer} from '../protocol/database.ts';
import {CountersignError} from '../protocol/errors.ts';
import {lockVerification, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {judgeDatabase} from '../verification/database/judge.ts';
import {recordKeys} from '../verification/database/record-keys.ts';
import {askVerification, holdAskedVerification, refuseUnlessOpen, tellVerification} from './ask-verification.ts';
import {askedConfig} from './asked-config.ts';
import type {AskedConfig} from './asked-config.ts';
import type {Context} from './context.ts';
import {findRecords} from './find-records.ts';
import {keepOrder, write} from './write.ts';
import type {Scope, Write} from './write.ts';

export interface AskDatabase {
  id: string;
  templateId?: string | undefined;
  /** A data set or a registry; goes before the template's. */
  source?: string | undefined;
  person: PersonRecord;
}

/** @throws CountersignError `unprocessable` where nobody says which records or who is looked for, `not_found` for the template */
export async function askDatabase(w: Write, {id, person, ...of}: AskDatabase): Promise<VerificationRow> {
  if (recordKeys(person).length === 0) {
    throw new CountersignError('unprocessable', {
      details: 'Expected a number, a phone, an e-mail address, or a name with a birthdate or postal code.',
      pointer: '/data/attributes',
    });
  }
  return askVerification(w, {
    id,
    kind: 'database',
    ...(await configOf(w, of)),
    countryCode: person['address-country-code'],
    attributes: {...person},
  });
}

async function configOf(w: Write, {templateId, source}: Omit<AskDatabase, 'id' | 'person'>): Promise<AskedConfig> {
  if (templateId === undefined && source === undefined) {
    throw new CountersignError('unprocessable', {
      details: 'Expected a source, or a template that names one.',
      pointer: '/data/attributes/source',
    });
  }
  const asked = await askedConfig(w.tx, w.envId, {kind: 'database', templateId});
  return {...asked, config: {...asked.config, ...(source !== undefined && {source})}};
}

/** @throws CountersignError `not_found`, `gone`, `conflict` */
export async function submitAskedDatabase(w: Write, input: {verificationId: string}): Promise<VerificationRow> {
  const row = await holdAskedVerification(w, input.verificationId, 'database');
  refuseUnlessOpen(row);
  const submitted = await change(w, row, {status: 'submitted', submitted_at: w.now, completed_at: null});
  await tellVerification(w, 'verification.submitted', submitted);
  await w.audit('verification.submit', 'verification', row.id);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: row.id});
  return submitted;
}

/** The job's part. A source that does not answer is asked again by the queue; after the last run the backend may submit it again. */
export async function runAskedDatabase(
  ctx: Context,
  scope: Scope,
  row: VerificationRow,
  {isLastRun}: {isLastRun: boolean},
): Promise<void> {
  // checked before it was stored
  const config = row.asked as unknown as DatabaseConfig;
  const given = row.result as PersonRecord;
  const answer = await findRecords(ctx, {envId: scope.envId, source: config.source, given});
  if (answer.type === 'service_unavailable' && !isLastRun) throw new Error('a source of records did not answer');
  await write(ctx, scope, (w) => settle(w, row, answer, judgeDatabase({given, answer, config})));
}

/** Does nothing where another run settled it first. */
async function settle(
  w: Write,
  read: VerificationRow,
  answer: RecordAnswer,
  checks: ReturnType<typeof judgeDatabase>,
): Promise<void> {
  const current = await lockVerification(w.tx, {envId: w.envId, id: read.id});
  if (!current || current.redacted_at || current.status !== 'submitted' || current.version !== read.version) return;
  keepOrder(w, current.updated_at);
  const failed = checks.some(({status, requirement}) => status === 'failed' && requirement === 'required');
  // a source that said nothing gives no verdict
  const status = failed ? 'failed' : answer.type === 'records' ? 'passed' : 'requires_retry';
  const settled = await change(w, current, {status, checks: JSON.stringify(checks), completed_at: w.now});
  await tellVerification(w, `verification.${status.replace('_', '-')}`, settled);
}

async function change(
  w: Write,
  row: VerificationRow,
  changes: Parameters<typeof updateVerification>[2],
): Promise<VerificationRow> {
  const changed = await updateVerification(w.tx, row, {...changes, updated_at: w.now});
  if (!changed) throw new CountersignError('stale_version');
  return changed;
}
