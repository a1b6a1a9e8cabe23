import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {guideInVideo} from '../../../src/flow/capture/preview.ts';

test('finds the guide in a video that is shown whole', () => {
  const stage = {x: 0, y: 0, width: 640, height: 360};
  const {crop, guide} = guideInVideo({width: 1280, height: 720}, stage, {x: 160, y: 90, width: 320, height: 180});
  const expected = {x: 320 - 640 * 0.16, y: 180 - 360 * 0.16, width: 640 * 1.32, height: 360 * 1.32};
  for (const [key, value] of Object.entries(expected)) {
    assert.ok(Math.abs(crop[key as keyof typeof crop] - value) < 1e-6, key);
  }
  assert.ok(Math.abs(guide.x - 0.16 / 1.32) < 1e-9);
  assert.ok(Math.abs(guide.width - 1 / 1.32) < 1e-9);
});

test('counts the parts that a covering video hides', () => {
  // 1280 x 720 covers 360 x 640: the height fits, 1280 becomes 1137.8 px, of which the middle 360 are seen
  const {crop} = guideInVideo(
    {width: 1280, height: 720},
    {x: 0, y: 0, width: 360, height: 640},
    {x: 0, y: 220, width: 360, height: 200},
  );
  const middle = crop.x + crop.width / 2;
  assert.ok(Math.abs(middle - 640) < 1);
  assert.ok(crop.width < 1280 && crop.width > 405);
});

test('never leaves the video, whatever the sizes', () => {
  const size = fc.integer({min: 60, max: 4000});
  const share = fc.double({min: 0, max: 1, noNaN: true});
  fc.assert(
    fc.property(size, size, size, size, share, share, share, share, (vw, vh, sw, sh, x, y, w, h) => {
      const box = {x: x * sw * 0.5, y: y * sh * 0.5, width: 20 + w * sw * 0.5, height: 20 + h * sh * 0.5};
      const {crop, guide} = guideInVideo({width: vw, height: vh}, {x: 0, y: 0, width: sw, height: sh}, box);
      assert.ok(crop.x >= 0 && crop.y >= 0 && crop.width >= 1 && crop.height >= 1);
      assert.ok(crop.x + crop.width <= vw + 1 && crop.y + crop.height <= vh + 1);
      assert.ok(guide.x >= 0 && guide.y >= 0 && guide.width > 0 && guide.width <= 1 && guide.height <= 1);
    }),
  );
});
