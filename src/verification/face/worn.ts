/**
 * What somebody wears on their face, from the aligned face alone: glasses, and anything before mouth and nose.
 *
 * Both are seen by their edges: a band of the face is cut into cells of 8 x 8 pixels, each tells how strong its edges run in six
 * directions, and a weighted sum of all cells says how likely it is. No brightness and no colour is looked at, so skin and light do
 * not matter. Weights, how they were learned and how often they are wrong: docs/models/worn.md.
 */
import {alignedFace, alignedSide} from './align.ts';
import type {Frame} from './frame.ts';
import type {Mesh} from './mesh.ts';
import {wornWeights, type LinearWeights, type WornThing} from './worn-weights.ts';

/** Columns and rows of the aligned face, in pixels; whole cells. */
export const wornBands: Record<WornThing, {left: number; right: number; top: number; bottom: number}> = {
  glasses: {left: 16, right: 96, top: 36, bottom: 76},
  covering: {left: 24, right: 88, top: 64, bottom: 104},
};
const cell = 8;
export const wornDirections = 6;

/** How likely each is worn, 0 to 1. */
export function readWorn(frame: Frame, mesh: Mesh): Record<WornThing, number> {
  const face = alignedFace(frame, mesh);
  const likely = (thing: WornThing): number => likelihood(edgesOf(face, thing), wornWeights[thing]);
  return {glasses: likely('glasses'), covering: likely('covering')};
}

/** Strength of the edges by cell and direction, row by row, of unit length together. `face` is RGB, 112 x 112. */
export function edgesOf(face: Float32Array, thing: WornThing): Float32Array {
  const {left, right, top, bottom} = wornBands[thing];
  const columns = (right - left) / cell;
  const edges = new Float32Array((columns * (bottom - top) * wornDirections) / cell);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const across = luma(face, x + 1, y) - luma(face, x - 1, y);
      const down = luma(face, x, y + 1) - luma(face, x, y - 1);
      // an edge from dark to light and one from light to dark run in the same direction
      const direction = (((Math.atan2(down, across) / Math.PI) % 1) + 1) % 1;
      const place = direction * wornDirections;
      const lower = Math.floor(place) % wornDirections;
      const at = (Math.floor((y - top) / cell) * columns + Math.floor((x - left) / cell)) * wornDirections;
      const strength = Math.hypot(across, down);
      const share = place - Math.floor(place);
      edges[at + lower] = (edges[at + lower] as number) + strength * (1 - share);
      const upper = at + ((lower + 1) % wornDirections);
      edges[upper] = (edges[upper] as number) + strength * share;
    }
  }
  return unit(edges.map(Math.sqrt));
}

function likelihood(edges: Float32Array, {bytes, scale, offset}: LinearWeights): number {
  const weights = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  if (weights.length !== edges.length) throw new Error(`Expected ${edges.length} weights, not ${weights.length}`);
  const signed = new Int8Array(weights.buffer);
  const sum = edges.reduce((total, edge, i) => total + edge * (signed[i] as number) * scale, offset);
  return 1 / (1 + Math.exp(-sum));
}

function luma(face: Float32Array, x: number, y: number): number {
  const at = 3 * (y * alignedSide + x);
  return 0.299 * (face[at] as number) + 0.587 * (face[at + 1] as number) + 0.114 * (face[at + 2] as number);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? vector.map((value) => value / length) : vector;
}
