/**
 * The outline of a card or an open page in a photograph: four straight borders with the proportions of an identity
 * document. Own code, a few tens of milliseconds; no OpenCV.
 *
 * Steps: edges at 400 px with their direction; straight lines by a Hough transform in which every edge votes along its own
 * direction only; every two parallel pairs that cross; the one whose four sides are best supported by edges.
 */
import type {GrayImage, Point} from '../image/gray.ts';
import {fitGray} from '../image/gray.ts';

export interface CardOutline {
  /** Clockwise from the corner nearest to the picture's top left, in pixels of the picture given. */
  quad: [Point, Point, Point, Point];
  /** Share of the outline that lies on edges, 0 to 1. */
  support: number;
}

const searchSide = 400;
const angleSteps = 180;
const rhoStep = 2;
const maxLines = 26;
/** Of the outline on edges: one side may be half lost against a pale table, the whole may not. */
const leastSideSupport = 0.42;
const leastSupport = 0.62;
/** Longer to shorter side: ID-1 is 1.586, a passport page and TD2 1.42; perspective stretches both. */
const aspects = {least: 1.27, most: 1.95};
/** How small a card may be in its picture. */
export interface CardSmallness {
  /** Its shortest side, as a share of the picture's. */
  side: number;
  /** Its share of the picture. */
  area: number;
}

/** A portrait on a scan that is cut to its page has straight borders too, and covers less. */
const smallest: CardSmallness = {side: 0.22, area: 0.18};
/** Where it costs nothing to be wrong: a document held at arm's length, or far down a table. */
export const farAway: CardSmallness = {side: 0.12, area: 0.05};

interface Edges {
  width: number;
  height: number;
  strength: Float32Array;
  /** Direction across the edge in steps of one degree, 0 to 179. */
  direction: Uint8Array;
  threshold: number;
}

/** x cos(angle) + y sin(angle) = rho. */
interface Line {
  /** Degrees, 0 to 179. */
  angle: number;
  rho: number;
  votes: number;
}

export function findCardOutline(image: GrayImage, least: CardSmallness = smallest): CardOutline | undefined {
  const small = fitGray(image, searchSide);
  if (Math.min(small.width, small.height) < 60) return undefined;
  const scale = image.width / small.width;
  const edges = findEdges(small);
  const pairs = parallelPairs(findLines(edges), edges, least.side);

  let best: {quad: CardOutline['quad']; support: number; score: number} | undefined;
  for (const [i, one] of pairs.entries()) {
    for (const other of pairs.slice(i + 1)) {
      const across = turnBetween(one[0].angle, other[0].angle);
      if (across < 68) continue;
      const quad = cornersOf(one, other);
      const shape = quad && judgeShape(quad, edges, least);
      if (!quad || shape === undefined) continue;
      const support = outlineSupport(quad, edges);
      const score = support + 0.25 * shape;
      if (support >= leastSupport && (!best || score > best.score)) best = {quad, support, score};
    }
  }
  if (!best) return undefined;
  const quad = best.quad.map(({x, y}) => ({x: x * scale, y: y * scale}));
  return {quad: clockwiseFromTopLeft(quad), support: best.support};
}

/** Below this no threshold lies, so nobody asks for the direction. */
const faintest = 4;

/** Sobel on a lightly smoothed picture; the threshold leaves about one pixel in eight. */
function findEdges(image: GrayImage): Edges {
  const {width, height} = image;
  const data = smooth(image);
  const strength = new Float32Array(width * height);
  const direction = new Uint8Array(width * height);
  const histogram = new Uint32Array(256);
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1, end = (y + 1) * width - 1; i < end; i++) {
      const fall = (data[i + width + 1] as number) - (data[i - width - 1] as number);
      const rise = (data[i - width + 1] as number) - (data[i + width - 1] as number);
      const dx = rise + fall + 2 * ((data[i + 1] as number) - (data[i - 1] as number));
      const dy = fall - rise + 2 * ((data[i + width] as number) - (data[i - width] as number));
      const value = Math.sqrt(dx * dx + dy * dy) / 4;
      strength[i] = value;
      const bin = Math.min(255, value | 0);
      histogram[bin] = (histogram[bin] as number) + 1;
      if (value > faintest) direction[i] = (Math.round((Math.atan2(dy, dx) * 180) / Math.PI) + 360) % 180;
    }
  }
  let left = width * height * 0.12;
  let threshold = 255;
  while (threshold > faintest && left > 0) left -= histogram[threshold--] ?? 0;
  return {width, height, strength, direction, threshold: Math.min(threshold, 24)};
}

