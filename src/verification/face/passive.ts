/**
 * Whether one frame looks like a living face or like a picture of one, by MiniFASNet. One signal among others: alone it lets one attack
 * in five through.
 *
 * The net wants blue, green, red in this order, bytes as floats, the face's box 2.7 times as large, and its first class is "live";
 * fed red first, as the package it comes from does, it is markedly worse (AUC 0.89 against 0.95).
 */
import type {OnnxNet} from '../onnx-session.node.ts';
import {contextBox, squeezed} from './align.ts';
import type {Frame} from './frame.ts';
import type {Mesh} from './mesh.ts';
import {toPlanes} from './warp.ts';

const side = 128;
/** Without the surroundings the edge of a sheet or a screen is out of sight, and the net is blind. */
const context = 2.7;

export interface PassiveScore {
  /** 0 (attack) to 1 (live). */
  score: number;
  /** The face stands so large or so near to the border that the surroundings had to be cut. */
  clamped: boolean;
}

export async function passiveScore(net: Pick<OnnxNet, 'run'>, frame: Frame, mesh: Mesh): Promise<PassiveScore> {
  const {box, clamped} = contextBox(frame, mesh, context);
  const planes = toPlanes(squeezed(frame, box, side), side, [2, 1, 0]);
  const {data} = await net.run(planes, [1, 3, side, side]);
  return {score: softmaxFirst(data), clamped};
}

function softmaxFirst(logits: Float32Array): number {
  const largest = Math.max(...logits);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - largest);
  return Math.exp((logits[0] ?? 0) - largest) / sum;
}
