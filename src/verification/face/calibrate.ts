/** From an operator's own pairs to a calibration: thresholds where there are enough pairs to know, the built-in ones where not. */
import {falseMatches, thresholdAt, type Scores} from './evaluation.ts';
import type {FaceCalibration} from './models/provider.ts';

/** What the thresholds let through: one stranger in so many. */
export const targetRates = {match: 1e-4, stepUp: 5e-3, duplicate: 1e-5} as const;

/** Where the pairs cannot show a rate, a threshold is kept this far above the most alike strangers. */
const clearance = 0.03;

export interface Calibrated {
  calibration: FaceCalibration;
  /** Names of the thresholds that the pairs could not show; they are the built-in ones, raised where strangers came close. */
  kept: (keyof typeof targetRates)[];
}

export function calibrate(scores: Scores, builtIn: FaceCalibration, id: string): Calibrated {
  const highest = scores.impostor.reduce((most, score) => Math.max(most, score), -1);
  const kept: Calibrated['kept'] = [];
  const thresholdFor = (name: keyof typeof targetRates): number => {
    const {threshold, measured} = thresholdAt(scores, targetRates[name]);
    if (measured) return round(threshold);
    kept.push(name);
    return name === 'stepUp' ? builtIn.stepUp : round(Math.max(builtIn[name], highest + clearance));
  };
  const match = thresholdFor('match');
  const duplicate = Math.max(match, thresholdFor('duplicate'));
  const stepUp = Math.min(match, thresholdFor('stepUp'));
  return {calibration: {id, match, stepUp, duplicate, falseMatchRates: ratesOf(scores, builtIn)}, kept};
}

/** What was seen where at least three pairs were; beyond, the most that can be said of so many pairs. */
function ratesOf(scores: Scores, builtIn: FaceCalibration): FaceCalibration['falseMatchRates'] {
  const count = scores.impostor.length;
  if (count === 0) return builtIn.falseMatchRates;
  const rows: FaceCalibration['falseMatchRates'] = [];
  for (let step = 0; step <= 20; step++) {
    const score = Math.round(step * 5) / 100;
    const rate = falseMatches(scores, score);
    if (rate * count < 3) {
      rows.push({score, rate: Math.min(1, 3 / count)});
      break;
    }
    rows.push({score, rate});
  }
  return rows;
}

function round(score: number): number {
  return Math.min(1, Math.ceil(score * 1000) / 1000);
}
