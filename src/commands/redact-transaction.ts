import {keptFile} from '../domain/transaction.ts';
import {redactTransactionRows, shredTransactionFiles, updateTransactionRow} from '../storage/transaction.ts';
import type {TransactionRow} from '../storage/transaction.ts';
import {redactVerificationRows} from '../storage/redaction.ts';
import {listTransactionVerifications} from '../storage/verification.ts';
import {changeTransaction, definitionOf, holdTransaction, tellTransaction} from './change-transaction.ts';
import {emptyEvents, underInvestigation} from './redact-verification.ts';
import type {Write} from './write.ts';

type Input = {transactionId: string};

/**
 * Forgets the person behind a transaction: fields, files, what was found, events and stored answers become unreadable in this commit.
 * @throws CountersignError `not_found`, `gone` when it was redacted before, `conflict` where an investigation holds something
 */
export async function redactTransaction(w: Write, {transactionId}: Input): Promise<TransactionRow> {
  const row = await holdTransaction(w, transactionId);
  const verifications = await listTransactionVerifications(w.tx, {envId: w.envId, transactionId: row.id});
  if (verifications.some((one) => one.investigation_locked_at)) throw underInvestigation();
  const redacted = await updateTransactionRow(w.tx, row, {
    fields: '{}',
    tags: '[]',
    reference_id: null,
    redacted_at: w.now,
    updated_at: w.now,
  });
  await redactTransactionRows(w.tx, redacted, w.now);
  await w.ctx.keyring.shred(w.tx, w.envId, row.id, w.now);
  await tellTransaction(w, 'transaction.redacted', redacted, {subjectId: w.envId});
  await w.audit('transaction.redact', 'transaction', row.id);
  return redacted;
}

/**
 * Forgets the faces alone: selfies with their pictures and what was measured of them. Documents stay, with the portrait printed on them.
 * @throws CountersignError `not_found`, `gone`, `conflict` where an investigation holds one
 */
export async function redactTransactionBiometrics(w: Write, {transactionId}: Input): Promise<TransactionRow> {
  const row = await holdTransaction(w, transactionId);
  const all = await listTransactionVerifications(w.tx, {envId: w.envId, transactionId: row.id});
  const selfies = all.filter(({kind, redacted_at: redactedAt}) => kind === 'selfie' && !redactedAt);
  if (selfies.some((one) => one.investigation_locked_at)) throw underInvestigation();
  for (const selfie of selfies) await redactVerificationRows(w.tx, selfie, undefined, w.now);
  await emptyEvents(
    w,
    selfies.map(({id}) => id),
  );
  const {verifications} = await definitionOf(w, row);
  const keys = verifications.flatMap(({kind, from}) =>
    kind === 'selfie' ? Object.values(from).flatMap((key) => key ?? []) : [],
  );
  const files = keys.flatMap((key) => keptFile(row.fields[key]?.value)?.fileId ?? []);
  await shredTransactionFiles(w.tx, row, files);
  await w.audit('transaction.redact-biometrics', 'transaction', row.id);
  const cleared = Object.fromEntries(
    keys.filter((key) => row.fields[key]?.value).map((key): [string, null] => [key, null]),
  );
  return Object.keys(cleared).length === 0 ? row : changeTransaction(w, row, {fields: cleared});
}
