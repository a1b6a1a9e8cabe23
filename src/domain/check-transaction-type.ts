/** Whether a kind of transactions is sound as a whole: what its verifications take from fields is there, and they ask for what there is. */
import type {StepKind} from '../protocol/template.ts';
import type {TransactionTypeDefinition, TransactionVerification} from '../protocol/transaction-type.ts';
import type {Knowledge} from './graph-problem.ts';
import {escapePointer} from './template.ts';

export interface TransactionTypeProblem {
  /** JSON pointer into the definition. */
  pointer: string;
  details: string;
}

/** The step of a template that asks for the same checks. */
const stepOf: Record<TransactionVerification['kind'], StepKind> = {
  'government-id': 'document',
  selfie: 'selfie',
  document: 'generic-document',
};

/** Parts that are words, not files. */
const words: readonly string[] = ['id-class', 'country'];

/** Everything that is wrong; empty = transactions of this kind can be made. */
export function checkTransactionType(
  {fields, verifications}: TransactionTypeDefinition,
  knowledge: Knowledge,
): TransactionTypeProblem[] {
  const names = verifications.map(({name}) => name);
  return [
    ...Object.entries(fields).flatMap(([key, {type, choices}]) =>
      /choices/.test(type) && !choices?.length
        ? [{pointer: `/fields/${escapePointer(key)}/choices`, details: 'expected at least one choice'}]
        : [],
    ),
    ...verifications.flatMap((verification, at) => [
      ...(names.indexOf(verification.name) < at
        ? [{pointer: `/verifications/${at}/name`, details: 'expected a name that no other verification has'}]
        : []),
      ...misfitParts(verification, fields).map(({pointer, details}) => ({
        pointer: `/verifications/${at}${pointer}`,
        details,
      })),
      ...unknownChecks(verification, knowledge).map((name) => ({
        pointer: `/verifications/${at}/config/requirements/${escapePointer(name)}`,
        details: `no check of a ${verification.kind} has this name`,
      })),
    ]),
  ];
}

function misfitParts(
  {from}: TransactionVerification,
  fields: TransactionTypeDefinition['fields'],
): TransactionTypeProblem[] {
  return Object.entries(from as Record<string, string>).flatMap(([part, key]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const isFile = field?.type === 'file';
    if (field && isFile !== words.includes(part)) return [];
    return [
      {pointer: `/from/${part}`, details: `expected a field ${words.includes(part) ? 'that is no' : 'of type'} file`},
    ];
  });
}

function unknownChecks({kind, config}: TransactionVerification, knowledge: Knowledge): string[] {
  const known = knowledge.checksOf(stepOf[kind]) ?? [];
  return Object.keys(config.requirements ?? {}).filter((name) => !known.includes(name));
}
