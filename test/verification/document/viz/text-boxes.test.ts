import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {convexHull, findTextBoxes, smallestRect} from '../../../../src/verification/document/viz/text-boxes.ts';

/** A map with one turned bar of text. */
function mapWith(bar: {cx: number; cy: number; width: number; height: number; angle: number}, value = 0.9) {
  const [width, height] = [200, 160];
  const data = new Float32Array(width * height);
  const [cos, sin] = [Math.cos(bar.angle), Math.sin(bar.angle)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x + 0.5 - bar.cx, y + 0.5 - bar.cy];
      const inside = Math.abs(dx * cos + dy * sin) <= bar.width / 2 && Math.abs(dy * cos - dx * sin) <= bar.height / 2;
      if (inside) data[y * width + x] = value;
    }
  }
  return {data, width, height};
}

test('finds a bar where it lies, whichever way it is turned, and grows it back', () => {
  for (const angle of [0, 0.2, -0.35, 0.6]) {
    const bar = {cx: 100, cy: 80, width: 90, height: 10, angle};
    const [box, ...others] = findTextBoxes(mapWith(bar), {grow: 1.6});
    assert.ok(box && others.length === 0);
    assert.ok(Math.hypot(box.cx - 100, box.cy - 80) < 1.5);
    assert.ok(Math.abs(box.angle - angle) < 0.04, `${box.angle} for ${angle}`);
    // 90 x 10 grows by 900 * 1.6 / 200 on each side.
    assert.ok(Math.abs(box.width - 104.4) < 4 && Math.abs(box.height - 24.4) < 4, `${box.width} x ${box.height}`);
    assert.ok(Math.abs(box.score - 0.9) < 1e-3);
  }
});

test('text on its side is a box that stands', () => {
  const [box] = findTextBoxes(mapWith({cx: 100, cy: 80, width: 90, height: 10, angle: Math.PI / 2}));
  assert.ok(box && box.height > 3 * box.width && Math.abs(box.angle) < 0.01);
});

test('lines apart are boxes apart; faint and thin ones are none', () => {
  const one = mapWith({cx: 100, cy: 40, width: 90, height: 10, angle: 0});
  const two = mapWith({cx: 100, cy: 120, width: 60, height: 10, angle: 0});
  const both = {...one, data: one.data.map((value, i) => Math.max(value, two.data[i] ?? 0))};
  assert.equal(findTextBoxes(both).length, 2);
  assert.deepEqual(findTextBoxes(mapWith({cx: 100, cy: 80, width: 90, height: 10, angle: 0}, 0.4)), []);
  assert.deepEqual(findTextBoxes(mapWith({cx: 100, cy: 80, width: 90, height: 1, angle: 0})), []);
  assert.deepEqual(findTextBoxes({data: new Float32Array(0), width: 0, height: 0}), []);
});

const point = fc.record({x: fc.integer({min: -50, max: 50}), y: fc.integer({min: -50, max: 50})});

test('the smallest rectangle holds every point', () => {
  fc.assert(
    fc.property(fc.array(point, {minLength: 3, maxLength: 60}), (points) => {
      const rect = smallestRect(convexHull(points));
      if (!rect) return;
      const [cos, sin] = [Math.cos(rect.angle), Math.sin(rect.angle)];
      for (const {x, y} of points) {
        const [dx, dy] = [x - rect.cx, y - rect.cy];
        assert.ok(Math.abs(dx * cos + dy * sin) <= rect.width / 2 + 1e-6);
        assert.ok(Math.abs(dy * cos - dx * sin) <= rect.height / 2 + 1e-6);
      }
    }),
  );
});

test('never throws or hangs on any map', () => {
  fc.assert(
    fc.property(fc.array(fc.float({min: 0, max: 1, noNaN: true}), {minLength: 400, maxLength: 400}), (values) => {
      for (const box of findTextBoxes({data: Float32Array.from(values), width: 20, height: 20})) {
        assert.ok(Number.isFinite(box.cx + box.cy + box.width + box.height + box.angle));
      }
    }),
  );
});
