/**
 * Where a stacked bar code lies in a picture, and at what angle, by its texture: thousands of strong edges that all
 * run the same way. Needs no card outline, so it works on a card held in a hand or cut by the frame.
 *
 * Steps: structure tensor per cell; the commonest edge direction among strong, coherent cells; the largest patch of
 * cells that share it; its extent along that direction.
 */
import type {GrayImage, Point, TurnedRect} from '../image/gray.ts';
import {fitGray} from '../image/gray.ts';

/** Longer side at which texture is looked for: the bars of a card that fills a third of the frame are still apart. */
const searchSide = 1280;
const cellSize = 16;
/** Mean squared gradient below which a cell is plain background, on a scale where a black-white step is about 65,000. */
const leastEnergy = 1500;
/** 0 = edges in all directions, 1 = all the same. Text lies near 0.3, bars above 0.5 even when blurred. */
const leastCoherence = 0.4;
const angleTolerance = (14 * Math.PI) / 180;
/** Fewer cells than this are not a bar code that could be read. */
const leastCells = 12;

export interface BarcodePlace {
  /** Upright along the bars' own direction. */
  rect: TurnedRect;
  /** Its outline with perspective: top left, top right, bottom right, bottom left, up to a half turn. */
  quad: [Point, Point, Point, Point];
}

/** A point in coordinates along (u) and across (v) the rows. */
interface Turned {
  u: number;
  v: number;
}

interface Line {
  slope: number;
  offset: number;
}

interface Cells {
  columns: number;
  rows: number;
  energy: Float64Array;
  coherence: Float64Array;
  /** Direction across the bars, modulo a half turn, in radians. */
  angle: Float64Array;
}

/** Largest first; at most two, since a portrait or a fingerprint pattern can outshine the bars. */
export function locateBarcodes(image: GrayImage): BarcodePlace[] {
  const small = fitGray(image, searchSide);
  const scale = image.width / small.width;
  const cells = measureCells(small);
  const strong = Array.from(
    cells.energy,
    (energy, i) => energy > leastEnergy && (cells.coherence[i] ?? 0) > leastCoherence,
  );

  return joinPatches(cells, strong)
    .filter((patch) => patch.length >= leastCells)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map((patch) => boundPatch(cells, patch, scale));
}

function measureCells({data, width, height}: GrayImage): Cells {
  const columns = Math.floor(width / cellSize);
  const rows = Math.floor(height / cellSize);
  const count = columns * rows;
  const xx = new Float64Array(count);
  const yy = new Float64Array(count);
  const xy = new Float64Array(count);
  for (let y = 1; y < rows * cellSize - 1; y++) {
    for (let x = 1; x < columns * cellSize - 1; x++) {
      const i = y * width + x;
      const dx = (data[i + 1] ?? 0) - (data[i - 1] ?? 0);
      const dy = (data[i + width] ?? 0) - (data[i - width] ?? 0);
      const cell = Math.floor(y / cellSize) * columns + Math.floor(x / cellSize);
      xx[cell] = (xx[cell] ?? 0) + dx * dx;
      yy[cell] = (yy[cell] ?? 0) + dy * dy;
      xy[cell] = (xy[cell] ?? 0) + dx * dy;
    }
  }
  const energy = new Float64Array(count);
  const coherence = new Float64Array(count);
  const angle = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [a = 0, b = 0, c = 0] = [xx[i], yy[i], xy[i]];
    energy[i] = (a + b) / (cellSize * cellSize);
    coherence[i] = a + b > 0 ? Math.hypot(a - b, 2 * c) / (a + b) : 0;
    angle[i] = 0.5 * Math.atan2(2 * c, a - b);
  }
  return {columns, rows, energy, coherence, angle};
}

