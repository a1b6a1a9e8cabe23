/** The net's convolutions on the vector kernels; weights stay in the kernels' memory, rows go in and out of it. */
import {maxPool, type Layer, type NetOperations, type Volume} from './net-layers.ts';
import type {Simd} from './simd/simd.ts';

const channelsAtOnce = 4;
/** Rows in memory are whole rounds of eight columns and have room for the taps beyond. */
const columnsAtOnce = 8;
const floatBytes = 4;

interface Packed {
  /** Where the layer's first block of weights stands, in floats from the start of the weights, and how long a block is. */
  at: number;
  block: number;
  outputs: number;
  taps: number;
}

export function prepareSimdNet(layers: ReadonlyMap<string, Layer>, simd: Simd): NetOperations {
  const values: number[] = [0, -Infinity];
  const packed = new Map<Layer, Packed>();
  for (const [name, layer] of layers) if (!name.startsWith('d')) packed.set(layer, pack(layer, values));
  const weights = Float32Array.from(values);
  const [first = 0] = simd.places(weights.byteLength);
  simd.floats(first, weights.length).set(weights);

  /** `volume` between zeros: one column on each side for three taps, and `rim` rows above and below. */
  function convolve(volume: Volume, layer: Layer, {rim, kernelRows, floor}: ConvolutionShape): Volume {
    const {at, block, outputs, taps} = packed.get(layer) ?? missing();
    const {data, channels, height, width} = volume;
    const side = taps >> 1;
    const rows = height + 2 * rim - kernelRows + 1;
    const inRow = rounded(width) + columnsAtOnce;
    const inPlane = inRow * (height + 2 * rim);
    const outRow = rounded(width);
    const outPlane = outRow * rows;
    const blocks = Math.ceil(outputs / channelsAtOnce);
    const sizes = [inPlane * channels, outPlane * blocks * channelsAtOnce].map((count) => count * floatBytes);
    const [, input = 0, output = 0] = simd.places(weights.byteLength, ...sizes);
    const padded = simd.floats(input, inPlane * channels).fill(0);
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) {
        const from = (c * height + y) * width;
        padded.set(data.subarray(from, from + width), c * inPlane + (y + rim) * inRow + side);
      }
    }
    const run = taps === 3 ? simd.kernels.convolve3 : simd.kernels.convolve1;
    for (let b = 0; b < blocks; b++) {
      run(
        ...[input, output + b * channelsAtOnce * outPlane * floatBytes, first + (at + b * block) * floatBytes],
        ...[channels, kernelRows, rows, width],
        ...[inRow * floatBytes, inPlane * floatBytes, outRow * floatBytes, outPlane * floatBytes],
        first + floor * floatBytes,
      );
    }
    return {data: simd.floats(output, outPlane * outputs), channels: outputs, height: rows, width};
  }

  return {
    convolveAndPool(volume, layer) {
      const whole = convolve(volume, layer, {rim: 1, kernelRows: 3, floor: rectified});
      return maxPool(whole, layer.pool, rounded(volume.width));
    },
    convolveRows: (volume, layer) => {
      const whole = convolve(volume, layer, {rim: 0, kernelRows: volume.height, floor: rectified});
      return maxPool(whole, [1, 1], rounded(volume.width));
    },
    mixChannels(volume, layer) {
      return maxPool(convolve(volume, layer, {rim: 0, kernelRows: 1, floor: unbounded}), [1, 1], rounded(volume.width));
    },
  };
}

interface ConvolutionShape {
  rim: number;
  kernelRows: number;
  floor: number;
}

/** Where the two floors stand among the weights: 0 for ReLU, and none. */
const rectified = 0;
const unbounded = 1;

function missing(): never {
  throw new RangeError('A layer that was not packed');
}

function rounded(width: number): number {
  return Math.ceil(width / columnsAtOnce) * columnsAtOnce;
}

/** Appends blocks of four output channels as the kernels want them: four biases, then per input channel, kernel row and tap four weights. */
function pack({weights, bias, outputs, taps}: Layer, values: number[]): Packed {
  const at = values.length;
  const perOutput = weights.length / outputs;
  for (let k = 0; k < outputs; k += channelsAtOnce) {
    for (let lane = 0; lane < channelsAtOnce; lane++) values.push(bias[k + lane] ?? 0);
    for (let i = 0; i < perOutput; i++) {
      for (let lane = 0; lane < channelsAtOnce; lane++) {
        values.push(k + lane < outputs ? (weights[(k + lane) * perOutput + i] as number) : 0);
      }
    }
  }
  return {at, block: channelsAtOnce * (1 + perOutput), outputs, taps};
}
