/** Whether the portrait is the one that the document was issued with. */
import {onPortrait} from './portrait.ts';
import {regionOf} from '../regions.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';

export const portraitPaste: CheckRule = {
  name: 'id_portrait_paste_detection',
  requirement: 'not_required',
  /** Share of an edge around the portrait that keeps to one line of pixels although the document lies aslant, 0 to 1. */
  threshold: 0.8,
  unit: 'share',
  reasons: ['straight_edge', 'lies_straight', 'no_portrait', 'front_missing', 'provider_not_configured'],
  run: (reading, threshold) =>
    onPortrait(reading, ({pasted}, picture) => {
      if (!pasted) return notApplicable('lies_straight');
      const more = {value: round(pasted.exactness), regions: [regionOf(picture, pasted.box, 'measured')]};
      return pasted.exactness >= threshold ? failed('straight_edge', more) : passed(more);
    }) ?? notApplicable('no_portrait'),
};

export const ghostComparison: CheckRule = {
  name: 'id_ghost_portrait_comparison',
  requirement: 'not_required',
  /** Likeness of the portrait and its ghost, -1 to 1, on the scale of the net that ships. */
  threshold: 0.45,
  unit: 'likeness',
  reasons: ['ghost_differs', 'no_ghost_portrait', 'no_portrait', 'front_missing', 'provider_not_configured'],
  run: (reading, threshold) =>
    onPortrait(reading, ({box, ghost}, picture) => {
      if (!ghost) return notApplicable('no_ghost_portrait');
      const regions = [regionOf(picture, box, 'portrait'), regionOf(picture, ghost.box, 'ghost')];
      const more = {value: round(ghost.likeness), regions};
      return ghost.likeness >= threshold ? passed(more) : failed('ghost_differs', more);
    }) ?? notApplicable('no_portrait'),
};

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
