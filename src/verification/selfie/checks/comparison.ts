/** The selfie against the document's portrait, and against the account's earlier selfie. */
import type {CheckOutcome} from '../../check-outcome.ts';
import {falseMatchRate} from '../../face/models/provider.ts';
import {judgeMatch, yearsBetween, type MatchVerdict} from '../match.ts';
import {bestFrames, faceRegion, type Comparison, type SelfieReading} from '../reading.ts';
import {failed, notApplicable, passed, requirementOf, type SelfieCheckRule} from './check-rule.ts';

export const idComparison: SelfieCheckRule = {
  name: 'selfie_id_comparison',
  requirement: 'required',
  /** Cosine, or 1 - distance, on the scale of the comparing net. */
  threshold: ({calibration}) => calibration.match,
  reasons: ['no_match', 'inconclusive', 'under_16', 'no_government_id', 'no_face_on_document', 'no_face'],
  run(reading, threshold) {
    const {document} = reading;
    if (!document) return notApplicable('no_government_id');
    // what should have been compared and could not be is for a person, not a pass
    if (!document.faceFound) return notApplicable(['no_face_on_document', 'inconclusive']);
    if (!document.comparison) return notApplicable(['no_face', 'inconclusive']);
    return compared(reading, document.comparison, threshold);
  },
};

export const accountComparison: SelfieCheckRule = {
  name: 'selfie_account_comparison',
  requirement: 'not_required',
  threshold: ({calibration}) => calibration.match,
  reasons: ['no_match', 'inconclusive', 'under_16', 'no_account_selfie_present', 'other_model', 'no_face'],
  run(reading, threshold) {
    // a template that demands the comparison verifies by it alone: without it a person looks
    const open = requirementOf(accountComparison, reading.config) === 'required' ? ['inconclusive'] : [];
    if (!reading.account) return notApplicable(['no_account_selfie_present', ...open]);
    const {comparison} = reading.account;
    if (comparison) return compared(reading, comparison, threshold);
    return notApplicable([reading.best.length === 0 ? 'no_face' : 'other_model', ...open]);
  },
};

function compared(reading: SelfieReading, comparison: Comparison, match: number): CheckOutcome {
  const {net, document, age, today} = reading;
  const stepUp = Math.min(net.calibration.stepUp, match);
  const birthdate = document?.birthdate;
  const ages = [birthdate === undefined ? undefined : yearsBetween(birthdate, today), age?.estimate];
  const [frame] = bestFrames(reading);
  const more = {
    value: round(comparison.score),
    ...(frame && {regions: faceRegion(frame)}),
    detail: {
      model: net.model,
      'model-sha256': net.sha256,
      calibration: net.calibration.id,
      frames: comparison.frames,
      'step-up-threshold': stepUp,
      'false-match-rate': Number(falseMatchRate(net.calibration, comparison.score).toPrecision(2)),
      ...(comparison.stepUp && {
        'step-up-frames': comparison.stepUp.frames,
        'step-up-score': round(comparison.stepUp.score),
        'fused-score': round(comparison.stepUp.fused),
      }),
    },
  };
  return outcomes[judgeMatch(comparison, {match, stepUp}, ages)](more);
}

const outcomes: Record<MatchVerdict, (more: Omit<CheckOutcome, 'status' | 'reasons'>) => CheckOutcome> = {
  match: (more) => passed(more),
  no_match: (more) => failed('no_match', more),
  inconclusive: (more) => notApplicable('inconclusive', more),
  under_16: (more) => notApplicable('under_16', more),
};

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
