/**
 * Whether a document lies in the guide: looks for a long straight step of brightness near each side of it. A document is a
 * rectangle that the person is told to put there, so nothing needs to be searched elsewhere; this costs a millisecond.
 */
import type {GrayImage} from '../../verification/image/gray.ts';
import type {PixelBox} from '../../verification/image/quality.ts';

export interface Outline {
  /** How many of the four sides were found. */
  sides: number;
  /** Width and height of what was found over those of the guide, the smaller of the two; undefined without two opposite sides. */
  fill: number | undefined;
}

/** Stretches of a side that are looked at by themselves; a tilted edge moves from one to the next. */
const stretches = 9;
/** How far from the guide's line an edge may be, as a share of the guide's size across. */
const outward = 0.14;
const inward = 0.3;
/** Step of brightness over four pixels that may be an edge. */
const step = 10;

export function findOutline(image: GrayImage, guide: PixelBox): Outline {
  const top = findSide(image, guide, 'top');
  const bottom = findSide(image, guide, 'bottom');
  const left = findSide(image, guide, 'left');
  const right = findSide(image, guide, 'right');
  const height = top !== undefined && bottom !== undefined ? (bottom - top) / guide.height : undefined;
  const width = left !== undefined && right !== undefined ? (right - left) / guide.width : undefined;
  const fills = [width, height].filter((one) => one !== undefined);
  return {
    sides: [top, bottom, left, right].filter((one) => one !== undefined).length,
    fill: fills.length ? Math.min(...fills) : undefined,
  };
}

type Side = 'top' | 'bottom' | 'left' | 'right';

/** Where the edge stands (pixels, in the middle of the side), or undefined. */
function findSide(image: GrayImage, guide: PixelBox, side: Side): number | undefined {
  const across = side === 'top' || side === 'bottom';
  const begin = across ? guide.y : guide.x;
  const size = across ? guide.height : guide.width;
  const first = side === 'top' || side === 'left';
  const line = first ? begin : begin + size;
  const from = Math.max(2, Math.round(line - size * (first ? outward : inward)));
  const to = Math.min((across ? image.height : image.width) - 3, Math.round(line + size * (first ? inward : outward)));
  const along = across ? guide.x : guide.y;
  const length = across ? guide.width : guide.height;
  // The corners are rounded: leave 10 % at both ends.
  const stretch = (length * 0.8) / stretches;
  const found: {x: number; at: number}[] = [];
  for (let n = 0; n < stretches; n++) {
    const start = Math.round(along + length * 0.1 + n * stretch);
    const at = strongestStep(image, {across, start, end: Math.round(start + stretch), from, to});
    if (at !== undefined) found.push({x: n, at});
  }
  return straightThrough(found, size);
}

interface Strip {
  across: boolean;
  /** Along the side, in pixels. */
  start: number;
  end: number;
  /** Across it. */
  from: number;
  to: number;
}

function strongestStep(image: GrayImage, {across, start, end, from, to}: Strip): number | undefined {
  const limit = across ? image.width : image.height;
  const first = Math.max(0, start);
  const last = Math.min(limit, end);
  if (last - first < 4 || to - from < 4) return undefined;
  const mean = (at: number): number => {
    let sum = 0;
    for (let i = first; i < last; i++) {
      sum += image.data[across ? at * image.width + i : i * image.width + at] ?? 0;
    }
    return sum / (last - first);
  };
  const profile: number[] = [];
  for (let at = from - 2; at <= to + 2; at++) profile.push(mean(at));
  let best = step;
  let where: number | undefined;
  for (let i = 2; i < profile.length - 2; i++) {
    const change = Math.abs((profile[i + 2] ?? 0) - (profile[i - 2] ?? 0));
    if (change <= best) continue;
    best = change;
    where = from - 2 + i;
  }
  return where;
}

/** The line through most points (each pair tried); it counts when two thirds of the stretches lie on it and it tilts below 10 degrees. */
function straightThrough(points: readonly {x: number; at: number}[], size: number): number | undefined {
  const tolerance = Math.max(3, size * 0.02);
  let best = 0;
  let middle: number | undefined;
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 2; j < points.length; j++) {
      const a = points[i];
      const b = points[j];
      if (!a || !b) continue;
      const slope = (b.at - a.at) / (b.x - a.x);
      if (Math.abs(slope * stretches) > size * 0.25) continue;
      const on = points.filter(({x, at}) => Math.abs(a.at + slope * (x - a.x) - at) <= tolerance).length;
      if (on <= best) continue;
      best = on;
      middle = a.at + slope * ((stretches - 1) / 2 - a.x);
    }
  }
  return best >= Math.ceil(stretches * 0.66) ? middle : undefined;
}
