import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {overlayShapes, overlaySvg, type OverlayMark} from '../../src/protocol/region-overlay.ts';

const region = {evidenceId: 'evi_1', x: 100, y: 200, width: 300, height: 100, pictureWidth: 1000, pictureHeight: 800};
const mark = (about: Partial<OverlayMark> = {}): OverlayMark => ({
  region,
  label: 'birthdate',
  tone: 'passed',
  ...about,
});
const scaled = {width: 500, height: 400};

test('a region is drawn on a copy of another size where it lies in the picture', () => {
  const [shape] = overlayShapes([mark()], scaled);
  assert.deepEqual(shape?.points, [
    {x: 50, y: 100},
    {x: 200, y: 100},
    {x: 200, y: 150},
    {x: 50, y: 150},
  ]);
  assert.equal(shape?.path, '50,100 200,100 200,150 50,150');
});

test('on a flattened card it lies where the card was cut from, also when that lay on its side', () => {
  // The card is the picture's left half, and reads from bottom to top: its top left is the picture's bottom left.
  const corners = [
    {x: 0, y: 1},
    {x: 0, y: 0},
    {x: 0.5, y: 0},
    {x: 0.5, y: 1},
  ];
  const [shape] = overlayShapes([mark()], {width: 800, height: 500, corners});
  const xs = shape?.points.map(({x}) => Math.round(x)) ?? [];
  const ys = shape?.points.map(({y}) => Math.round(y)) ?? [];
  assert.deepEqual([Math.min(...xs), Math.max(...xs)], [500, 600]);
  assert.deepEqual([Math.min(...ys), Math.max(...ys)], [100, 400]);
});

test('the corners of any card become the corners of its flat picture', () => {
  const near = (least: number) => fc.double({min: least, max: least + 0.2, noNaN: true});
  fc.assert(
    fc.property(near(0), near(0), near(0.7), near(0), near(0.7), near(0.7), near(0), near(0.7), (...at) => {
      const corners = [0, 1, 2, 3].map((i) => ({x: at[2 * i] ?? 0, y: at[2 * i + 1] ?? 0}));
      const flat = {width: 856, height: 540, corners};
      const wanted = [
        [0, 0],
        [856, 0],
        [856, 540],
        [0, 540],
      ];
      for (const [i, corner] of corners.entries()) {
        const dot = {...region, x: corner.x * 1000, y: corner.y * 800, width: 0, height: 0};
        const [point] = overlayShapes([mark({region: dot})], flat)[0]?.points ?? [];
        assert.ok(
          Math.hypot((point?.x ?? 9e9) - (wanted[i]?.[0] ?? 0), (point?.y ?? 9e9) - (wanted[i]?.[1] ?? 0)) < 0.01,
        );
      }
    }),
  );
});

test('marks of one place are drawn once with every label, and failed where one of them failed', () => {
  const shapes = overlayShapes([mark(), mark({label: 'expiry', tone: 'failed'}), mark()], scaled);
  assert.equal(shapes.length, 1);
  assert.equal(shapes[0]?.label?.text, 'birthdate · expiry');
  assert.equal(shapes[0]?.tone, 'failed');
});

test('a label stays in the picture: below its region where there is no room above', () => {
  const corner = {...region, x: 950, y: 0, width: 50, height: 20};
  const [shape] = overlayShapes([mark({region: corner})], scaled);
  const {x = 0, y = 0, width = 0, height = 0} = shape?.label ?? {};
  assert.ok(x >= 0 && x + width <= 500);
  assert.ok(y >= 10 && y + height <= 400);
});

test('as text it is one SVG document in which nothing of a label is markup', () => {
  const text = overlaySvg([mark({label: '<b>&"'})], {...scaled, picture: 'card.jpg'});
  assert.match(text, /^<svg [^>]*viewBox="0 0 500 400">.*<\/svg>$/);
  assert.match(text, /<image href="card.jpg"/);
  assert.match(text, /&lt;b&gt;&amp;&quot;/);
  assert.doesNotMatch(text, /<b>/);
});
