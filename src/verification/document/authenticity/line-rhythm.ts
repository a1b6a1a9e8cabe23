/**
 * Whether the characters of a machine-readable line stand in one rhythm. OCR-B is set at one pitch (ICAO 9303-3), so a part that was
 * moved or pasted stands between the places of the others, and keeps that distance for as long as it runs.
 */

/** Characters that must stand off together; the reader tells a single one's place to a quarter of a pitch only. */
const together = 4;
/** Fewer than these have no rhythm. */
const leastCharacters = 20;

/**
 * Largest distance, in pitches (0 to 0.5), by which neighbouring characters of a line stand off the line's rhythm; undefined for lines
 * too short. `positions` are the middles of the characters along the line, in any unit.
 */
export function rhythmBreak(positions: readonly number[]): number | undefined {
  if (positions.length < leastCharacters) return undefined;
  const pitch = median(positions.slice(1).map((x, i) => x - (positions[i] ?? 0)));
  if (!(pitch > 0)) return undefined;
  const places = placesOf(positions, pitch);
  const offsets = residuals(places, positions);
  let worst = 0;
  for (let i = 0; i + together <= offsets.length; i++) {
    const part = offsets.slice(i, i + together);
    worst = Math.max(worst, Math.abs(median(part)));
  }
  return Math.min(0.5, worst);
}

/** Which place of the line each character takes; a character that was not read leaves its place free. */
function placesOf(positions: readonly number[], pitch: number): number[] {
  const places = [0];
  for (let i = 1; i < positions.length; i++) {
    const step = (positions[i] ?? 0) - (positions[i - 1] ?? 0);
    places.push((places.at(-1) ?? 0) + Math.max(1, Math.round(step / pitch)));
  }
  return places;
}

/** Distance from the curve through all characters, in pitches. Perspective bends the rhythm a little: a parabola follows that. */
function residuals(places: readonly number[], positions: readonly number[]): number[] {
  let weights = positions.map(() => 1);
  let curve: Curve = [0, 1, 0];
  // Again without those that stand off, so that a moved part does not pull the curve to itself.
  for (let round = 0; round < 4; round++) {
    curve = fit(places, positions, weights);
    const off = places.map((place, i) => Math.abs((positions[i] ?? 0) - at(curve, place)) / curve[1]);
    weights = off.map((distance) => (distance < 0.25 ? 1 : 0.1));
  }
  return places.map((place, i) => ((positions[i] ?? 0) - at(curve, place)) / curve[1]);
}

type Curve = [offset: number, pitch: number, bend: number];

function at([offset, pitch, bend]: Curve, place: number): number {
  return offset + pitch * place + bend * place * place;
}

/** Weighted least squares of a parabola, by the normal equations. */
function fit(xs: readonly number[], ys: readonly number[], weights: readonly number[]): Curve {
  const s = [0, 0, 0, 0, 0];
  const t = [0, 0, 0];
  for (const [i, x] of xs.entries()) {
    let power = weights[i] ?? 0;
    for (let k = 0; k < 5; k++, power *= x) {
      s[k] = (s[k] ?? 0) + power;
      if (k < 3) t[k] = (t[k] ?? 0) + power * (ys[i] ?? 0);
    }
  }
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = s;
  const [t0 = 0, t1 = 0, t2 = 0] = t;
  const det = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2) || 1e-9;
  const offset = t0 * (s2 * s4 - s3 * s3) - s1 * (t1 * s4 - t2 * s3) + s2 * (t1 * s3 - t2 * s2);
  const pitch = s0 * (t1 * s4 - t2 * s3) - t0 * (s1 * s4 - s3 * s2) + s2 * (s1 * t2 - s2 * t1);
  const bend = s0 * (s2 * t2 - s3 * t1) - s1 * (s1 * t2 - s2 * t1) + t0 * (s1 * s3 - s2 * s2);
  return [offset / det, pitch / det, bend / det];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
