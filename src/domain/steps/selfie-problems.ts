/**
 * From the engine's checks of a selfie to words a person can act on, and what each means for the attempt; weights as in
 * `document-problems.ts`. A face that does not match, or does not seem alive, may try again, then the template decides.
 */
import type {Check} from '../../protocol/check.ts';
import type {ProblemCode} from '../../protocol/position.ts';
import type {DocumentProblem, ProblemWeight} from './document-problems.ts';

type Verdict = [code: ProblemCode, weight: ProblemWeight];

const byCheck: Record<string, {verdict: Verdict; reasons?: Record<string, Verdict>}> = {
  selfie_pose_detection: {verdict: ['no_face', 'capture']},
  selfie_multiple_faces_detection: {verdict: ['several_faces', 'capture']},
  selfie_face_covering_detection: {verdict: ['face_covered', 'capture']},
  selfie_glasses_detection: {verdict: ['face_covered', 'capture']},
  selfie_glare_detection: {verdict: ['too_bright', 'capture']},
  selfie_image_quality_detection: {
    verdict: ['blurry', 'capture'],
    reasons: {
      no_face: ['no_face', 'capture'],
      too_dark: ['too_dark', 'capture'],
      too_bright: ['too_bright', 'capture'],
      too_small: ['too_small', 'capture'],
      file_damaged: ['file_damaged', 'capture'],
    },
  },
  selfie_liveness_detection: {
    verdict: ['not_live', 'document'],
    reasons: {too_slow: ['too_slow', 'capture'], no_face: ['no_face', 'capture']},
  },
  selfie_id_comparison: {verdict: ['no_match', 'document'], reasons: {no_face: ['no_face', 'capture']}},
  selfie_account_comparison: {verdict: ['no_match', 'document']},
};

/** In the order in which they are worth saying. */
const ranks: readonly ProblemCode[] = ['file_damaged', 'no_face', 'several_faces', 'too_dark', 'too_bright', 'blurry'];

/** The problems of one submission, the most useful first; only failed required checks count. */
export function selfieProblemsOf(checks: readonly Check[]): DocumentProblem[] {
  const failed = checks.filter(({status, requirement}) => status === 'failed' && requirement === 'required');
  const problems = failed.flatMap(({name, reasons: given}) => {
    // a check this table does not know still is a failed required check
    const {verdict, reasons = {}} = byCheck[name] ?? {verdict: ['not_live', 'document'] satisfies Verdict};
    const special = given.flatMap((reason) => (reasons[reason] ? [reasons[reason]] : []));
    return (special.length > 0 ? special : [verdict]).map(([code, weight]) => ({code, weight}));
  });
  return problems
    .filter(({code}, index) => problems.findIndex((one) => one.code === code) === index)
    .toSorted((a, b) => rank(a.code) - rank(b.code));
}

function rank(code: ProblemCode): number {
  const place = ranks.indexOf(code);
  return place === -1 ? ranks.length : place;
}
