/** The one thing that turns the picture of an MRZ line into characters; two implementations give the same text. */
import type {GrayImage} from '../../image/gray.ts';

/** The characters of an MRZ in the order of the net's classes; class 0 is the CTC blank. */
export const mrzAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** Height in pixels of the strips the net was trained on; the width is any multiple of 8 from 160 to 1200. */
export const stripHeight = 32;

export interface RecognisedLine {
  text: string;
  /** Geometric mean of the characters' probabilities, 0 to 1; 0 for no text. */
  confidence: number;
  /** Per character: its probability and where its middle stands in the strip, in pixels. */
  characters: {probability: number; x: number}[];
}

export interface MrzRecogniser {
  recognise(strip: GrayImage): Promise<RecognisedLine>;
  close(): Promise<void>;
}

/** Brings a strip to zero mean and about unit deviation, as in training; the 0.25 keeps a flat strip from exploding. */
export function normaliseStrip(strip: GrayImage): Float32Array<ArrayBuffer> {
  const count = strip.width * strip.height;
  let sum = 0;
  for (const value of strip.data) sum += value;
  const mean = sum / count;
  let squares = 0;
  for (const value of strip.data) squares += (value - mean) ** 2;
  const scale = 1 / (Math.sqrt(squares / count) + 0.25);
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) out[i] = ((strip.data[i] as number) - mean) * scale;
  return out;
}

/**
 * Greedy CTC: the best class of every step, repeats merged, blanks dropped.
 * `score(step, class)` are logits; a step covers `stripWidth / steps` pixels.
 */
export function decodeCtc(
  steps: number,
  stripWidth: number,
  score: (step: number, symbol: number) => number,
): RecognisedLine {
  const classes = mrzAlphabet.length + 1;
  const characters: RecognisedLine['characters'] = [];
  let text = '';
  let previous = 0;
  let logSum = 0;
  for (let t = 0; t < steps; t++) {
    let best = 0;
    let bestScore = -Infinity;
    for (let c = 0; c < classes; c++) {
      const value = score(t, c);
      if (value > bestScore) {
        bestScore = value;
        best = c;
      }
    }
    if (best !== 0 && best !== previous) {
      let total = 0;
      for (let c = 0; c < classes; c++) total += Math.exp(score(t, c) - bestScore);
      text += mrzAlphabet[best - 1] ?? '';
      logSum -= Math.log(total);
      characters.push({probability: 1 / total, x: ((t + 0.5) * stripWidth) / steps});
    }
    previous = best;
  }
  return {text, confidence: text ? Math.exp(logSum / text.length) : 0, characters};
}
