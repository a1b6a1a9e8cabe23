import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Point, RgbImage} from '../../../src/verification/image/gray.ts';
import {warpRgb} from '../../../src/verification/image/warp-rgb.ts';

/** Red grows to the right, green downwards. */
function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      data[i] = (255 * x) / (width - 1);
      data[i + 1] = (255 * y) / (height - 1);
      data[i + 2] = 7;
    }
  }
  return {data, width, height};
}

function pixel({data, width}: RgbImage, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

const square = (left: number, top: number, side: number): [Point, Point, Point, Point] => [
  {x: left, y: top},
  {x: left + side, y: top},
  {x: left + side, y: top + side},
  {x: left, y: top + side},
];

test('the whole picture onto its own size is the picture', () => {
  const image = ramp(64, 64);
  assert.deepEqual(warpRgb(image, square(0, 0, 64), {width: 64, height: 64}), image);
});

test('a quadrilateral that begins at another corner turns the picture', () => {
  const [a, b, c, d] = square(0, 0, 64);
  const turned = warpRgb(ramp(64, 64), [d, a, b, c], {width: 64, height: 64});
  // What was at the bottom left is at the top left.
  assert.deepEqual(pixel(turned, 0, 0), [0, 255, 7]);
  assert.deepEqual(pixel(turned, 63, 0), [0, 0, 7]);
});

test('made smaller it is averaged; beyond the picture it is plain', () => {
  const stripes = ramp(90, 90);
  for (let i = 0; i < stripes.data.length; i += 3) stripes.data[i] = (i / 3) % 3 === 0 ? 255 : 0;
  const small = warpRgb(stripes, square(0, 0, 90), {width: 30, height: 30});
  assert.ok(Math.abs((pixel(small, 15, 15)[0] ?? 0) - 85) <= 2);
  assert.deepEqual(pixel(warpRgb(stripes, square(60, 60, 90), {width: 30, height: 30}), 29, 29), [236, 236, 236]);
});
