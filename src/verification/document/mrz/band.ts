/**
 * Finds where a machine-readable zone may stand: two or three parallel, equally long bands of small dark marks.
 * A classic chain on grey values, no model, no canvas: black-hat along rows (narrow dark strokes) -> horizontal gradient
 * -> closing along the line, so that characters join -> threshold -> connected bands -> pairs and triples.
 */
import {
  cornersOf,
  resizeGray,
  turnGray,
  turnGrayBy,
  type GrayImage,
  type Point,
  type TurnedRect,
} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import {close, hatGradient, open, otsuThreshold} from './morphology.ts';
import {openSimd} from './simd/simd.ts';

/** One pass of the detector; sizes in pixels of the picture after it was brought to `side`. */
export interface BandPass {
  /** Longer side in pixels the picture is brought to (at most doubled). */
  side: number;
  /** Window (odd) that joins characters along a line. */
  join: number;
  /** Window (odd) of the black-hat: wider than a stroke. */
  blackhat: number;
}

/** Passes worth trying, cheapest first: the first finds nearly all, the others small, sparse and very large print. */
export const bandPasses = [
  {side: 600, join: 19, blackhat: 11},
  {side: 1000, join: 25, blackhat: 17},
  {side: 1000, join: 41, blackhat: 17},
  {side: 1600, join: 31, blackhat: 21},
] as const satisfies readonly BandPass[];

/** A band of marks in pixels of the given picture: centre, angle (radians), length along and height across. */
export interface MrzBand {
  cx: number;
  cy: number;
  angle: number;
  length: number;
  height: number;
  /** Share of its rectangle that is marked, 0 to 1. */
  fill: number;
}

export interface MrzZone {
  /** Two or three, top to bottom. */
  lines: MrzBand[];
  /** Distance from line to line, in pixels. */
  gap: number;
  length: number;
  /** Length over gap: about 14 for TD1 and 20 for two-line documents. */
  ratio: number;
  /** Larger is likelier; roughly the length times how alike the lines are. */
  score: number;
  /** The zone with a little air around: top left, top right, bottom right, bottom left as the text reads. */
  quad: [Point, Point, Point, Point];
  /** The upright rectangle around it, in pixels. */
  region: PixelBox;
}

/** Zones by score, best first; empty when nothing looks like one. */
export function findMrzZones(
  image: GrayImage,
  options: {passes?: readonly BandPass[]; limit?: number} = {},
): MrzZone[] {
  const passes = options.passes ?? bandPasses.slice(0, 1);
  const finder = new BandFinder(image);
  const bands = passes.flatMap((pass) => finder.find(pass));
  return groupBands(bands, options.limit ?? 6);
}

/** Bands of one pass, in pixels of `image`. */
export function findBands(image: GrayImage, pass: BandPass): MrzBand[] {
  return new BandFinder(image).find(pass);
}

/** How a picture is turned for looking: by clockwise quarters, then by an angle (radians). */
export interface Turn {
  quarters: 0 | 1;
  angle: number;
}

export const noTurn: Turn = {quarters: 0, angle: 0};

/** Finds bands in one picture pass after pass; only shrunken copies are turned, and passes of one size share the costly first half. */
export class BandFinder {
  private readonly image: GrayImage;
  private readonly small = new Map<number, GrayImage>();
  private readonly strokes = new Map<string, GrayImage>();

  constructor(image: GrayImage) {
    this.image = image;
  }

  /** In pixels of the picture as it was given, whatever the turn. */
  find(pass: BandPass, turn: Turn = noTurn): MrzBand[] {
    const small = this.shrunken(pass.side);
    const strokes = this.strokesOf(small, pass, turn);
    const scale = this.scaleTo(pass.side);
    const back = turnBack(small, strokes, turn);
    return traceBands(joinStrokes(strokes, pass.join)).map((band) => {
      const {x, y} = back(band.cx, band.cy);
      const angle = band.angle + turn.angle - (turn.quarters * Math.PI) / 2;
      return {
        cx: x / scale,
        cy: y / scale,
        angle,
        length: band.length / scale,
        height: band.height / scale,
        fill: band.fill,
      };
    });
  }

  private shrunken(side: number): GrayImage {
    const known = this.small.get(side);
    if (known) return known;
    const made = resizeGray(this.image, this.scaleTo(side));
    this.small.set(side, made);
    return made;
  }

  private scaleTo(side: number): number {
    return Math.min(2, side / Math.max(this.image.width, this.image.height));
  }

  private strokesOf(small: GrayImage, {side, blackhat}: BandPass, {quarters, angle}: Turn): GrayImage {
    const key = `${side}/${blackhat}/${quarters}/${angle}`;
    const known = this.strokes.get(key);
    if (known) return known;
    const upright = turnGray(small, quarters);
    const made = markStrokes(angle === 0 ? upright : turnGrayBy(upright, angle), blackhat);
    this.strokes.set(key, made);
    return made;
  }
}

