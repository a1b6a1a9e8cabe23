/** Triangles of one picture drawn into another, the nearer in front of the farther. */
import type {Frame} from '../../verification/face/frame.ts';

export interface Canvas {
  frame: Frame;
  /** Of what stands nearest so far at each pixel. */
  nearest: Float32Array;
}

/** Where a corner is drawn (`x`, `y`; `z` smaller is nearer), and which place of the source it shows (`u`, `v`). */
export interface Corner {
  x: number;
  y: number;
  z: number;
  u: number;
  v: number;
}

/** Shows `background`, three channels, until something is drawn. */
export function canvasOver(background: Frame): Canvas {
  const {data, width, height} = background;
  const frame: Frame = {data: new Uint8Array(data), width, height, channels: 3};
  return {frame, nearest: new Float32Array(width * height).fill(Infinity)};
}

export function drawTriangle(
  {frame, nearest}: Canvas,
  source: Frame,
  [a, b, c]: readonly [Corner, Corner, Corner],
): void {
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  // seen from behind, or from its edge
  if (area <= 1e-9) return;
  const left = Math.max(0, Math.ceil(Math.min(a.x, b.x, c.x)));
  const right = Math.min(frame.width - 1, Math.floor(Math.max(a.x, b.x, c.x)));
  const top = Math.max(0, Math.ceil(Math.min(a.y, b.y, c.y)));
  const bottom = Math.min(frame.height - 1, Math.floor(Math.max(a.y, b.y, c.y)));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const beta = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
      const gamma = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
      const alpha = 1 - beta - gamma;
      if (alpha < -1e-6 || beta < -1e-6 || gamma < -1e-6) continue;
      const pixel = y * frame.width + x;
      const z = alpha * a.z + beta * b.z + gamma * c.z;
      if (z >= (nearest[pixel] ?? 0)) continue;
      nearest[pixel] = z;
      copy(source, alpha * a.u + beta * b.u + gamma * c.u, alpha * a.v + beta * b.v + gamma * c.v, frame, pixel);
    }
  }
}

/** The colour between four pixels. */
function copy(source: Frame, u: number, v: number, to: Frame, pixel: number): void {
  const [x, y] = [Math.min(source.width - 2, Math.floor(u)), Math.min(source.height - 2, Math.floor(v))];
  const [fx, fy] = [u - x, v - y];
  const first = (y * source.width + x) * source.channels;
  const below = first + source.width * source.channels;
  const {data, channels} = source;
  for (let channel = 0; channel < 3; channel++) {
    const upper = (data[first + channel] ?? 0) * (1 - fx) + (data[first + channels + channel] ?? 0) * fx;
    const lower = (data[below + channel] ?? 0) * (1 - fx) + (data[below + channels + channel] ?? 0) * fx;
    to.data[pixel * 3 + channel] = upper * (1 - fy) + lower * fy;
  }
}
