/** The magnitude of a square tile's two-dimensional Fourier transform, as a flat-topped photograph has it: windowed, without its mean. */

export interface Spectrum {
  /** Side of the tile in pixels, a power of two. */
  size: number;
  /** log(1 + magnitude) for kx 0 to size/2 (columns, width size/2 + 1) and ky 0 to size - 1 (rows; above half is negative). */
  log: Float32Array;
}

/** `tile` has size x size values, row by row. */
export function spectrumOf(tile: Float32Array, size: number): Spectrum {
  const {window, cos, sin, reversed} = tablesOf(size);
  const width = size / 2 + 1;
  const real = new Float32Array(size * width);
  const imaginary = new Float32Array(size * width);
  const re = new Float32Array(size);
  const im = new Float32Array(size);
  let mean = 0;
  for (const value of tile) mean += value;
  mean /= tile.length;

  // Two real rows at a time, as the real and the imaginary part of one transform.
  for (let y = 0; y < size; y += 2) {
    for (let x = 0; x < size; x++) {
      const across = window[x] ?? 0;
      re[x] = ((tile[y * size + x] ?? 0) - mean) * across * (window[y] ?? 0);
      im[x] = ((tile[(y + 1) * size + x] ?? 0) - mean) * across * (window[y + 1] ?? 0);
    }
    transform(re, im, {cos, sin, reversed});
    for (let k = 0; k < width; k++) {
      const mirrored = (size - k) % size;
      const [a = 0, b = 0, c = 0, d = 0] = [re[k], im[k], re[mirrored], im[mirrored]];
      real[y * width + k] = (a + c) / 2;
      imaginary[y * width + k] = (b - d) / 2;
      real[(y + 1) * width + k] = (b + d) / 2;
      imaginary[(y + 1) * width + k] = (c - a) / 2;
    }
  }
  const log = new Float32Array(size * width);
  for (let k = 0; k < width; k++) {
    for (let y = 0; y < size; y++) {
      re[y] = real[y * width + k] ?? 0;
      im[y] = imaginary[y * width + k] ?? 0;
    }
    transform(re, im, {cos, sin, reversed});
    for (let y = 0; y < size; y++) log[y * width + k] = Math.log(1 + Math.hypot(re[y] ?? 0, im[y] ?? 0));
  }
  return {size, log};
}

interface Tables {
  /** Hann. */
  window: Float32Array;
  cos: Float32Array;
  sin: Float32Array;
  reversed: Uint16Array;
}

const tables = new Map<number, Tables>();

function tablesOf(size: number): Tables {
  const known = tables.get(size);
  if (known) return known;
  const turn = (i: number) => (2 * Math.PI * i) / size;
  const bits = Math.log2(size);
  const made: Tables = {
    window: Float32Array.from({length: size}, (_, i) => (1 - Math.cos(turn(i))) / 2),
    cos: Float32Array.from({length: size / 2}, (_, i) => Math.cos(turn(i))),
    sin: Float32Array.from({length: size / 2}, (_, i) => -Math.sin(turn(i))),
    reversed: Uint16Array.from({length: size}, (_, i) => {
      let out = 0;
      for (let bit = 0; bit < bits; bit++) out |= ((i >> bit) & 1) << (bits - 1 - bit);
      return out;
    }),
  };
  tables.set(size, made);
  return made;
}

/** Cooley and Tukey, in place, radix two. */
function transform(re: Float32Array, im: Float32Array, {cos, sin, reversed}: Omit<Tables, 'window'>): void {
  const size = re.length;
  for (let i = 0; i < size; i++) {
    const j = reversed[i] as number;
    if (i >= j) continue;
    const [a, b] = [re[i] as number, im[i] as number];
    re[i] = re[j] as number;
    im[i] = im[j] as number;
    re[j] = a;
    im[j] = b;
  }
  for (let half = 1; half < size; half *= 2) {
    const step = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let k = 0, turn = 0; k < half; k++, turn += step) {
        const [c, s] = [cos[turn] as number, sin[turn] as number];
        const [u, v] = [start + k, start + k + half];
        const x = (re[v] as number) * c - (im[v] as number) * s;
        const y = (re[v] as number) * s + (im[v] as number) * c;
        re[v] = (re[u] as number) - x;
        im[v] = (im[u] as number) - y;
        re[u] = (re[u] as number) + x;
        im[u] = (im[u] as number) + y;
      }
    }
  }
}
