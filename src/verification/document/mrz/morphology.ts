/**
 * Grey closing and opening with rectangles, on plain bytes.
 * A window of k is built from windows of 1, 2, 4 ... pixels, each pass one straight loop over the whole picture: four passes for
 * k = 11. By vector kernels where there are any (sixteen pixels at a time), else by plain code with the same result.
 */
import {openSimd, type Simd} from './simd/simd.ts';

/** Removes dark detail narrower than the window: each pixel becomes the smallest of the largest around it. */
export function close(source: Uint8Array, width: number, height: number, window: Window): Uint8Array {
  return extreme(extreme(source, width, height, window, true), width, height, window, false);
}

/** Removes bright detail narrower than the window. */
export function open(source: Uint8Array, width: number, height: number, window: Window): Uint8Array {
  return extreme(extreme(source, width, height, window, false), width, height, window, true);
}

/** Odd numbers of pixels; outside the picture counts as nothing. */
export interface Window {
  x: number;
  y: number;
  /** The kernels to use; the thread's by default, undefined for plain code. */
  simd?: Simd | undefined;
}

function extreme(source: Uint8Array, width: number, height: number, window: Window, largest: boolean): Uint8Array {
  const simd = 'simd' in window ? window.simd : openSimd();
  const across = window.x > 1 ? extremeX(source, width, height, window.x, largest, simd) : source;
  return window.y > 1 ? extremeY(across, width, height, window.y, largest, simd) : across;
}

function extremeX(
  source: Uint8Array,
  width: number,
  height: number,
  window: number,
  largest: boolean,
  simd: Simd | undefined,
): Uint8Array {
  const reach = window >> 1;
  const padded = width + 2 * reach;
  const rows = scratch(padded * height, simd).fill(largest ? 0 : 255);
  for (let y = 0; y < height; y++) rows.set(source.subarray(y * width, (y + 1) * width), y * padded + reach);
  growWindow(rows, window, 1, largest, simd);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) out.set(rows.subarray(y * padded, y * padded + width), y * width);
  return out;
}

function extremeY(
  source: Uint8Array,
  width: number,
  height: number,
  window: number,
  largest: boolean,
  simd: Simd | undefined,
): Uint8Array {
  const reach = window >> 1;
  const rows = scratch(width * (height + 2 * reach), simd).fill(largest ? 0 : 255);
  rows.set(source, reach * width);
  growWindow(rows, window, width, largest, simd);
  return rows.slice(0, width * height);
}

/** Room to work in: the kernels' own memory, so that nothing is copied back and forth. */
function scratch(size: number, simd: Simd | undefined): Uint8Array {
  if (!simd) return new Uint8Array(size);
  const [at = 0] = simd.places(size);
  return simd.bytes(at, size);
}

/** In place: `rows[i]` becomes the extreme of the `window` values from i on, `stride` apart. */
function growWindow(rows: Uint8Array, window: number, stride: number, largest: boolean, simd: Simd | undefined): void {
  let covered = 1;
  while (covered < window) {
    const step = Math.min(covered, window - covered);
    const ahead = step * stride;
    const end = rows.length - ahead;
    if (simd) {
      const keep = largest ? simd.kernels.keepLarger : simd.kernels.keepSmaller;
      keep(rows.byteOffset, rows.byteOffset + end, ahead);
    } else if (largest) keepLarger(rows, ahead, end);
    else keepSmaller(rows, ahead, end);
    covered += step;
  }
}

/** Without branches: on pictures they are guessed wrong half the time, which takes three times as long. */
function keepLarger(rows: Uint8Array, ahead: number, end: number): void {
  for (let i = 0; i < end; i++) {
    const own = rows[i] as number;
    const more = (rows[i + ahead] as number) - own;
    rows[i] = own + (more & ~(more >> 31));
  }
}

function keepSmaller(rows: Uint8Array, ahead: number, end: number): void {
  for (let i = 0; i < end; i++) {
    const own = rows[i] as number;
    const more = (rows[i + ahead] as number) - own;
    rows[i] = own + (more & (more >> 31));
  }
}

/**
 * How much the black-hat (`closed` less `source`) changes from left to right, and a quarter of itself: at most 255; the outermost
 * columns are 0.
 */
export function hatGradient(source: Uint8Array, closed: Uint8Array, width: number, simd: Simd | undefined): Uint8Array {
  const count = source.length;
  const out = simd ? hatGradientBySimd(source, closed, simd) : new Uint8Array(count);
  if (!simd) {
    const hat = closed.map((value, i) => value - (source[i] as number));
    for (let i = 1; i < count - 1; i++) {
      const step = Math.abs((hat[i + 1] as number) - (hat[i - 1] as number)) + ((hat[i] as number) >> 2);
      out[i] = step > 255 ? 255 : step;
    }
  }
  for (let row = 0; row < count; row += width) {
    out[row] = 0;
    out[row + width - 1] = 0;
  }
  return out;
}

function hatGradientBySimd(source: Uint8Array, closed: Uint8Array, simd: Simd): Uint8Array {
  const [hat = 0, below = 0, out = 0] = simd.places(source.length, source.length, source.length);
  simd.bytes(hat, source.length).set(closed);
  simd.bytes(below, source.length).set(source);
  simd.kernels.subtract(hat, below, source.length);
  simd.kernels.gradient(hat, out, source.length);
  return simd.bytes(out, source.length).slice();
}

/** The brightness that splits the histogram best in two (Otsu 1979). */
export function otsuThreshold(data: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    histogram[value] = (histogram[value] as number) + 1;
  }
  let total = 0;
  for (let i = 0; i < 256; i++) total += i * (histogram[i] as number);
  let below = 0;
  let sumBelow = 0;
  let best = -1;
  let threshold = 0;
  for (let i = 0; i < 256; i++) {
    below += histogram[i] as number;
    if (below === 0) continue;
    const above = data.length - below;
    if (above === 0) break;
    sumBelow += i * (histogram[i] as number);
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (between > best) {
      best = between;
      threshold = i;
    }
  }
  return threshold;
}
