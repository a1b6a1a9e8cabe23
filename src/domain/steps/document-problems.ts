/**
 * From the engine's checks to words a person can act on, and what each means for the attempt.
 *
 * A problem weighs one of three ways:
 * - `capture`: the picture, not the document: take another. After the last attempt the inquiry has failed.
 * - `document`: this document will not do, another may: try another. After the last attempt the template decides.
 * - `person`: a better picture changes nothing (too young, expired): the template decides at once,
 *   unless a required capture check failed as well, because then the reading itself is in doubt.
 */
import type {Check} from '../../protocol/check.ts';
import {problemCodes} from '../../protocol/flow.ts';
import type {ProblemCode} from '../../protocol/flow.ts';

export type ProblemWeight = 'capture' | 'document' | 'person';

export interface DocumentProblem {
  code: ProblemCode;
  weight: ProblemWeight;
}

type Verdict = [code: ProblemCode, weight: ProblemWeight];

/** By check name; `reasons` give the exceptions by reason code. */
const byCheck: Record<string, {verdict: Verdict; reasons?: Record<string, Verdict>}> = {
  id_blur_detection: {verdict: ['blurry', 'capture']},
  id_glare_detection: {verdict: ['glare', 'capture']},
  id_unprocessable_submission_detection: {
    verdict: ['unreadable', 'capture'],
    reasons: {
      file_unreadable: ['file_damaged', 'capture'],
      damaged: ['file_damaged', 'capture'],
      too_large: ['file_too_large', 'capture'],
    },
  },
  id_type_detection: {verdict: ['no_document', 'capture']},
  id_entity_detection: {verdict: ['no_document', 'capture']},
  id_portrait_detection: {verdict: ['unreadable', 'capture']},
  id_portrait_clarity_detection: {verdict: ['unreadable', 'capture']},
  id_mrz_detection: {verdict: ['mrz_not_found', 'capture']},
  id_barcode_detection: {verdict: ['barcode_not_found', 'capture']},
  id_extracted_properties_detection: {verdict: ['unreadable', 'capture']},
  id_double_side_detection: {
    verdict: ['wrong_side', 'capture'],
    reasons: {side_submitted_twice: ['same_side_twice', 'capture']},
  },
  id_mrz_inconsistency_detection: {verdict: ['inconsistent', 'document']},
  id_barcode_inconsistency_detection: {verdict: ['inconsistent', 'document']},
  id_extraction_inconsistency_detection: {
    verdict: ['inconsistent', 'document'],
    reasons: {missing_properties: ['unreadable', 'capture']},
  },
  id_valid_dates_detection: {verdict: ['inconsistent', 'document']},
  id_number_format_inconsistency_detection: {verdict: ['inconsistent', 'document']},
  id_color_inconsistency_detection: {verdict: ['inconsistent', 'document']},
  id_electronic_replica_detection: {verdict: ['inconsistent', 'document']},
  id_tamper_detection: {verdict: ['inconsistent', 'document']},
  id_disallowed_country_detection: {
    verdict: ['country_not_accepted', 'document'],
    reasons: {no_country: ['unreadable', 'capture'], country_not_detected: ['unreadable', 'capture']},
  },
  id_disallowed_type_detection: {
    verdict: ['type_not_accepted', 'document'],
    reasons: {type_not_detected: ['no_document', 'capture']},
  },
  id_expired_detection: {verdict: ['expired', 'person'], reasons: {no_expiration_date: ['unreadable', 'capture']}},
  id_age_comparison: {verdict: ['underage', 'person'], reasons: {missing_birthdate: ['unreadable', 'capture']}},
  id_compromised_detection: {verdict: ['inconsistent', 'person']},
  id_repeat_detection: {verdict: ['inconsistent', 'person']},
  id_inconsistent_repeat_detection: {verdict: ['inconsistent', 'person']},
};

const knownCodes: ReadonlySet<string> = new Set(problemCodes);
const isProblemCode = (text: string): text is ProblemCode => knownCodes.has(text);

/** What can be done about the picture itself: said first, even where the check behind it only informs. */
const captureAdvice: readonly ProblemCode[] = [
  'no_document',
  'same_side_twice',
  'wrong_side',
  'file_damaged',
  'cut_off',
  'too_small',
  'too_dark',
  'too_bright',
  'blurry',
  'glare',
];
/** What needs no saying once there is no document in the picture at all, or the file cannot be opened. */
const consequences: readonly ProblemCode[] = [
  'mrz_not_found',
  'barcode_not_found',
  'unreadable',
  'inconsistent',
  'cut_off',
  'too_small',
  'blurry',
  'glare',
];

/**
 * The problems of one submission, the most useful first. Failed required checks always appear; failed checks that only
 * inform appear where they tell the person how to take a better picture, and only beside a required one.
 */
export function problemsOf(checks: readonly Check[]): DocumentProblem[] {
  const failed = checks.filter((check) => check.status === 'failed');
  const required = failed.filter((check) => check.requirement === 'required').map(problemOf);
  if (required.length === 0) return [];

  const advice = failed
    .filter((check) => check.requirement === 'not_required')
    .map(problemOf)
    .filter((problem) => problem.weight === 'capture' && captureAdvice.includes(problem.code));
  const all = unique([...required, ...advice]);
  const hopeless = all.some(({code}) => code === 'no_document' || code === 'file_damaged');
  return all
    .filter((problem) => !hopeless || !consequences.includes(problem.code))
    .sort((a, b) => rank(a.code) - rank(b.code));
}

function problemOf(check: Check): DocumentProblem {
  const rule = byCheck[check.name];
  for (const reason of check.reasons) {
    const exception = rule?.reasons?.[reason];
    if (exception) return {code: exception[0], weight: exception[1]};
  }
  const named = check.reasons.find(isProblemCode);
  // a check this table does not know still is a failed required check: the template decides after the last attempt
  const [code, weight] = rule?.verdict ?? (['inconsistent', 'document'] satisfies Verdict);
  return named && captureAdvice.includes(named) ? {code: named, weight: 'capture'} : {code, weight};
}

function rank(code: ProblemCode): number {
  const place = captureAdvice.indexOf(code);
  return place === -1 ? captureAdvice.length : place;
}

function unique(problems: DocumentProblem[]): DocumentProblem[] {
  return problems.filter((problem, index) => problems.findIndex(({code}) => code === problem.code) === index);
}
