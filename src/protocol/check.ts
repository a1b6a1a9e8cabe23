/**
 * A check is one named statement of a verification: what was looked at, what was measured, and what follows.
 * A verdict without a reason is a defect, so a failed or inapplicable check always has at least one.
 */

export type CheckStatus = 'passed' | 'failed' | 'not_applicable';

/** `required` checks decide the verification; the others inform a reviewer. */
export type CheckRequirement = 'required' | 'not_required';

/** In what values and thresholds are counted: a closed set, explained in docs/checks.md. */
export const measurementUnits = [
  'probability',
  'likeness',
  'share',
  'count',
  'days',
  'weeks',
  'months',
  'years',
  'variance',
  'sharpness',
  'levels',
  'deviations',
  'pitches',
] as const;
export type MeasurementUnit = (typeof measurementUnits)[number];

/** A rectangle on one picture, in pixels of the upright (EXIF-oriented) evidence. */
export interface ImageRegion {
  evidenceId: string;
  /** Of a file with several pages, from 1. */
  page?: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Size of the whole picture in the same pixels, so that a scaled copy can be marked. */
  pictureWidth: number;
  pictureHeight: number;
  /** What is there, in kebab-case: a field's name, `mrz`, `barcode`, `glare`; never a person's data. */
  label?: string;
}

export interface Check {
  /** e.g. `id_mrz_detection`; the closed list per kind stands with the kind (`government-id.ts`). */
  name: string;
  status: CheckStatus;
  requirement: CheckRequirement;
  /** Stable reason codes in snake_case, e.g. `glare_over_text`; empty only for `passed`. */
  reasons: string[];
  /** The measurement and what it was held against; never a person's data. */
  metadata: CheckMetadata;
}

export interface CheckMetadata {
  /** The measured number, with its unit and range documented in docs/checks.md. */
  value?: number;
  /** What `value` was compared with. */
  threshold?: number;
  /** In what both are counted. */
  unit?: MeasurementUnit;
  regions?: ImageRegion[];
  [detail: string]: unknown;
}
