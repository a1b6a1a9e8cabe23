/**
 * From the detector's map of text probability to turned boxes, one for each line of text (differentiable binarisation,
 * Liao et al. 2020). Pure.
 *
 * Steps: pixels above a threshold -> connected groups -> convex hull of each -> its smallest turned rectangle -> grown back
 * to the size of the text, for the net is trained to mark the middle of a line only.
 */
import type {Point, TurnedRect} from '../../image/gray.ts';

export interface TextBox extends TurnedRect {
  /** Mean probability of its pixels, 0 to 1. */
  score: number;
}

export interface TextBoxOptions {
  /** Probability from which a pixel counts as text. */
  threshold?: number;
  /** Least mean probability of a group. */
  leastScore?: number;
  /** Area over circumference times this is what a box grows by on each side. */
  grow?: number;
}

/** Shorter side of a group in pixels of the map; anything thinner is a line of a drawing. */
const leastSide = 2.5;

/** Boxes in pixels of the map, angle within a quarter turn around 0, in no particular order. */
export function findTextBoxes(
  map: {data: Float32Array; width: number; height: number},
  options: TextBoxOptions = {},
): TextBox[] {
  const {threshold = 0.3, leastScore = 0.55, grow = 2.1} = options;
  const boxes: TextBox[] = [];
  for (const group of connectedGroups(map, threshold)) {
    if (group.score < leastScore) continue;
    const rect = smallestRect(convexHull(group.outline));
    if (!rect || Math.min(rect.width, rect.height) < leastSide) continue;
    const by = (rect.width * rect.height * grow) / (2 * (rect.width + rect.height));
    boxes.push({...rect, width: rect.width + 2 * by, height: rect.height + 2 * by, score: group.score});
  }
  return boxes;
}

interface Group {
  /** The ends of every row, as corners of pixels. */
  outline: Point[];
  score: number;
}

function connectedGroups(
  {data, width, height}: {data: Float32Array; width: number; height: number},
  threshold: number,
): Group[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const groups: Group[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || (data[start] ?? 0) <= threshold) continue;
    const rows = new Map<number, [number, number]>();
    let sum = 0;
    let count = 0;
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      sum += data[at] ?? 0;
      count++;
      const row = rows.get(y);
      if (!row) rows.set(y, [x, x]);
      else if (x < row[0]) row[0] = x;
      else if (x > row[1]) row[1] = x;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (seen[next] === 1 || (data[next] ?? 0) <= threshold) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    const outline = [...rows].flatMap(([y, [left, right]]) => [
      {x: left, y},
      {x: left, y: y + 1},
      {x: right + 1, y},
      {x: right + 1, y: y + 1},
    ]);
    groups.push({outline, score: sum / count});
  }
  return groups;
}

/** Andrew's monotone chain; clockwise as y grows downwards. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of from) {
      for (;;) {
        const [b, a] = [chain.at(-1), chain.at(-2)];
        if (!a || !b || (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** One side of the smallest rectangle lies along an edge of the hull (Freeman and Shapira 1975). */
export function smallestRect(hull: readonly Point[]): TurnedRect | undefined {
  let best: TurnedRect | undefined;
  for (const [i, from] of hull.entries()) {
    const to = hull[(i + 1) % hull.length] ?? from;
    if (to.x === from.x && to.y === from.y) continue;
    const rect = rectAlong(hull, quarterAround0(Math.atan2(to.y - from.y, to.x - from.x)));
    if (!best || rect.width * rect.height < best.width * best.height) best = rect;
  }
  return best;
}

function rectAlong(points: readonly Point[], angle: number): TurnedRect {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(({x, y}) => x * cos + y * sin);
  const across = points.map(({x, y}) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {cx: u * cos - v * sin, cy: u * sin + v * cos, width: right - left, height: bottom - top, angle};
}

/** The same direction up to quarter turns, from -45 to 45 degrees. */
function quarterAround0(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - Math.round(angle / quarter) * quarter;
}
