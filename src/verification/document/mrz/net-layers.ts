/** What both builds of our own net kernel share: the weights as layers, the pictures between them, and pooling. */

/** One entry of `mrz-lines.json`: where a layer's weights and biases stand in `mrz-lines.f16`, in values. */
export interface LayerPlace {
  name: string;
  shape: number[];
  off: number;
  boff: number;
  pool?: number[];
}

/** The layers in the order of the file: name, shape of the weights, pool. A bias for each output follows the weights. */
const netShape: readonly (readonly [name: string, shape: readonly number[], pool?: readonly number[]])[] = [
  ['c0', [16, 1, 3, 3], [2, 2]],
  ['c1', [32, 16, 3, 3], [2, 2]],
  ['c2', [48, 32, 3, 3], [2, 1]],
  ['c3', [64, 48, 3, 3], [2, 1]],
  ['g', [112, 64, 2, 3]],
  ['d0', [112, 1, 9]],
  ['p0', [112, 112, 1]],
  ['d1', [112, 1, 9]],
  ['p1', [112, 112, 1]],
  ['d2', [112, 1, 9]],
  ['p2', [112, 112, 1]],
  ['o', [38, 112, 1]],
];

/** What `mrz-lines.json` says, for who has the weights only: one download less in a browser. */
export function netPlaces(): LayerPlace[] {
  let next = 0;
  return netShape.map(([name, shape, pool]) => {
    const off = next;
    const boff = off + shape.reduce((product, size) => product * size, 1);
    next = boff + (shape[0] ?? 0);
    return {name, shape: [...shape], off, boff, ...(pool && {pool: [...pool]})};
  });
}

export interface Layer {
  weights: Float32Array;
  bias: Float32Array;
  outputs: number;
  /** Width of the kernel. */
  taps: number;
  pool: readonly [number, number];
}

/** Channels by rows by columns. */
export interface Volume {
  data: Float32Array;
  channels: number;
  height: number;
  width: number;
}

/** The costly parts of the net. */
export interface NetOperations {
  /** 3 x 3 convolution with zeros around, ReLU, then the largest of each cell of the layer's pool. */
  convolveAndPool(volume: Volume, layer: Layer): Volume;
  /** The last two rows become one: a convolution of 2 x 3 without padding in height, and ReLU. */
  convolveRows(volume: Volume, layer: Layer): Volume;
  /** 1 x 1 convolution: every output is a weighted sum of all channels at the same place. */
  mixChannels(volume: Volume, layer: Layer): Volume;
}

export function readLayers(weights: Uint8Array, places: readonly LayerPlace[]): Map<string, Layer> {
  const values = floatsFromHalves(weights);
  const layers = new Map<string, Layer>();
  for (const {name, shape, off, boff, pool} of places) {
    const outputs = shape[0] ?? 0;
    layers.set(name, {
      weights: values.subarray(off, boff),
      bias: values.subarray(boff, boff + outputs),
      outputs,
      taps: shape[shape.length - 1] ?? 1,
      pool: [pool?.[0] ?? 1, pool?.[1] ?? 1],
    });
  }
  return layers;
}

/** IEEE 754 half precision, little-endian. */
export function floatsFromHalves(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Float32Array(bytes.byteLength >> 1);
  for (let i = 0; i < out.length; i++) {
    const half = view.getUint16(i * 2, true);
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    out[i] = sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
  }
  return out;
}

/** `stride` is how far rows stand apart in `data`, where they are longer than the volume is wide. */
export function maxPool(
  {data, channels, height, width}: Volume,
  [poolY, poolX]: readonly [number, number],
  stride = width,
): Volume {
  const h = Math.floor(height / poolY);
  const w = Math.floor(width / poolX);
  const out = new Float32Array(channels * h * w);
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        let most = -Infinity;
        for (let dy = 0; dy < poolY; dy++) {
          for (let dx = 0; dx < poolX; dx++) {
            const value = data[(c * height + y * poolY + dy) * stride + x * poolX + dx] as number;
            if (value > most) most = value;
          }
        }
        out[(c * h + y) * w + x] = most;
      }
    }
  }
  return {data: out, channels, height: h, width: w};
}
