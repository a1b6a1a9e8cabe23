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
  const {data, width, height, channels} = frame;
  const clamp = options.outside === 'nearest';
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * e - b * d;
  const [ia, ib, id, ie] = [e / determinant, -b / determinant, -d / determinant, a / determinant];
  const samples = Math.max(1, Math.min(4, Math.round(1 / Math.sqrt(Math.abs(determinant)))));
  const weight = scale / (samples * samples);
  const row = width * channels;
  const out = new Float32Array(side * side * 3);
  // one loop without calls or objects: this runs for millions of samples a second while somebody holds a phone
  for (let y = 0, o = 0; y < side; y++) {
    for (let x = 0; x < side; x++, o += 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let j = 0; j < samples; j++) {
        const v = y + (j + 0.5) / samples - 0.5 - f;
        for (let i = 0; i < samples; i++) {
          const u = x + (i + 0.5) / samples - 0.5 - c;
          let px = ia * u + ib * v;
          let py = id * u + ie * v;
          if (clamp) {
            px = Math.min(Math.max(px, 0), width - 1.001);
            py = Math.min(Math.max(py, 0), height - 1.001);
          } else if (px < 0 || py < 0 || px >= width - 1 || py >= height - 1) continue;
          const left = px | 0;
          const top = py | 0;
          const fx = px - left;
          const fy = py - top;
          const at = top * row + left * channels;
          const [w00, w01, w10, w11] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
          red += mix(data, at, channels, row, w00, w01, w10, w11);
          green += mix(data, at + 1, channels, row, w00, w01, w10, w11);
          blue += mix(data, at + 2, channels, row, w00, w01, w10, w11);
        }
      }
      out[o] = red * weight + offset;
      out[o + 1] = green * weight + offset;
      out[o + 2] = blue * weight + offset;
    }
  }
  return out;
}

/** One channel between four pixels. */
function mix(
  data: Frame['data'],
  at: number,
  channels: number,
  row: number,
  w00: number,
  w01: number,
  w10: number,
  w11: number,
): number {
  return (
    (data[at] as number) * w00 +
    (data[at + channels] as number) * w01 +
    (data[at + row] as number) * w10 +
    (data[at + row + channels] as number) * w11
  );
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
