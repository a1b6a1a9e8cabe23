/**
 * Finds faces: letterbox to 128 x 128 -> BlazeFace short range -> boxes with six points, overlapping ones merged.
 *
 * The net answers 896 anchors of 17 numbers: a logit, then centre and size of the box and six points, all as offsets from the
 * anchor in pixels of the 128 px input. Anchors: 16 x 16 cells with two each, then 8 x 8 cells with six each.
 * Faces below about 8 % of the frame's width are missed: give it the portrait's zone of a document, not the whole page.
 */
import {overlap, type Box, type Frame, type Point} from './frame.ts';
import {cropSquare} from './warp.ts';

/** Side of the net's input, in pixels. */
export const detectorSide = 128;
const anchorLayers = [
  [16, 2],
  [8, 6],
] as const;
const numbersPerAnchor = 17;
const pointCount = 6;
/** Boxes that overlap more are the same face. */
const sameFace = 0.3;

export interface Detection {
  /** From 0 to 1; faces are shown from 0.5 on. */
  score: number;
  /** From the brows to the chin, ears excluded. */
  box: Box;
  /** The image's left eye, its right eye, nose tip, mouth, and the two ears. */
  points: Point[];
}

/** Where the letterboxed frame stands in the input. */
interface Letterbox {
  scale: number;
  left: number;
  top: number;
}

/** RGB from -1 to 1, 128 x 128 x 3. */
export function detectorInput(frame: Frame): Float32Array {
  const {scale, left, top} = letterbox(frame);
  return cropSquare(frame, [scale, 0, left, 0, scale, top], {side: detectorSide, scale: 1 / 127.5, offset: -1});
}

/** The net's raw output as faces of the frame, best first. */
export function decodeDetections(
  raw: Float32Array,
  frame: {width: number; height: number},
  leastScore = 0.5,
): Detection[] {
  const place = letterbox(frame);
  const found: Detection[] = [];
  for (const [i, anchor] of anchors.entries()) {
    const score = sigmoid(raw[i * numbersPerAnchor] as number);
    if (score >= leastScore) found.push(decodeOne(raw, i * numbersPerAnchor + 1, {score, anchor, place}));
  }
  found.sort((a, b) => b.score - a.score);
  const kept: Detection[] = [];
  for (const one of found) if (kept.every(({box}) => overlap(box, one.box) <= sameFace)) kept.push(one);
  return kept;
}

function decodeOne(
  raw: Float32Array,
  at: number,
  {score, anchor, place}: {score: number; anchor: Point; place: Letterbox},
): Detection {
  const pointAt = (offset: number): Point => ({
    x: ((raw[at + offset] as number) + anchor.x * detectorSide - place.left) / place.scale,
    y: ((raw[at + offset + 1] as number) + anchor.y * detectorSide - place.top) / place.scale,
  });
  const centre = pointAt(0);
  const width = (raw[at + 2] as number) / place.scale;
  const height = (raw[at + 3] as number) / place.scale;
  const points: Point[] = [];
  for (let k = 0; k < pointCount; k++) points.push(pointAt(4 + 2 * k));
  return {score, box: {x: centre.x - width / 2, y: centre.y - height / 2, width, height}, points};
}

function letterbox({width, height}: {width: number; height: number}): Letterbox {
  const scale = detectorSide / Math.max(width, height);
  return {scale, left: (detectorSide - width * scale) / 2, top: (detectorSide - height * scale) / 2};
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Middles of the cells, 0 to 1. */
const anchors: readonly Point[] = anchorLayers.flatMap(([cells, each]) => {
  const layer: Point[] = [];
  for (let y = 0; y < cells; y++)
    for (let x = 0; x < cells; x++)
      for (let k = 0; k < each; k++) layer.push({x: (x + 0.5) / cells, y: (y + 0.5) / cells});
  return layer;
});
