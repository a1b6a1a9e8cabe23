/** From what the engine found to what it means for the attempt; nothing here knows which attempt it is. */
import type {Check} from '../../protocol/check.ts';
import type {DocumentSide, DocumentType, KindGuess} from '../../protocol/government-id.ts';
import {problemsOf} from './document-problems.ts';
import type {DocumentProblem} from './document-problems.ts';

export interface Classification {
  country?: string;
  documentType?: DocumentType;
}

export type DocumentVerdict =
  | ({type: 'passed'} & Classification)
  | ({type: 'missing_side'; side: DocumentSide} & Classification)
  /** A document, but which one the pictures do not say. */
  | {type: 'unsure'; guesses: KindGuess[]}
  | {type: 'failed'; problems: DocumentProblem[]}
  /** The engine could not run: our fault, costs no attempt. */
  | {type: 'unavailable'};

/** Of a document that has no sides: passed or not. */
export function genericVerdictOf({checks}: {checks: readonly Check[]}): DocumentVerdict {
  const problems = problemsOf(checks);
  return problems.length === 0 ? {type: 'passed'} : {type: 'failed', problems};
}

/** The part of the engine's result a verdict stands on. */
export interface JudgedResult {
  documentType?: DocumentType;
  countryCode?: string;
  missingSide?: DocumentSide;
  unsure?: KindGuess[];
  checks: readonly Check[];
}

/**
 * Requirements
 * 1. A document is judged only when all its sides are there; a side that cannot be told (no document, unreadable) is a failed
 *    attempt, not a missing side.
 * 2. The person is asked what it is only where a better picture would hardly say more: one that is blurred is taken again.
 */
export function verdictOf(result: JudgedResult): DocumentVerdict {
  const found: Classification = {
    ...(result.countryCode !== undefined && {country: result.countryCode}),
    ...(result.documentType !== undefined && {documentType: result.documentType}),
  };
  const problems = problemsOf(result.checks);
  const nothingThere = problems.some(({code}) => code === 'no_document' || code === 'file_damaged');
  if (result.missingSide && !nothingThere) return {type: 'missing_side', side: result.missingSide, ...found};
  const silent = problems.some(({code}) => code === 'no_document');
  if (result.unsure && silent) return {type: 'unsure', guesses: result.unsure};
  return problems.length === 0 ? {type: 'passed', ...found} : {type: 'failed', problems};
}