/** Neighbours (also two apart, over a bent or glaring spot) that share a direction. */
function joinPatches(cells: Cells, strong: boolean[]): number[][] {
  const {columns, rows, angle} = cells;
  const taken = strong.map((one) => !one);
  const patches: number[][] = [];
  for (let start = 0; start < strong.length; start++) {
    if (taken[start]) continue;
    taken[start] = true;
    const patch = [start];
    for (const at of patch) {
      const [column, row] = [at % columns, Math.floor(at / columns)];
      for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++) {
        for (let x = Math.max(0, column - 2); x <= Math.min(columns - 1, column + 2); x++) {
          const next = y * columns + x;
          if (taken[next] || turnBetween(angle[at] ?? 0, angle[next] ?? 0) > angleTolerance) continue;
          taken[next] = true;
          patch.push(next);
        }
      }
    }
    patches.push(patch);
  }
  return patches;
}

function boundPatch({columns, energy, angle}: Cells, patch: number[], scale: number): BarcodePlace {
  // Directions repeat after a half turn, so they are averaged at twice the angle.
  let cos2 = 0;
  let sin2 = 0;
  for (const cell of patch) {
    cos2 += (energy[cell] ?? 0) * Math.cos(2 * (angle[cell] ?? 0));
    sin2 += (energy[cell] ?? 0) * Math.sin(2 * (angle[cell] ?? 0));
  }
  const turn = 0.5 * Math.atan2(sin2, cos2);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const centres = patch.map((cell) => {
    const x = ((cell % columns) + 0.5) * cellSize;
    const y = (Math.floor(cell / columns) + 0.5) * cellSize;
    return {u: x * cos + y * sin, v: y * cos - x * sin};
  });
  const outline = fitOutline(centres);
  const back = ({u, v}: Turned): Point => ({x: (u * cos - v * sin) * scale, y: (u * sin + v * cos) * scale});
  const [p0, p1, p2, p3] = outline;
  const quad: BarcodePlace['quad'] = [back(p0), back(p1), back(p2), back(p3)];
  const centre = {x: mean(quad.map((p) => p.x)), y: mean(quad.map((p) => p.y))};
  const width = ((p1.u + p2.u - p0.u - p3.u) / 2) * scale;
  const height = ((p2.v + p3.v - p0.v - p1.v) / 2) * scale;
  return {rect: {cx: centre.x, cy: centre.y, width, height, angle: turn}, quad};
}

/** Straight lines through the four borders of the patch, and where they meet: top left, top right, bottom right, bottom left. */
function fitOutline(points: Turned[]): [Turned, Turned, Turned, Turned] {
  const half = cellSize / 2;
  const flip = points.map(({u, v}) => ({u: v, v: u}));
  const top = fitBorder(points, -1, -half);
  const bottom = fitBorder(points, 1, half);
  const left = fitBorder(flip, -1, -half);
  const right = fitBorder(flip, 1, half);
  return [meet(top, left), meet(top, right), meet(bottom, right), meet(bottom, left)];
}

/** `v = slope * u + offset` along the lower (-1) or upper (1) border of the points, by the median of slopes (Theil-Sen). */
function fitBorder(points: Turned[], side: -1 | 1, margin: number): Line {
  const outermost = new Map<number, Turned>();
  for (const point of points) {
    const bin = Math.round(point.u / cellSize);
    const known = outermost.get(bin);
    if (!known || (point.v - known.v) * side > 0) outermost.set(bin, point);
  }
  // The ends of a border belong to its neighbours where the outline is slanted.
  const sorted = [...outermost.values()].sort((a, b) => a.u - b.u);
  const cut = Math.floor(sorted.length * 0.12);
  const border = sorted.slice(cut, sorted.length - cut);
  const slopes: number[] = [];
  for (const [i, a] of border.entries()) {
    for (const b of border.slice(i + 4)) slopes.push((b.v - a.v) / (b.u - a.u));
  }
  const slope = slopes.length > 0 ? median(slopes) : 0;
  return {slope, offset: median(border.map(({u, v}) => v - slope * u)) + margin};
}

/** Where `v = a.slope * u + a.offset` and `u = b.slope * v + b.offset` meet. */
function meet(a: Line, b: Line): Turned {
  const v = (a.slope * b.offset + a.offset) / (1 - a.slope * b.slope);
  return {u: b.slope * v + b.offset, v};
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Between two directions modulo a half turn, 0 to a quarter turn. */
function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % Math.PI;
  return Math.min(turn, Math.PI - turn);
}