/** Mean of three by three, rows first. */
function smooth({data, width, height}: GrayImage): Float32Array {
  const rows = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const here = data[i] as number;
      const before = x > 0 ? (data[i - 1] as number) : here;
      const after = x < width - 1 ? (data[i + 1] as number) : here;
      rows[i] = (before + here + after) / 3;
    }
  }
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? -width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      out[i] = ((rows[i + above] as number) + (rows[i] as number) + (rows[i + below] as number)) / 3;
    }
  }
  return out;
}

/** The strongest lines, none within four degrees and eight pixels of a stronger one. */
function findLines(edges: Edges): Line[] {
  const {width, height, strength, direction, threshold} = edges;
  const reach = Math.ceil(Math.hypot(width, height));
  const rhos = Math.ceil((2 * reach) / rhoStep) + 1;
  const votes = new Float32Array(angleSteps * rhos);
  const {cos, sin} = angleTable;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const value = strength[i] as number;
      if (value <= threshold) continue;
      // A strong edge is not worth more than a clear one: print is always stronger than a card's border.
      const weight = Math.min(value, 3 * threshold) / threshold;
      for (let turn = -3; turn <= 3; turn++) {
        const angle = ((direction[i] as number) + turn + angleSteps) % angleSteps;
        const rho = x * (cos[angle] as number) + y * (sin[angle] as number);
        const bin = angle * rhos + (((rho + reach) / rhoStep + 0.5) | 0);
        votes[bin] = (votes[bin] as number) + weight;
      }
    }
  }
  return pickPeaks(votes, rhos, reach);
}

function pickPeaks(votes: Float32Array, rhos: number, reach: number): Line[] {
  const candidates: Line[] = [];
  for (let angle = 0; angle < angleSteps; angle++) {
    for (let r = 1; r < rhos - 1; r++) {
      const at = angle * rhos + r;
      const value = votes[at] ?? 0;
      if (value < 40 || value < (votes[at - 1] ?? 0) || value < (votes[at + 1] ?? 0)) continue;
      candidates.push({angle, rho: r * rhoStep - reach, votes: value});
    }
  }
  candidates.sort((a, b) => b.votes - a.votes);
  const lines: Line[] = [];
  for (const line of candidates) {
    if (lines.length >= maxLines) break;
    if (!lines.some((other) => sameLine(line, other))) lines.push(line);
  }
  return lines;
}

function sameLine(a: Line, b: Line): boolean {
  // Across 0 and 180 degrees the same line has the opposite rho.
  const flipped = Math.abs(a.angle - b.angle) > 90;
  return turnBetween(a.angle, b.angle) <= 4 && Math.abs(a.rho - (flipped ? -b.rho : b.rho)) <= 8;
}

type Pair = [Line, Line];

function parallelPairs(lines: Line[], {width, height}: Edges, leastSide: number): Pair[] {
  const apart = leastSide * Math.min(width, height);
  const pairs: Pair[] = [];
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      if (turnBetween(a.angle, b.angle) > 14) continue;
      const flipped = Math.abs(a.angle - b.angle) > 90;
      if (Math.abs(a.rho - (flipped ? -b.rho : b.rho)) >= apart) pairs.push([a, b]);
    }
  }
  return pairs;
}

function cornersOf([a, b]: Pair, [c, d]: Pair): [Point, Point, Point, Point] | undefined {
  const [p0, p1, p2, p3] = [meet(a, c), meet(a, d), meet(b, d), meet(b, c)];
  return p0 && p1 && p2 && p3 ? [p0, p1, p2, p3] : undefined;
}