/** From a place in the turned copy to the same place in the copy as it was. */
function turnBack(small: GrayImage, turned: GrayImage, {quarters, angle}: Turn): (x: number, y: number) => Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const [width, height] = quarters === 1 ? [small.height, small.width] : [small.width, small.height];
  return (x, y) => {
    const u = x - turned.width / 2;
    const v = y - turned.height / 2;
    const upright = {x: width / 2 + u * cos - v * sin, y: height / 2 + u * sin + v * cos};
    return quarters === 1 ? {x: upright.y, y: small.height - upright.x} : upright;
  };
}

/**
 * Bright where dark detail on any background changes from left to right. The closing runs along rows only: strokes are narrow,
 * rulings and frames are not and drop out, and it costs half of a square window.
 */
function markStrokes({data, width, height}: GrayImage, window: number): GrayImage {
  const closed = close(data, width, height, {x: window, y: 1});
  return {data: hatGradient(data, closed, width, openSimd()), width, height};
}

/** Bright where strokes stand close together in a row. */
function joinStrokes({data, width, height}: GrayImage, join: number): GrayImage {
  const joined = close(data, width, height, {x: join, y: 1});
  return {data: open(joined, width, height, {x: join, y: 5}), width, height};
}

/** Bands shorter than this share of the picture's width, or less than 7 times as long as high, are no MRZ line. */
const minLengthShare = 0.2;
const minSlenderness = 7;
/** About 34 degrees; steeper text is met by turning the picture. */
const maxAngle = 0.6;

function traceBands({data: marks, width, height}: GrayImage): MrzBand[] {
  const threshold = Math.max(14, otsuThreshold(marks) * 0.8);
  // A rim of unmarked pixels around, so that the flood needs no look at the borders.
  const stride = width + 2;
  const marked = new Uint8Array(stride * (height + 2));
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const to = (y + 1) * stride + 1;
    for (let x = 0; x < width; x++) if ((marks[row + x] as number) > threshold) marked[to + x] = 1;
  }
  const queue = new Int32Array(width * height);
  const bands: MrzBand[] = [];
  for (let start = stride + 1, end = marked.length - stride; start < end; start++) {
    if (marked[start] === 0) continue;
    const count = flood(marked, queue, stride, start);
    if (count < width * 0.6) continue;
    const band = fitBand(queue, count, stride);
    if (!band || band.length < width * minLengthShare) continue;
    if (band.length / band.height < minSlenderness || Math.abs(band.angle) > maxAngle) continue;
    bands.push({...band, cx: band.cx - 1, cy: band.cy - 1});
  }
  return bands;
}

/** Collects the connected marks from `start` into `queue` and unmarks them; returns how many. */
function flood(marked: Uint8Array, queue: Int32Array, stride: number, start: number): number {
  let count = 1;
  queue[0] = start;
  marked[start] = 0;
  for (let done = 0; done < count; done++) {
    const at = queue[done] as number;
    if (marked[at - 1] === 1) {
      marked[at - 1] = 0;
      queue[count++] = at - 1;
    }
    if (marked[at + 1] === 1) {
      marked[at + 1] = 0;
      queue[count++] = at + 1;
    }
    if (marked[at - stride] === 1) {
      marked[at - stride] = 0;
      queue[count++] = at - stride;
    }
    if (marked[at + stride] === 1) {
      marked[at + stride] = 0;
      queue[count++] = at + stride;
    }
  }
  return count;
}

/** The deviation along a rectangle over the one across is its slenderness; a blob far below cannot become a line by trimming. */
const hopelessSlenderness = 3.5;

/**
 * The main axis by second moments; the height leaves out the outer 3 % on each side, where specks hang on.
 * Undefined for what is far from slender (a bar code, a portrait), before the costly part.
 */
function fitBand(pixels: Int32Array, count: number, width: number): MrzBand | undefined {
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (let i = 0; i < count; i++) {
    const at = pixels[i] as number;
    const x = at % width;
    const y = (at / width) | 0;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  const cx = sx / count;
  const cy = sy / count;
  const varX = sxx / count - cx * cx;
  const varY = syy / count - cy * cy;
  const both = sxy / count - cx * cy;
  const apart = Math.hypot(varX - varY, 2 * both);
  if (varX + varY + apart < hopelessSlenderness ** 2 * (varX + varY - apart)) return undefined;
  const angle = 0.5 * Math.atan2(2 * both, varX - varY);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let u0 = Infinity;
  let u1 = -Infinity;
  const across = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const at = pixels[i] as number;
    const x = (at % width) - cx;
    const y = ((at / width) | 0) - cy;
    const u = x * cos + y * sin;
    if (u < u0) u0 = u;
    if (u > u1) u1 = u;
    across[i] = y * cos - x * sin;
  }
  across.sort();
  const v0 = across[Math.floor(count * 0.03)] ?? 0;
  const v1 = across[Math.floor(count * 0.97)] ?? 0;
  const length = u1 - u0;
  const height = Math.max(3, v1 - v0);
  const u = (u0 + u1) / 2;
  const v = (v0 + v1) / 2;
  return {
    cx: cx + u * cos - v * sin,
    cy: cy + u * sin + v * cos,
    angle,
    length,
    height,
    fill: count / (length * height),
  };
}

