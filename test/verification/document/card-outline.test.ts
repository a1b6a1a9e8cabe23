import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findCardOutline} from '../../../src/verification/document/card-outline.ts';
import type {GrayImage, Point} from '../../../src/verification/image/gray.ts';

/** A pale card with a few lines of print on a darker table. */
function drawCard(quad: Point[], {width = 800, height = 600, table = 90, card = 220} = {}): GrayImage {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const depth = Math.min(...quad.map((from, i) => insideEdge({x, y}, from, quad[(i + 1) % 4] ?? from)));
      const print = depth > 40 && y % 40 < 8 && x % 13 < 6;
      data[y * width + x] = depth < 0 ? table + ((x * 7 + y * 3) % 5) : print ? 60 : card;
    }
  }
  return {data, width, height};
}

function insideEdge(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return (dx * (point.y - from.y) - dy * (point.x - from.x)) / Math.hypot(dx, dy);
}

const places: Point[][] = [
  [
    {x: 110, y: 120},
    {x: 690, y: 120},
    {x: 690, y: 485},
    {x: 110, y: 485},
  ],
  [
    {x: 150, y: 80},
    {x: 710, y: 160},
    {x: 660, y: 520},
    {x: 100, y: 440},
  ],
  [
    {x: 250, y: 30},
    {x: 560, y: 60},
    {x: 540, y: 560},
    {x: 225, y: 540},
  ],
];

test('finds the corners of a card, upright, turned and on its side', () => {
  for (const quad of places) {
    const found = findCardOutline(drawCard(quad));
    assert.ok(found);
    for (const corner of quad) {
      const nearest = Math.min(...found.quad.map((p) => Math.hypot(p.x - corner.x, p.y - corner.y)));
      assert.ok(nearest < 12, `a corner is ${nearest.toFixed(1)} px off`);
    }
    assert.ok(found.support > 0.8);
  }
});

test('goes clockwise from the top left', () => {
  const [quad = []] = places;
  const found = findCardOutline(drawCard(quad));
  assert.deepEqual(
    found?.quad.map(({x, y}) => [x < 400, y < 300]),
    [
      [true, true],
      [false, true],
      [false, false],
      [true, false],
    ],
  );
});

test('sees no card in an empty table, a square, or pictures too small to hold one', () => {
  const empty = {width: 640, height: 480, data: new Uint8Array(640 * 480).fill(120)};
  assert.equal(findCardOutline(empty), undefined);
  const square = drawCard([
    {x: 200, y: 100},
    {x: 600, y: 100},
    {x: 600, y: 500},
    {x: 200, y: 500},
  ]);
  assert.equal(findCardOutline(square), undefined);
  assert.equal(findCardOutline({width: 30, height: 20, data: new Uint8Array(600)}), undefined);
});
