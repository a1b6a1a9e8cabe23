/** Every check of a selfie but liveness (`verification/liveness/`), by name. A new one is a new line here and a new row in docs/checks.md. */
import {ageComparison, ageEstimation} from './age.ts';
import type {SelfieCheckRule} from './check-rule.ts';
import {accountComparison, idComparison} from './comparison.ts';
import {publicFigure} from './not-run.ts';
import {glareDetection, imageQuality, multipleFaces, poseDetection, poseRepeat} from './picture.ts';
import {suspiciousEntity} from './repeats.ts';
import {coveringDetection, glassesDetection} from './worn.ts';

export const selfieChecks: readonly SelfieCheckRule[] = [
  imageQuality,
  multipleFaces,
  poseDetection,
  poseRepeat,
  idComparison,
  accountComparison,
  ageComparison,
  ageEstimation,
  suspiciousEntity,
  glareDetection,
  coveringDetection,
  glassesDetection,
  publicFigure,
];