/** Pairs and triples of parallel, aligned bands of like length, doubles left out. */
export function groupBands(bands: readonly MrzBand[], limit = 6): MrzZone[] {
  const zones: MrzZone[] = [];
  for (const first of bands) {
    for (const second of bands) {
      const gap = gapBetween(first, second);
      if (gap === undefined) continue;
      zones.push(makeZone([first, second], gap));
      for (const third of bands) {
        const next = third === first ? undefined : gapBetween(second, third);
        if (next === undefined || Math.abs(next - gap) >= 0.35 * gap) continue;
        zones.push(makeZone([first, second, third], (gap + next) / 2));
      }
    }
  }
  const kept: MrzZone[] = [];
  for (const zone of zones.sort((a, b) => b.score - a.score)) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => sameZone(other, zone, 0.5, 0.1))) kept.push(zone);
  }
  return kept;
}

/** Whether two zones are one: as many lines, first lines nearer than `near` gaps, lengths differing by less than `alike`. */
export function sameZone(a: MrzZone, b: MrzZone, near: number, alike: number): boolean {
  const [p, q] = [a.lines[0], b.lines[0]];
  if (!p || !q || a.lines.length !== b.lines.length) return false;
  return Math.hypot(p.cx - q.cx, p.cy - q.cy) < b.gap * near && Math.abs(a.length - b.length) < alike * b.length;
}

/** The distance from `a` down to `b` when they can be neighbouring lines, in pixels. */
function gapBetween(a: MrzBand, b: MrzBand): number | undefined {
  if (a === b || Math.abs(a.angle - b.angle) >= 0.07) return undefined;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) / longer <= 0.72) return undefined;
  const cos = Math.cos(a.angle);
  const sin = Math.sin(a.angle);
  const along = (b.cx - a.cx) * cos + (b.cy - a.cy) * sin;
  const down = (b.cy - a.cy) * cos - (b.cx - a.cx) * sin;
  const height = (a.height + b.height) / 2;
  if (Math.abs(along) >= 0.16 * longer || down <= height * 0.9) return undefined;
  if (down >= Math.max(height * 4, longer * 0.11) || down <= longer * 0.02 || down >= longer * 0.14) return undefined;
  return down;
}

function makeZone(lines: MrzBand[], gap: number): MrzZone {
  const length = Math.max(...lines.map((line) => line.length));
  const shortest = Math.min(...lines.map((line) => line.length));
  const fill = Math.min(1, ...lines.map((line) => line.fill * 1.4));
  const score = length * (shortest / length) * (lines.length === 3 ? 1.25 : 1) * fill;
  const quad = cornersOf(zoneRect(lines, gap));
  return {lines, gap, length, ratio: length / gap, score, quad, region: boxAround(quad)};
}

/** The same zone with its lines longer at both ends, in pixels along their direction. */
export function widenZone({lines, gap}: MrzZone, before: number, after: number): MrzZone {
  const shift = (after - before) / 2;
  const longer = lines.map((line) => ({
    ...line,
    cx: line.cx + shift * Math.cos(line.angle),
    cy: line.cy + shift * Math.sin(line.angle),
    length: line.length + before + after,
  }));
  return makeZone(longer, gap);
}

/** The zone's own rectangle, turned as its lines are, with half a line of air. */
export function zoneRect(lines: readonly MrzBand[], gap: number): TurnedRect {
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  const angle = lines.reduce((sum, line) => sum + line.angle * line.length, 0) / total;
  const {start, end} = extentAlong(lines, angle);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const v = lines.reduce((sum, line) => sum + line.cy * cos - line.cx * sin, 0) / lines.length;
  const u = (start + end) / 2;
  return {
    cx: u * cos - v * sin,
    cy: u * sin + v * cos,
    width: end - start + gap * 0.8,
    height: gap * (lines.length - 1) + Math.max(...lines.map((line) => line.height)) + gap * 0.5,
    angle,
  };
}

/** Where the lines begin and end along the direction `angle`, from the origin of the picture. */
export function extentAlong(lines: readonly MrzBand[], angle: number): {start: number; end: number} {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let start = Infinity;
  let end = -Infinity;
  for (const line of lines) {
    const u = line.cx * cos + line.cy * sin;
    start = Math.min(start, u - line.length / 2);
    end = Math.max(end, u + line.length / 2);
  }
  return {start, end};
}

export function boxAround(points: readonly Point[]): PixelBox {
  const left = Math.min(...points.map((p) => p.x));
  const top = Math.min(...points.map((p) => p.y));
  const right = Math.max(...points.map((p) => p.x));
  const bottom = Math.max(...points.map((p) => p.y));
  return {x: left, y: top, width: right - left, height: bottom - top};
}
