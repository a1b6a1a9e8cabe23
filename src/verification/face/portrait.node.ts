/** The portrait on a document: the largest face on it, looked for on the whole side and then in overlapping parts of it. */
import type {Box, Frame} from './frame.ts';
import type {Detection} from './detect.ts';
import {largestOf} from './measure-frame.node.ts';
import {detectFaces, meshOfDetection, type FaceNets} from './nets.ts';
import type {Mesh} from './mesh.ts';

export interface Portrait {
  detection: Detection;
  mesh: Mesh;
  frame: Frame;
}

/** A portrait is small on a page: where the whole shows nothing (the detector misses faces below a twelfth), parts of it may. */
const leastScore = 0.6;
/** Surely a face: the parts that are left need not be looked at. */
const sureScore = 0.8;

export async function findPortrait(nets: FaceNets, frame: Frame): Promise<Portrait | undefined> {
  const whole = largestOf(await detectFaces(nets, frame, leastScore));
  const detection = whole ?? largestOf(await detectInParts(nets, frame));
  if (!detection) return undefined;
  const {mesh, presence} = await meshOfDetection(nets, frame, detection);
  return presence < 0.5 ? undefined : {detection, mesh, frame};
}

async function detectInParts(nets: FaceNets, frame: Frame): Promise<Detection[]> {
  const found: Detection[] = [];
  for (const part of partsOf(frame)) {
    for (const one of await detectFaces(nets, cut(frame, part), leastScore)) found.push(moved(one, part));
    if (found.some(({score}) => score >= sureScore)) break;
  }
  return found;
}

/** Squares of half the longer side, each overlapping its neighbours by half. */
function partsOf({width, height}: Frame): Box[] {
  const side = Math.min(Math.ceil(Math.max(width, height) / 2), width, height);
  const starts = (length: number): number[] => {
    const steps = Math.max(1, Math.ceil((length - side) / (side / 2)));
    return length <= side ? [0] : Array.from({length: steps + 1}, (_, i) => Math.round((i * (length - side)) / steps));
  };
  return starts(height).flatMap((y) => starts(width).map((x) => ({x, y, width: side, height: side})));
}

function cut({data, width, channels}: Frame, box: Box): Frame {
  const out = new Uint8Array(box.width * box.height * channels);
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * width + box.x) * channels;
    out.set(data.subarray(from, from + box.width * channels), row * box.width * channels);
  }
  return {data: out, width: box.width, height: box.height, channels};
}

function moved({score, box, points}: Detection, by: Box): Detection {
  return {
    score,
    box: {...box, x: box.x + by.x, y: box.y + by.y},
    points: points.map(({x, y}) => ({x: x + by.x, y: y + by.y})),
  };
}
