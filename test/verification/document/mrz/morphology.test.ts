/** Vector kernels and plain loops must give the same bytes, whatever the size: they are two ways to one result. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {close, hatGradient, open} from '../../../../src/verification/document/mrz/morphology.ts';
import {createSimd} from '../../../../src/verification/document/mrz/simd/simd.ts';

const simd = createSimd();
assert.ok(simd, 'this machine has vectors');

/** Pictures of any size with sides down to one pixel, rough enough that every window matters. */
const pictures = fc
  .record({width: fc.integer({min: 1, max: 70}), height: fc.integer({min: 1, max: 40}), seed: fc.nat()})
  .map(({width, height, seed}) => {
    let state = (seed % 2147483646) + 1;
    const data = Uint8Array.from({length: width * height}, () => (state = (state * 48271) % 2147483647) & 255);
    return {data, width, height};
  });
const windows = fc.record({x: fc.integer({min: 0, max: 20}), y: fc.integer({min: 0, max: 4})}).map(({x, y}) => ({
  x: 2 * x + 1,
  y: 2 * y + 1,
}));

describe('closing and opening', () => {
  it('give by vectors what they give by plain loops', () => {
    fc.assert(
      fc.property(pictures, windows, ({data, width, height}, window) => {
        for (const operation of [close, open]) {
          const plain = operation(data, width, height, {...window, simd: undefined});
          assert.deepEqual(operation(data, width, height, {...window, simd}), plain);
        }
      }),
    );
  });

  it('are what their definition says: the extreme of the extremes in the window', () => {
    fc.assert(
      fc.property(pictures, windows, ({data, width, height}, window) => {
        const largest = naive(data, width, height, window, Math.max, 0);
        assert.deepEqual(close(data, width, height, window), naive(largest, width, height, window, Math.min, 255));
      }),
      {numRuns: 20},
    );
  });
});

describe('the gradient of the black-hat', () => {
  it('is the same by vectors as by plain loops', () => {
    fc.assert(
      fc.property(pictures, ({data, width, height}) => {
        const closed = close(data, width, height, {x: 11, y: 1});
        assert.deepEqual(hatGradient(data, closed, width, simd), hatGradient(data, closed, width, undefined));
      }),
    );
  });

  it('is bright beside a dark stroke and nowhere else', () => {
    const width = 40;
    const data = new Uint8Array(width * 3).fill(200);
    for (const y of [0, 1, 2]) data[y * width + 20] = 40;
    const row = [...hatGradient(data, close(data, width, 3, {x: 11, y: 1}), width, simd)].slice(width, 2 * width);
    assert.deepEqual(
      row.flatMap((value, x) => (value > 0 ? [[x, value]] : [])),
      [[19, 160], [20, 40], [21, 160]], // prettier-ignore
    );
  });
});

function naive(
  data: Uint8Array,
  width: number,
  height: number,
  {x: windowX, y: windowY}: {x: number; y: number},
  extreme: (...values: number[]) => number,
  outside: number,
): Uint8Array {
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? outside : (data[y * width + x] ?? outside);
  return data.map((_, i) => {
    const values: number[] = [];
    for (let dy = -(windowY >> 1); dy <= windowY >> 1; dy++) {
      for (let dx = -(windowX >> 1); dx <= windowX >> 1; dx++)
        values.push(at((i % width) + dx, Math.floor(i / width) + dy));
    }
    return extreme(...values);
  });
}
