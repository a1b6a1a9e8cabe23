/**
 * The life of a transaction: created, then completed once every verification that its fields feed has ended, and decided by their
 * checks. Statuses beyond these are the customer's own.
 */
import type {Check} from '../protocol/check.ts';
import type {KeptFile} from '../protocol/transaction.ts';
import type {TransactionTypeDefinition, TransactionVerification} from '../protocol/transaction-type.ts';
import {decideByChecks} from './decision.ts';
import {writeFields} from './template.ts';
import type {FieldProblem, TypedFields} from './template.ts';

/** Statuses that the product itself sets. */
export const ownStatuses = ['created', 'completed', 'approved', 'declined', 'needs_review'] as const;

/** What a transaction may point to, by key of the relation. */
export const transactionRelations: Readonly<Record<string, 'account' | 'transaction'>> = {
  txn_account: 'account',
  related_transactions: 'transaction',
};

export function keptFile(value: unknown): KeptFile | undefined {
  return typeof value === 'object' && value !== null && 'fileId' in value ? (value as KeptFile) : undefined;
}

/** Puts written values over kept ones. Files come as they are kept; `null` clears. */
export function writeTransactionFields(
  {fields: schemas}: Pick<TransactionTypeDefinition, 'fields'>,
  kept: TypedFields,
  written: Record<string, unknown>,
): {ok: true; fields: TypedFields} | {ok: false; problems: FieldProblem[]} {
  const files: TypedFields = {};
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(written)) {
    if (schemas[key]?.type === 'file' && (value === null || keptFile(value))) files[key] = {type: 'file', value};
    else plain[key] = value;
  }
  const result = writeFields(schemas, kept, plain);
  const fields = result.ok ? {...result.fields, ...files} : {};
  const missing = Object.entries(schemas).filter(
    ([key, {required}]) => required && (fields[key]?.value ?? null) === null,
  );
  if (!result.ok) return result;
  if (missing.length === 0) return {ok: true, fields};
  return {
    ok: false,
    problems: missing.map(([key]) => ({key, pointer: `/${key}`, expected: 'a value: it is required'})),
  };
}

/** What the decision looks at of a verification. */
export interface RunVerification {
  id: string;
  step: string | null;
  attempt: number;
  status: string;
  checks: readonly Check[];
}

export type TransactionMove =
  /** A verification is being run, or no field feeds one yet. */
  | {type: 'wait'}
  | {type: 'run'; verification: TransactionVerification}
  | {type: 'decide'; decision: 'approved' | 'declined' | 'needs_review'};

/** What comes next for a transaction that was created. */
export function nextMove(
  definition: Pick<TransactionTypeDefinition, 'verifications' | 'decision'>,
  fields: TypedFields,
  run: readonly RunVerification[],
): TransactionMove {
  for (const verification of definition.verifications) {
    const known = run.find(({step}) => step === verification.name);
    if (known && (known.status === 'submitted' || known.status === 'initiated')) return {type: 'wait'};
    if (!known && keptFile(fields[firstField(verification)]?.value)) return {type: 'run', verification};
  }
  if (run.length === 0) return {type: 'wait'};
  return {type: 'decide', decision: decideByChecks(run, definition).decision};
}

/** The field without which there is nothing to look at. */
function firstField(verification: TransactionVerification): string {
  switch (verification.kind) {
    case 'government-id':
      return verification.from.front;
    case 'selfie':
      return verification.from.center;
    case 'document':
      return verification.from.page;
  }
}

/** Keys are written `name_first` here and `name-first` where documents are compared with what was said. */
export function saidFields(fields: TypedFields): TypedFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.replaceAll('_', '-'), value]));
}