function meet(a: Line, b: Line): Point | undefined {
  const {cos, sin} = angleTable;
  const [ca = 0, sa = 0, cb = 0, sb = 0] = [cos[a.angle], sin[a.angle], cos[b.angle], sin[b.angle]];
  const det = ca * sb - cb * sa;
  if (Math.abs(det) < 0.2) return undefined;
  return {x: (a.rho * sb - b.rho * sa) / det, y: (b.rho * ca - a.rho * cb) / det};
}

/** Share of the picture that it covers, where it could be a document at all: inside the frame, of the right proportions. */
function judgeShape(quad: Point[], {width, height}: Edges, least: CardSmallness): number | undefined {
  const margin = 0.02 * Math.max(width, height);
  if (quad.some(({x, y}) => x < -margin || y < -margin || x > width + margin || y > height + margin)) return undefined;
  const sides = quad.map((from, i) => distance(from, quad[(i + 1) % 4] ?? from));
  const [a = 0, b = 0, c = 0, d = 0] = sides;
  if (Math.min(...sides) < least.side * Math.min(width, height)) return undefined;
  if (Math.max(a / c, c / a, b / d, d / b) > 1.35) return undefined;
  const aspect = (a + c) / (b + d);
  const ratio = Math.max(aspect, 1 / aspect);
  if (ratio < aspects.least || ratio > aspects.most) return undefined;
  const area = (((a + c) / 2) * ((b + d) / 2)) / (width * height);
  return area < least.area ? undefined : area;
}

/** Of a quadrilateral whose opposite sides are about parallel, in square pixels. */
export function areaOf([p0, p1, p2, p3]: CardOutline['quad']): number {
  return (distance(p0, p1) + distance(p3, p2)) * (distance(p0, p3) + distance(p1, p2)) * 0.25;
}

/** Share of points along the four sides with an edge that runs the side's way; 0 where one side has too few. */
function outlineSupport(quad: Point[], edges: Edges): number {
  let sum = 0;
  for (const [i, from] of quad.entries()) {
    const share = sideSupport(from, quad[(i + 1) % 4] ?? from, edges);
    if (share < leastSideSupport) return 0;
    sum += share;
  }
  return sum / 4;
}

function sideSupport(from: Point, to: Point, {width, height, strength, direction, threshold}: Edges): number {
  const steps = 48;
  const normal = (Math.round((Math.atan2(to.x - from.x, from.y - to.y) * 180) / Math.PI) + 360) % 180;
  const [nx, ny] = [angleTable.cos[normal] ?? 0, angleTable.sin[normal] ?? 0];
  let hits = 0;
  // Corners are rounded, so the ends do not count.
  for (let step = 0; step < steps; step++) {
    const t = 0.06 + (0.88 * (step + 0.5)) / steps;
    for (let off = -2; off <= 2; off++) {
      const x = Math.round(from.x + (to.x - from.x) * t + nx * off);
      const y = Math.round(from.y + (to.y - from.y) * t + ny * off);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const i = y * width + x;
      if ((strength[i] ?? 0) <= threshold || turnBetween(direction[i] ?? 0, normal) > 12) continue;
      hits++;
      break;
    }
  }
  return hits / steps;
}

const angleTable = {
  cos: Float64Array.from({length: angleSteps}, (_, i) => Math.cos((i * Math.PI) / 180)),
  sin: Float64Array.from({length: angleSteps}, (_, i) => Math.sin((i * Math.PI) / 180)),
};

/** Between two directions in degrees modulo a half turn, 0 to 90. */
function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 180;
  return Math.min(turn, 180 - turn);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function clockwiseFromTopLeft(quad: Point[]): CardOutline['quad'] {
  const centre = {x: quad.reduce((sum, p) => sum + p.x, 0) / 4, y: quad.reduce((sum, p) => sum + p.y, 0) / 4};
  const around = (p: Point) => Math.atan2(p.y - centre.y, p.x - centre.x);
  const sorted = [...quad].sort((a, b) => around(a) - around(b));
  const nearest = sorted.reduce(
    (best, p, i) => (p.x + p.y < (sorted[best]?.x ?? 0) + (sorted[best]?.y ?? 0) ? i : best),
    0,
  );
  const at = (i: number): Point => sorted[(nearest + i) % 4] ?? centre;
  return [at(0), at(1), at(2), at(3)];
}
