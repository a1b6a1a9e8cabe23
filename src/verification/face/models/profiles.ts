/** The nets that come with the platform, and what was measured of them (docs/models/). */
import {faceModelFiles} from './catalogue.ts';
import type {FaceCalibration, ModelProvider} from './provider.ts';

/**
 * MobileFaceNet, 512 numbers. False match rates: all pairs of 930 photographs of adults (UTKFace), an upper bound, for some of them
 * are the same person unlabelled.
 */
export const frFeature: ModelProvider = {
  model: 'fr_feature',
  path: 'fr_feature.onnx',
  sha256: hashOf('fr_feature.onnx'),
  input: {side: 112, colours: 'rgb', mean: 127, scale: 128},
  calibration: {
    id: 'utk-adults-2026-11',
    match: 0.48,
    stepUp: 0.35,
    duplicate: 0.55,
    falseMatchRates: [
      {score: 0, rate: 0.5},
      {score: 0.35, rate: 3.7e-3},
      {score: 0.4, rate: 1.1e-3},
      {score: 0.45, rate: 3.1e-4},
      {score: 0.48, rate: 1.4e-4},
      {score: 0.5, rate: 7.2e-5},
      {score: 0.55, rate: 9.3e-6},
    ],
  },
};

/** dlib's ResNet, 128 numbers; scores are 1 - distance, so that larger is more alike. */
export const dlib: {model: string; calibration: FaceCalibration} = {
  model: 'dlib',
  calibration: {
    id: 'utk-adults-2026-11',
    match: 0.55,
    stepUp: 0.48,
    duplicate: 0.6,
    falseMatchRates: [
      {score: 0, rate: 0.5},
      {score: 0.4, rate: 0.1},
      {score: 0.522, rate: 0.02},
      {score: 0.55, rate: 8e-3},
      {score: 0.6, rate: 1e-3},
    ],
  },
};

function hashOf(name: string): string {
  const file = faceModelFiles.find((each) => each.name === name);
  if (!file) throw new Error(`There is no model file ${name}`);
  return file.sha256;
}
