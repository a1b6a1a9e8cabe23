/**
 * The inner loops of the MRZ reader on 128-bit vectors: grey morphology (sixteen pixels at a time) and convolution (four channels by
 * eight places at a time). Each has a twin in plain TypeScript, `morphology.ts` and `recogniser-kernel.ts`, and a test that both agree.
 * Loops run in whole vectors: up to 15 bytes or 7 floats past the end are read and written, and callers leave room for it.
 */
import {
  add,
  addBytes,
  addFloats,
  assembleModule,
  countUp,
  get,
  int,
  largerBytes,
  largerFloats,
  load,
  loadSplat,
  multiply,
  multiplyFloats,
  or,
  set,
  shiftRightBytes,
  smallerBytes,
  store,
  takeBytes,
  type Code,
  type WasmFunction,
} from './assembler.ts';

/** What the module exports; all arguments are whole numbers, addresses in bytes. */
export interface Kernels {
  memory: WebAssembly.Memory;
  /** In place: every byte from `from` up to `end` becomes the larger of itself and the one `ahead` bytes further. */
  keepLarger(from: number, end: number, ahead: number): void;
  keepSmaller(from: number, end: number, ahead: number): void;
  /** `closed` becomes closed minus source, for `count` bytes. */
  subtract(closed: number, source: number, count: number): void;
  /** out[i] = |hat[i + 1] - hat[i - 1]| + hat[i] / 4, at most 255, for `count` bytes. */
  gradient(hat: number, out: number, count: number): void;
  /** Convolutions of 3 taps and of 1 along the row; see `convolution`. */
  convolve3(...args: ConvolutionArguments): void;
  convolve1(...args: ConvolutionArguments): void;
}

/**
 * input, output, weights, channel count, kernel rows, output rows, output columns, bytes from row to row of the input, from channel to channel
 * of the input, the same two of the output, and where the number stands below which no output goes (0 is ReLU). One call makes four output channels: `weights` are their four biases, then per
 * channel, kernel row and tap the weights of the four.
 */
export type ConvolutionArguments = [
  input: number, output: number, weights: number, channels: number, kernelRows: number, rows: number, columns: number,
  inputRow: number, inputPlane: number, outputRow: number, outputPlane: number, floor: number,
]; // prettier-ignore

export function kernelModule(): Uint8Array<ArrayBuffer> {
  return assembleModule([
    eachPair('keepLarger', largerBytes),
    eachPair('keepSmaller', smallerBytes),
    subtract,
    gradient,
    convolution('convolve3', 3),
    convolution('convolve1', 1),
  ]);
}

function eachPair(name: string, combine: (a: Code, b: Code) => Code): WasmFunction {
  const [at, end, ahead] = [0, 1, 2];
  const round = store(get(at), combine(load(get(at)), load(add(get(at), get(ahead)))));
  return {name, params: 3, locals: [], body: countUp(at, 16, get(end), [round])};
}

const subtract: WasmFunction = (() => {
  const [closed, source, end, distance] = [0, 1, 2, 3];
  return {
    name: 'subtract',
    params: 3,
    locals: ['i32'],
    body: [
      // `count` becomes the end, `distance` what lies between the two.
      ...set(end, add(get(end), get(closed))),
      ...set(distance, add(get(source), multiply(get(closed), int(-1)))),
      ...countUp(closed, 16, get(end), [
        store(get(closed), takeBytes(load(get(closed)), load(add(get(closed), get(distance))))),
      ]),
    ],
  };
})();

const gradient: WasmFunction = (() => {
  const [hat, out, end, before, after] = [0, 1, 2, 3, 4];
  return {
    name: 'gradient',
    params: 3,
    locals: ['v128', 'v128'],
    body: [
      ...set(end, add(get(end), get(hat))),
      ...countUp(hat, 16, get(end), [
        set(before, load(add(get(hat), int(-1)))),
        set(after, load(get(hat), 1)),
        // One of the two saturated differences is zero, so "or" is their sum: the absolute difference.
        store(
          get(out),
          addBytes(
            or(takeBytes(get(before), get(after)), takeBytes(get(after), get(before))),
            shiftRightBytes(load(get(hat)), 2),
          ),
        ),
        set(out, add(get(out), int(16))),
      ]),
    ],
  };
})();

/** Output channels a call makes, and columns a round makes. */
const lanes = 4;
const blockChannels = 4;
const columnVectors = 2;

/**
 * For every row and every eight columns: eight accumulators (four channels by two vectors) start at the bias and take in
 * weight times input for each channel, kernel row and tap; nothing is written in between.
 */
function convolution(name: string, taps: number): WasmFunction {
  const [input, output, weights, channels, kernelRows, rows, columns, inputRow, inputPlane, outputRow, outputPlane] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ];
  const floor = 11;
  const [row, column, channel, kernelRow, from, plane, weight, target] = [12, 13, 14, 15, 16, 17, 18, 19];
  const floorVector = 20;
  const sums = (k: number, half: number): number => 21 + k * columnVectors + half;
  const values = (tap: number, half: number): number => 21 + blockChannels * columnVectors + tap * columnVectors + half;
  const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({length: count}, (_, i) => make(i));
  const halves = (make: (half: number) => Code): Code => each(columnVectors, make).flat();

  const start = each(blockChannels, (k) => halves((half) => set(sums(k, half), loadSplat(get(weights), k * 4)))).flat();
  const take = each(taps, (tap) => halves((half) => set(values(tap, half), load(get(from), (tap + half * lanes) * 4))));
  const sum = each(taps, (tap) =>
    each(blockChannels, (k) =>
      halves((half) =>
        set(
          sums(k, half),
          addFloats(
            get(sums(k, half)),
            multiplyFloats(loadSplat(get(weight), (tap * blockChannels + k) * 4), get(values(tap, half))),
          ),
        ),
      ),
    ).flat(),
  );
  const finish = each(blockChannels, (k) => [
    ...halves((half) => store(get(target), largerFloats(get(sums(k, half)), get(floorVector)), half * lanes * 4)),
    ...set(target, add(get(target), get(outputPlane))),
  ]).flat();

  const kernelRound = [
    ...take,
    ...sum,
    set(weight, add(get(weight), int(taps * blockChannels * 4))),
    set(from, add(get(from), get(inputRow))),
  ];
  const channelRound = [
    set(from, get(plane)),
    set(kernelRow, int(0)),
    countUp(kernelRow, 1, get(kernelRows), kernelRound),
    set(plane, add(get(plane), get(inputPlane))),
  ];
  const columnRound = [
    start,
    set(weight, add(get(weights), int(blockChannels * 4))),
    set(plane, add(get(input), multiply(get(column), int(4)))),
    set(channel, int(0)),
    countUp(channel, 1, get(channels), channelRound),
    set(target, add(get(output), multiply(get(column), int(4)))),
    finish,
  ];
  const rowRound = [
    set(column, int(0)),
    countUp(column, lanes * columnVectors, get(columns), columnRound),
    set(input, add(get(input), get(inputRow))),
    set(output, add(get(output), get(outputRow))),
  ];
  return {
    name,
    params: 12,
    locals: [
      ...each(8, () => 'i32' as const),
      ...each(1 + (blockChannels + taps) * columnVectors, () => 'v128' as const),
    ],
    body: [...set(floorVector, loadSplat(get(floor))), ...set(row, int(0)), ...countUp(row, 1, get(rows), rowRound)],
  };
}
