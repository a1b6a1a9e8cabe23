/**
 * Cuts a square out of a frame, turned and scaled as a net wants it. Own code rather than a canvas or sharp, so that browser and
 * server give a net the same numbers.
 */
import type {Frame, Point} from './frame.ts';

/** Frame to crop: x' = a x + b y + c, y' = d x + e y + f; both in pixels. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface CropOptions {
  /** Side of the square in pixels. */
  side: number;
  /** Each byte v becomes v * scale + offset; 1 and 0 by default. */
  scale?: number;
  offset?: number;
  /** What stands outside of the frame: 'black' (byte 0, before scale) or the nearest pixel of its border. */
  outside?: 'black' | 'nearest';
}

/** Interleaved RGB floats (height x width x 3). Shrinking takes the mean of up to 4 x 4 bilinear samples a pixel. */
export function cropSquare(frame: Frame, matrix: Affine, options: CropOptions): Float32Array {
  const {side, scale = 1, offset = 0} = options;
  const clamp = options.outside === 'nearest';
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * e - b * d;
  const [ia, ib, id, ie] = [e / determinant, -b / determinant, -d / determinant, a / determinant];
  const samples = Math.max(1, Math.min(4, Math.round(1 / Math.sqrt(Math.abs(determinant)))));
  const weight = scale / (samples * samples);
  const sum = new Float64Array(3);
  const out = new Float32Array(side * side * 3);
  for (let y = 0, o = 0; y < side; y++) {
    for (let x = 0; x < side; x++, o += 3) {
      sum.fill(0);
      for (let j = 0; j < samples; j++) {
        for (let i = 0; i < samples; i++) {
          const u = x + (i + 0.5) / samples - 0.5 - c;
          const v = y + (j + 0.5) / samples - 0.5 - f;
          addSample(frame, ia * u + ib * v, id * u + ie * v, clamp, sum);
        }
      }
      for (let k = 0; k < 3; k++) out[o + k] = (sum[k] as number) * weight + offset;
    }
  }
  return out;
}

/** Adds the bilinear colour at (x, y) to `sum`. */
function addSample(
  {data, width, height, channels}: Frame,
  x: number,
  y: number,
  clamp: boolean,
  sum: Float64Array,
): void {
  let [px, py] = [x, y];
  if (clamp) {
    px = Math.min(Math.max(px, 0), width - 1.001);
    py = Math.min(Math.max(py, 0), height - 1.001);
  } else if (px < 0 || py < 0 || px >= width - 1 || py >= height - 1) return;
  const [left, top] = [Math.trunc(px), Math.trunc(py)];
  const [fx, fy] = [px - left, py - top];
  const at = (top * width + left) * channels;
  const below = at + width * channels;
  const [w00, w01, w10, w11] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
  for (let k = 0; k < 3; k++) {
    sum[k] =
      (sum[k] as number) +
      (data[at + k] as number) * w00 +
      (data[at + channels + k] as number) * w01 +
      (data[below + k] as number) * w10 +
      (data[below + channels + k] as number) * w11;
  }
}

/** Rotation, scale and shift that bring `from` nearest to `to`, by least squares (Umeyama without reflection). */
export function similarity(from: readonly Point[], to: readonly Point[]): Affine {
  const count = Math.min(from.length, to.length);
  let [sx, sy, dx, dy] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [p, q] = [from[i] as Point, to[i] as Point];
    sx += p.x / count;
    sy += p.y / count;
    dx += q.x / count;
    dy += q.y / count;
  }
  let [cosine, sine, spread] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [p, q] = [from[i] as Point, to[i] as Point];
    const [x, y, u, v] = [p.x - sx, p.y - sy, q.x - dx, q.y - dy];
    cosine += x * u + y * v;
    sine += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = cosine / spread;
  const b = sine / spread;
  return [a, -b, dx - a * sx + b * sy, b, a, dy - b * sx - a * sy];
}

export function transform([a, b, c, d, e, f]: Affine, {x, y}: Point): Point {
  return {x: a * x + b * y + c, y: d * x + e * y + f};
}

/** Interleaved (HWC) to planes (CHW), the channels in the given order. */
export function toPlanes(
  crop: Float32Array,
  side: number,
  order: readonly [number, number, number] = [0, 1, 2],
): Float32Array {
  const count = side * side;
  const planes = new Float32Array(count * 3);
  for (let plane = 0; plane < 3; plane++) {
    const channel = order[plane] as number;
    for (let i = 0; i < count; i++) planes[plane * count + i] = crop[i * 3 + channel] as number;
  }
  return planes;
}
