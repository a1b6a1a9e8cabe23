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
import {problemCodes} from '../../protocol/position.ts';
import type {ProblemCode} from '../../protocol/position.ts';

export type ProblemWeight = 'capture' | 'document' | 'person';

export interface DocumentProblem {
  code: ProblemCode;
  weight: ProblemWeight;
}

type Verdict = [code: ProblemCode, weight: ProblemWeight];

/** What a person can do about a file, in fewer words than the engine has. */
const fileReasons: Record<string, Verdict> = {
  file_empty: ['file_damaged', 'capture'],
  file_truncated: ['file_damaged', 'capture'],
  file_encrypted: ['file_unsupported', 'capture'],
  file_svg: ['file_unsupported', 'capture'],
  file_html: ['file_unsupported', 'capture'],
  file_gif: ['file_unsupported', 'capture'],
  file_archive: ['file_unsupported', 'capture'],
  file_program: ['file_unsupported', 'capture'],
  file_wrong_extension: ['file_unusual', 'capture'],
  file_polyglot: ['file_unusual', 'capture'],
  file_metadata_bomb: ['file_unusual', 'capture'],
  file_bomb: ['file_unusual', 'capture'],
  file_animated: ['file_unusual', 'capture'],
  file_cmyk: ['file_unusual', 'capture'],
  file_deep_color: ['file_unusual', 'capture'],
  file_too_many_pages: ['file_too_large', 'capture'],
  file_too_many_pixels: ['file_too_large', 'capture'],
};

/** The same for a file that is refused where it arrives. */
export function fileProblem(reason: string): ProblemCode {
  if (isProblemCode(reason)) return reason;
  return fileReasons[reason]?.[0] ?? 'file_damaged';
}

/** By check name; `reasons` give the exceptions by reason code. */
const byCheck: Record<string, {verdict: Verdict; reasons?: Record<string, Verdict>}> = {
  id_blur_detection: {verdict: ['blurry', 'capture']},
  id_glare_detection: {verdict: ['glare', 'capture']},
  id_unprocessable_submission_detection: {verdict: ['unreadable', 'capture'], reasons: fileReasons},
  id_type_detection: {verdict: ['no_document', 'capture']},
  id_entity_detection: {verdict: ['no_document', 'capture']},
  id_portrait_detection: {verdict: ['portrait_not_found', 'capture']},
  // not 'blurry': a small or soft portrait is no fault of the photo, and would be said beside every other trouble
  id_portrait_clarity_detection: {verdict: ['portrait_not_found', 'capture']},
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
  id_color_inconsistency_detection: {verdict: ['original_needed', 'document']},
  id_electronic_replica_detection: {verdict: ['original_needed', 'document']},
  id_tamper_detection: {
    verdict: ['inconsistent', 'document'],
    reasons: {edited_with_software: ['original_needed', 'document']},
  },
  id_portrait_paste_detection: {verdict: ['original_needed', 'document']},
  id_ghost_portrait_comparison: {verdict: ['inconsistent', 'document']},
  id_fabrication_detection: {verdict: ['original_needed', 'document']},
  id_disallowed_country_detection: {
    verdict: ['country_not_accepted', 'document'],
    reasons: {no_country: ['unreadable', 'capture'], country_not_detected: ['unreadable', 'capture']},
  },
  id_disallowed_type_detection: {
    verdict: ['type_not_accepted', 'document'],
    reasons: {type_not_detected: ['no_document', 'capture']},
  },
  id_expired_detection: {
    verdict: ['expired', 'person'],
    reasons: {no_expiration_date: ['unreadable', 'capture'], expiration_date_unreadable: ['unreadable', 'capture']},
  },
  id_age_comparison: {verdict: ['underage', 'person'], reasons: {missing_birthdate: ['unreadable', 'capture']}},
  id_inquiry_comparison: {verdict: ['details_not_confirmed', 'document']},
  id_account_comparison: {verdict: ['details_not_confirmed', 'document']},
  id_selfie_comparison: {verdict: ['no_match', 'document']},
  id_po_box_detection: {verdict: ['proof_other_address', 'document']},
  id_real_id_detection: {verdict: ['type_not_accepted', 'document']},
  id_age_inconsistency_detection: {verdict: ['inconsistent', 'document']},
  id_compromised_detection: {verdict: ['inconsistent', 'person']},
  id_repeat_detection: {verdict: ['inconsistent', 'person']},
  id_inconsistent_repeat_detection: {verdict: ['inconsistent', 'person']},
  id_list_match_detection: {verdict: ['inconsistent', 'person']},
  document_unprocessable_submission_detection: {verdict: ['unreadable', 'capture'], reasons: fileReasons},
  document_type_detection: {
    verdict: ['type_not_accepted', 'document'],
    reasons: {nothing_readable: ['unreadable', 'capture']},
  },
  document_extracted_properties_detection: {
    verdict: ['unreadable', 'capture'],
    reasons: {
      missing_name: ['proof_no_name', 'document'],
      missing_address: ['proof_no_address', 'document'],
      missing_date: ['proof_no_date', 'document'],
    },
  },
  document_expired_detection: {
    verdict: ['proof_too_old', 'document'],
    reasons: {issue_date_in_future: ['proof_no_date', 'document']},
  },
  document_fabrication_detection: {verdict: ['proof_changed', 'document']},
  document_po_box_detection: {verdict: ['proof_other_address', 'document']},
  document_inquiry_comparison: {
    verdict: ['proof_other_name', 'document'],
    reasons: {name_mismatch: ['proof_other_name', 'document'], address_mismatch: ['proof_other_address', 'document']},
  },
  document_account_comparison: {
    verdict: ['proof_other_name', 'document'],
    reasons: {name_mismatch: ['proof_other_name', 'document'], address_mismatch: ['proof_other_address', 'document']},
  },
};

