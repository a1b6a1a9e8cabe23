import assert from 'node:assert/strict';
import {test} from 'node:test';
import {flatSize, placeCard, type CardPlace} from '../../../src/verification/document/card-place.ts';
import type {CardOutline} from '../../../src/verification/document/card-outline.ts';
import {picture, withBarcode, withZone} from './submission.ts';

type Quad = CardOutline['quad'];

/** A rectangle of the picture, clockwise from its top left. */
const rect = (x: number, y: number, width: number, height: number): Quad => [
  {x, y},
  {x: x + width, y},
  {x: x + width, y: y + height},
  {x, y: y + height},
];
const outline = (quad: Quad): {outline: CardOutline} => ({outline: {quad, support: 0.9}});
const size = {width: 1600, height: 1200};

/** The zone of `withZone` runs from (100, 900) to (1500, 1050). */
const page = rect(30, 60, 1540, 1084);

test('a border that holds the zone is the page, in the size of its layout', () => {
  const place = placeCard({...withZone({}, outline(page)), ...size});
  assert.deepEqual(place, {quad: page, size: {widthMm: 125, heightMm: 88}, by: 'outline'});
  assert.deepEqual(flatSize(place as CardPlace), {width: 1625, height: 1144, pixelsPerMm: 13});
});

test('it is begun where the zone begins, however the picture lies', () => {
  const reading = withZone({}, outline(page));
  const [a, b, c, d] = reading.mrz?.quad ?? page;
  const upsideDown = {...reading, ...(reading.mrz && {mrz: {...reading.mrz, quad: [c, d, a, b] as Quad}})};
  assert.deepEqual(placeCard({...upsideDown, ...size})?.quad[0], page[2]);
});

test("a portrait's frame or two pages are not the page: then the zone says about where it is", () => {
  for (const wrong of [rect(100, 200, 500, 700), rect(30, 60, 1540, 1540), rect(0, 0, 2600, 1800)]) {
    const place = placeCard({...withZone({}, outline(wrong)), ...size});
    assert.equal(place?.by, 'zone');
    const [topLeft, , bottomRight] = place.quad;
    // The page's own border lies within.
    assert.ok(topLeft.x < 40 && topLeft.y < 80 && bottomRight.x > 1560 && bottomRight.y > 1100);
    assert.deepEqual(place.size, {widthMm: 131, heightMm: 94});
  }
});

test('a card without a zone has the size of its proportions and reads as its bar code does', () => {
  const card = rect(50, 100, 1500, 946);
  assert.deepEqual(placeCard({...withBarcode({}, outline(card)), ...size}), {
    quad: card,
    size: {widthMm: 85.6, heightMm: 53.98},
    by: 'outline',
  });
  const reading = withBarcode({}, outline(card));
  const [a, b, c, d] = rect(100, 400, 1400, 400);
  const barcode = {status: 'decoded', text: '', corners: [c, d, a, b] as Quad, attempt: 'as_is'} as const;
  assert.deepEqual(placeCard({...reading, barcode, ...size})?.quad[0], card[2]);
});

test('a border through the bar code is none', () => {
  const card = rect(300, 100, 1000, 630);
  assert.equal(placeCard({...withBarcode({}, outline(card)), ...size}), undefined);
});

test('a licence that stands on its shorter side keeps standing', () => {
  const card = rect(400, 100, 630, 1000);
  const visual = {lines: [], fields: {}};
  const lying = placeCard({...picture({...outline(card), visual}), ...size});
  assert.deepEqual(lying?.size, {widthMm: 85.6, heightMm: 53.98});
  const line = {
    text: 'A LICENCE THAT STANDS UPRIGHT',
    confidence: 0.9,
    characters: [],
    quad: card,
    region: {x: 0, y: 0, width: 1, height: 1},
  };
  const box = {cx: 0, cy: 0, width: 1, height: 1, angle: 0};
  const read = {lines: [{...line, box}], fields: {}, view: {quad: rect(380, 80, 670, 1040), width: 640, height: 992}};
  const standing = placeCard({...picture({...outline(card), visual: read}), ...size});
  assert.deepEqual(standing?.size, {widthMm: 53.98, heightMm: 85.6});
});

test('a scan that is cut to its card is the card; any other picture without a border stays whole', () => {
  const scan = placeCard({...picture(), width: 1012, height: 638});
  assert.deepEqual([scan?.by, scan?.size], ['picture', {widthMm: 85.6, heightMm: 53.98}]);
  assert.equal(placeCard({...picture(), ...size}), undefined);
});
