/**
 * Whether the person who stood before the camera is the one on the document. The engine sees the document alone: the selfie comes later,
 * is held against its portrait by its own verification, and `withSelfie` says of the document what that found.
 */
import type {Check} from '../../../protocol/check.ts';
import {notApplicable, type CheckRule} from './check-rule.ts';
import {portraitDetection} from './portrait.ts';
import {units} from './units.ts';

export const selfieComparison: CheckRule = {
  name: 'id_selfie_comparison',
  requirement: 'not_required',
  reasons: ['no_match', 'inconclusive', 'under_16', 'no_face_on_document', 'no_face', 'no_selfie'],
  run: () => notApplicable('no_selfie'),
};

/** The document's checks with the selfie's `selfie_id_comparison`: its verdict, its number, and where the portrait is. */
export function withSelfie(checks: readonly Check[], {status, reasons, metadata}: Check): Check[] {
  const regions = checks.find(({name}) => name === portraitDetection.name)?.metadata.regions;
  const {value, threshold} = metadata;
  return checks.map((check) => {
    if (check.name !== selfieComparison.name) return check;
    const measured = value !== undefined && {value, unit: units[check.name]};
    const held = threshold !== undefined && {threshold};
    return {...check, status, reasons, metadata: {...measured, ...held, ...(regions && {regions})}};
  });
}
