/**
 * The MRZ net without a runtime: 270 KB of half-precision weights instead of a 14 MB wasm runtime. For browsers; reads the same text
 * as the ONNX build of the same weights (contract test). By vector kernels where there are any (`recogniser-simd.ts`), else by the plain
 * loops here, which take about fifteen times as long. Batch normalisation is folded into the convolutions by `models/mrz/export.py`.
 */
import type {GrayImage} from '../../image/gray.ts';
import {maxPool, readLayers, type Layer, type LayerPlace, type NetOperations, type Volume} from './net-layers.ts';
import {decodeCtc, normaliseStrip, type MrzRecogniser} from './recogniser.ts';
import {prepareSimdNet} from './recogniser-simd.ts';
import type {Simd} from './simd/simd.ts';

/** `weights` are the bytes of `mrz-lines.f16`, `places` the content of `mrz-lines.json`; `simd` undefined means the plain loops. */
export function createKernelRecogniser(
  weights: Uint8Array,
  places: readonly LayerPlace[],
  simd: Simd | undefined,
): MrzRecogniser {
  const layers = readLayers(weights, places);
  const operations = simd ? prepareSimdNet(layers, simd) : plainOperations;
  return {
    recognise: (strip) => Promise.resolve(recognise(layers, operations, strip)),
    close: () => Promise.resolve(),
  };
}

const plainOperations: NetOperations = {
  convolveAndPool: (volume, layer) => maxPool(convolve3(volume, layer), layer.pool),
  convolveRows,
  mixChannels,
};

function recognise(layers: Map<string, Layer>, net: NetOperations, strip: GrayImage): ReturnType<typeof decodeCtc> {
  const layer = (name: string): Layer => {
    const found = layers.get(name);
    if (!found) throw new RangeError(`The weights have no layer ${name}`);
    return found;
  };
  let volume: Volume = {data: normaliseStrip(strip), channels: 1, height: strip.height, width: strip.width};
  for (const name of ['c0', 'c1', 'c2', 'c3']) volume = net.convolveAndPool(volume, layer(name));
  volume = net.convolveRows(volume, layer('g'));
  for (const block of [0, 1, 2]) {
    const mixed = net.mixChannels(depthwise(volume, layer(`d${block}`)), layer(`p${block}`));
    addAndRectify(mixed.data, volume.data);
    volume = mixed;
  }
  const {data, width} = net.mixChannels(volume, layer('o'));
  return decodeCtc(width, strip.width, (step, symbol) => data[symbol * width + step] as number);
}

/** 3 x 3 convolution with zeros around, then ReLU. */
function convolve3({data, channels, height, width}: Volume, layer: Layer): Volume {
  const padded = width + 2;
  const rows = height + 2;
  const input = new Float32Array(channels * rows * padded);
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      const from = (c * height + y) * width;
      input.set(data.subarray(from, from + width), (c * rows + y + 1) * padded + 1);
    }
  }
  const out = new Float32Array(layer.outputs * height * width);
  for (let k = 0; k < layer.outputs; k++) {
    for (let y = 0; y < height; y++) {
      const row = out.subarray((k * height + y) * width, (k * height + y + 1) * width).fill(layer.bias[k] as number);
      for (let c = 0; c < channels; c++) {
        for (let dy = 0; dy < 3; dy++)
          addTaps3(row, input, (c * rows + y + dy) * padded, layer.weights, (k * channels + c) * 9 + dy * 3);
      }
      rectify(row);
    }
  }
  return {data: out, channels: layer.outputs, height, width};
}

/** The last two rows become one: a convolution of 2 x 3 without padding in height. */
function convolveRows({data, channels, height, width}: Volume, layer: Layer): Volume {
  const padded = width + 2;
  const input = new Float32Array(channels * height * padded);
  for (let r = 0; r < channels * height; r++) input.set(data.subarray(r * width, (r + 1) * width), r * padded + 1);
  const out = new Float32Array(layer.outputs * width);
  for (let k = 0; k < layer.outputs; k++) {
    const row = out.subarray(k * width, (k + 1) * width).fill(layer.bias[k] as number);
    for (let r = 0; r < channels * height; r++)
      addTaps3(row, input, r * padded, layer.weights, (k * channels * height + r) * 3);
    rectify(row);
  }
  return {data: out, channels: layer.outputs, height: 1, width};
}

function addTaps3(row: Float32Array, input: Float32Array, from: number, weights: Float32Array, at: number): void {
  const a = weights[at] as number;
  const b = weights[at + 1] as number;
  const c = weights[at + 2] as number;
  for (let i = 0; i < row.length; i++) {
    row[i] =
      (row[i] as number) +
      a * (input[from + i] as number) +
      b * (input[from + i + 1] as number) +
      c * (input[from + i + 2] as number);
  }
}

/** Each channel by itself along the line, zeros around, then ReLU. */
function depthwise({data, channels, width}: Volume, layer: Layer): Volume {
  const reach = layer.taps >> 1;
  const input = new Float32Array(width + 2 * reach);
  const out = new Float32Array(channels * width);
  for (let c = 0; c < channels; c++) {
    input.set(data.subarray(c * width, (c + 1) * width), reach);
    const row = out.subarray(c * width, (c + 1) * width).fill(layer.bias[c] as number);
    for (let tap = 0; tap < layer.taps; tap++) {
      const weight = layer.weights[c * layer.taps + tap] as number;
      for (let i = 0; i < width; i++) row[i] = (row[i] as number) + weight * (input[i + tap] as number);
    }
    rectify(row);
  }
  return {data: out, channels, height: 1, width};
}

/** 1 x 1 convolution: every output is a weighted sum of all channels at the same place. */
function mixChannels({data, channels, width}: Volume, layer: Layer): Volume {
  const out = new Float32Array(layer.outputs * width);
  for (let k = 0; k < layer.outputs; k++) {
    const row = out.subarray(k * width, (k + 1) * width).fill(layer.bias[k] as number);
    for (let c = 0; c < channels; c++) {
      const weight = layer.weights[k * channels + c] as number;
      const from = c * width;
      for (let i = 0; i < width; i++) row[i] = (row[i] as number) + weight * (data[from + i] as number);
    }
  }
  return {data: out, channels: layer.outputs, height: 1, width};
}

function addAndRectify(target: Float32Array, other: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + (other[i] as number);
  rectify(target);
}

function rectify(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) values[i] = 0;
}
