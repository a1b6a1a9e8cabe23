/**
 * Whether the person who stood before the camera is the one on the document. A selfie that came before is compared by the engine; one that
 * comes later is held against the portrait by its own verification, and `withSelfie` says of the document what that found.
 */
import type {Check} from '../../../protocol/check.ts';
import {judgeMatch, yearsBetween} from '../../selfie/match.ts';
import {falseMatchRate} from '../../face/models/provider.ts';
import type {DocumentPortrait, PictureReading, SubmissionReading} from '../reading.ts';
import {regionOf} from '../regions.ts';
import {onPortrait, portraitDetection} from './portrait.ts';
import {failed, notApplicable, passed, type CheckOutcome, type CheckRule} from './check-rule.ts';

const name = 'id_selfie_comparison';

export const selfieComparison: CheckRule = {
  name,
  requirement: 'not_required',
  unit: 'likeness',
  reasons: [
    ...['no_match', 'inconclusive', 'under_16', 'no_selfie', 'other_model', 'no_face', 'no_face_on_document'],
    ...['no_portrait', 'front_missing', 'provider_not_configured'],
  ],
  run(reading) {
    if (!reading.selfie) return notApplicable('no_selfie');
    return (
      onPortrait(reading, (portrait, picture) => compared(reading, portrait, picture)) ??
      notApplicable(['no_portrait', 'inconclusive'])
    );
  },
};

function compared(
  {config, fields, today}: SubmissionReading,
  portrait: DocumentPortrait,
  picture: PictureReading,
): CheckOutcome {
  const {selfie} = portrait;
  if (!selfie) return notApplicable(['other_model', 'inconclusive']);
  const {score, net} = selfie;
  // the score of one net is not that of another, so a threshold of its own comes from the net or the template
  const match = config.thresholds?.[name] ?? net.calibration.match;
  const stepUp = Math.min(net.calibration.stepUp, match);
  const birthdate = fields.birthdate?.value;
  const ages = [birthdate === undefined ? undefined : yearsBetween(birthdate, today)];
  const verdict = judgeMatch({score, frames: 1}, {match, stepUp}, ages);
  const more = {
    value: Math.round(score * 1000) / 1000,
    regions: [regionOf(picture, portrait.box, 'portrait')],
    detail: {
      threshold: match,
      model: net.model,
      'model-sha256': net.sha256,
      calibration: net.calibration.id,
      'step-up-threshold': stepUp,
      'false-match-rate': Number(falseMatchRate(net.calibration, score).toPrecision(2)),
    },
  };
  if (verdict === 'match') return passed(more);
  return verdict === 'no_match' ? failed(verdict, more) : notApplicable(verdict, more);
}

/** The document's checks with the selfie's `selfie_id_comparison`: its verdict, its number, and where the portrait is. */
export function withSelfie(checks: readonly Check[], {status, reasons, metadata}: Check): Check[] {
  const regions = checks.find(({name}) => name === portraitDetection.name)?.metadata.regions;
  const {value, threshold} = metadata;
  return checks.map((check) => {
    if (check.name !== selfieComparison.name) return check;
    const measured = value !== undefined && {value, unit: selfieComparison.unit};
    const held = threshold !== undefined && {threshold};
    return {...check, status, reasons, metadata: {...measured, ...held, ...(regions && {regions})}};
  });
}