/** Checks that have words of their own; any other says that the details do not fit together. */
export const checksWithWords: ReadonlySet<string> = new Set(Object.keys(byCheck));

const knownCodes: ReadonlySet<string> = new Set(problemCodes);
const isProblemCode = (text: string): text is ProblemCode => knownCodes.has(text);

/** What can be done about the picture itself: said first, even where the check behind it only informs. */
const captureAdvice: readonly ProblemCode[] = [
  'file_damaged',
  'file_unsupported',
  'file_too_large',
  'file_unusual',
  'no_document',
  'same_side_twice',
  'wrong_side',
  'too_dark',
  'too_bright',
  'blurry',
  'glare',
  'cut_off',
  'too_small',
];
/** What needs no saying once the picture is no good, or there is no document in it at all. */
const consequences: readonly ProblemCode[] = [
  'no_document',
  'mrz_not_found',
  'barcode_not_found',
  'portrait_not_found',
  'unreadable',
  'inconsistent',
];

/**
 * The problems of one submission, the most useful first. Failed required checks always count; failed checks that only inform
 * appear where they tell the person how to take a better picture, and only beside a required one.
 */
export function problemsOf(checks: readonly Check[]): DocumentProblem[] {
  const failed = checks.filter((check) => check.status === 'failed');
  const required = unique(failed.filter((check) => check.requirement === 'required').flatMap(problemsOfCheck));
  if (required.length === 0) return [];
  // the picture itself is no good: whatever was not found in it may well be there
  if (required.some(isAboutPicture)) return ranked(required.filter(({code}) => !consequences.includes(code)));
  if (required.some(({code}) => code === 'no_document')) {
    return ranked(required.filter(({code}) => code === 'no_document' || !consequences.includes(code)));
  }
  const advice = failed
    .filter((check) => check.requirement === 'not_required')
    .flatMap(problemsOfCheck)
    .filter((problem) => isAboutPicture(problem));
  return ranked(unique([...required, ...advice]));
}

function isAboutPicture({code, weight}: DocumentProblem): boolean {
  return weight === 'capture' && captureAdvice.includes(code) && code !== 'no_document';
}

/** A check may give several reasons; those that are words for the person speak for themselves. */
function problemsOfCheck(check: Check): DocumentProblem[] {
  // a check this table does not know still is a failed required check: the template decides after the last attempt
  const {verdict, reasons = {}} = byCheck[check.name] ?? {verdict: ['inconsistent', 'document'] satisfies Verdict};
  const exceptions = check.reasons.flatMap((reason) => {
    const exception = reasons[reason];
    return exception ? [{code: exception[0], weight: exception[1]}] : [];
  });
  if (exceptions.length > 0) return exceptions;
  const [code, weight] = verdict;
  const advice = check.reasons.filter(isProblemCode).filter((reason) => captureAdvice.includes(reason));
  return advice.length > 0 ? advice.map((reason) => ({code: reason, weight: 'capture'})) : [{code, weight}];
}

function ranked(problems: DocumentProblem[]): DocumentProblem[] {
  return problems.toSorted((a, b) => rank(a.code) - rank(b.code));
}

function rank(code: ProblemCode): number {
  const place = captureAdvice.indexOf(code);
  return place === -1 ? captureAdvice.length : place;
}

function unique(problems: DocumentProblem[]): DocumentProblem[] {
  return problems.filter((problem, index) => problems.findIndex(({code}) => code === problem.code) === index);
}
