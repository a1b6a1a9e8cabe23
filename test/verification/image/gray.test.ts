import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  cornersOf, cropGray, cutTurned, grayFromPixels, resizeGray, sampleGray, squareToQuad, turnGray, turnGrayBy, warpQuad,
  type GrayImage,
} from '../../../src/verification/image/gray.ts'; // prettier-ignore

const images = fc
  .tuple(fc.integer({min: 1, max: 24}), fc.integer({min: 1, max: 24}))
  .chain(([width, height]) =>
    fc
      .uint8Array({minLength: width * height, maxLength: width * height})
      .map((data): GrayImage => ({data, width, height})),
  );

/** Brightness grows by 2 a pixel to the right and 3 a pixel down. */
function ramp(width: number, height: number): GrayImage {
  const data = Uint8Array.from({length: width * height}, (_, i) => 2 * (i % width) + 3 * Math.floor(i / width));
  return {data, width, height};
}

describe('grey pictures', () => {
  it('turn four times into themselves', () => {
    fc.assert(
      fc.property(images, (image) => {
        assert.deepEqual(turnGray(turnGray(turnGray(turnGray(image, 1), 1), 1), 1), image);
        assert.deepEqual(turnGray(turnGray(image, 1), 1), turnGray(image, 2));
        assert.deepEqual(turnGray(turnGray(image, 2), 1), turnGray(image, 3));
      }),
    );
  });

  it('turn clockwise', () => {
    assert.deepEqual(
      [...turnGray({data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2}, 1).data],
      [4, 1, 5, 2, 6, 3],
    );
  });

  it('keep their range and roughly their mean when resized', () => {
    fc.assert(
      fc.property(images, fc.double({min: 0.2, max: 3, noNaN: true}), (image, scale) => {
        const out = resizeGray(image, scale);
        assert.equal(out.data.length, out.width * out.height);
        assert.ok(
          Math.max(...out.data) <= Math.max(...image.data) && Math.min(...out.data) >= Math.min(...image.data) - 1,
        );
      }),
    );
    const half = resizeGray(ramp(40, 20), 0.5);
    assert.equal(half.data[0], 2); // mean of 0, 2, 3, 5, rounded down
  });

  it('cut a turned rectangle out where it lies', () => {
    const image = ramp(60, 20);
    const flat = cutTurned(image, {cx: 30, cy: 10, width: 20, height: 10, angle: 0}, 20, 10);
    assert.ok(Math.abs((flat.data[0] ?? 0) - sampleGray(image, 20.5, 5.5)) <= 1);
    const up = cutTurned(image, {cx: 30, cy: 10, width: 10, height: 10, angle: Math.PI / 2}, 10, 10);
    assert.equal((up.data[9] ?? 0) - (up.data[0] ?? 0), 27, 'its first line runs down the picture: nine rows of 3');
    const [topLeft, , bottomRight] = cornersOf({cx: 30, cy: 10, width: 20, height: 10, angle: 0});
    assert.deepEqual(
      [topLeft, bottomRight],
      [
        {x: 20, y: 5},
        {x: 40, y: 15},
      ],
    );
  });

  it('hold every corner when turned by any angle', () => {
    const out = turnGrayBy(ramp(40, 20), Math.PI / 6);
    assert.deepEqual([out.width, out.height], [45, 37]);
  });

  it('flatten a quadrilateral onto its rectangle', () => {
    const quad = [
      {x: 10, y: 5},
      {x: 50, y: 5},
      {x: 50, y: 15},
      {x: 10, y: 15},
    ] as const;
    const out = warpQuad(ramp(60, 20), [...quad], 40, 10);
    assert.deepEqual(out, cropGray(ramp(60, 20), 10, 5, 40, 10));
    const h = squareToQuad([
      {x: 0, y: 0},
      {x: 10, y: 2},
      {x: 12, y: 9},
      {x: -1, y: 8},
    ]);
    const w = h.g + h.h + 1;
    assert.ok(Math.abs((h.a + h.b + h.c) / w - 12) < 1e-9 && Math.abs((h.d + h.e + h.f) / w - 9) < 1e-9);
  });

  it('come from RGB and RGBA alike', () => {
    assert.deepEqual([...grayFromPixels(Uint8Array.of(255, 255, 255, 0, 0, 0), 2, 1, 3).data], [255, 0]);
    assert.deepEqual([...grayFromPixels(Uint8Array.of(0, 255, 0, 9, 0, 0, 255, 9), 2, 1, 4).data], [149, 28]);
  });
});
