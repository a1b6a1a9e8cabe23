import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {turnGray, type GrayImage, type Point} from '../../../../src/verification/image/gray.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import {findCardOutline} from '../../../../src/verification/document/card-outline.ts';
import {mrzRecogniser} from '../../../../src/verification/document/mrz-net.node.ts';
import {readMrz} from '../../../../src/verification/document/mrz/read.ts';
import {cutStrip} from '../../../../src/verification/document/viz/cut-strip.ts';
import {openVisualZoneNets, visualZoneNets} from '../../../../src/verification/document/viz/nets.node.ts';
import {readVisualZone} from '../../../../src/verification/document/viz/read-visual-zone.node.ts';
import {recogniseText} from '../../../../src/verification/document/viz/recognise-text.node.ts';
import {distance, viewAboveZone, withMargin} from '../../../../src/verification/document/viz/view.ts';

async function specimen(name: string): Promise<GrayImage> {
  return (await decodeImage(await readFile(new URL(`../../../../demo/specimens/${name}`, import.meta.url)))).gray;
}

function middle(a: Point, b: Point): Point {
  return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
}

async function linesOf(image: GrayImage) {
  const outline = findCardOutline(image);
  return (await readVisualZone(image, await visualZoneNets(), outline ? {outline} : {})).lines;
}

test('reads the front of a card in reading order, with places on the picture', async () => {
  const image = await specimen('id-front-photo.jpg');
  const lines = await linesOf(image);
  const texts = lines.map(({text}) => text.replaceAll(' ', ''));
  const order = ['UTOPIA', 'Surname', 'OKOYE', 'AMARA', 'C73918264'].map((text) => texts.indexOf(text));
  assert.ok(!order.includes(-1), texts.join(' | '));
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  for (const {region} of lines) {
    assert.ok(
      region.x > 0 && region.y > 0 && region.x + region.width < image.width && region.y + region.height < image.height,
    );
  }
});

test('a card on its side or on its head is turned until it reads', async () => {
  const upright = await specimen('id-front-photo.jpg');
  for (const quarters of [1, 2, 3] as const) {
    const texts = (await linesOf(turnGray(upright, quarters))).map(({text}) => text);
    assert.ok(texts.includes('OKOYE') && texts.includes('C73918264'), `${quarters}: ${texts.join(' | ')}`);
  }
});

test('looks within the border of a page whose zone fits it, and else above the zone', async () => {
  const image = await specimen('passport-photo.jpg');
  const [outline, mrz] = [findCardOutline(image), await readMrz(image, await mrzRecogniser(), {today: '2026-11-22'})];
  assert.ok(outline && mrz);
  const nets = await visualZoneNets();
  const framed = await readVisualZone(image, nets, {mrz, outline, enough: () => true});
  for (const [i, corner] of withMargin(outline.quad).entries()) {
    assert.ok(distance(framed.view.quad[i] ?? corner, corner) < 1, `corner ${i}`);
  }
  // half a page: its proportions are no passport's
  const [a, b, c, d] = outline.quad;
  const half = {...outline, quad: [a, middle(a, b), middle(d, c), d] as typeof outline.quad};
  for (const wrong of [{mrz, outline: half}, {mrz}]) {
    const {view} = await readVisualZone(image, nets, {...wrong, enough: () => true});
    assert.deepEqual(view.quad, viewAboveZone(mrz));
  }
});

test('stops reading once what was read will do', async () => {
  const image = await specimen('id-front-photo.jpg');
  const outline = findCardOutline(image);
  const nets = await visualZoneNets();
  const {lines} = await readVisualZone(image, nets, {...(outline && {outline}), enough: () => true});
  assert.ok(lines.length > 0 && lines.length <= 5);
});

test('a picture without print gives next to nothing', async () => {
  const lines = await linesOf(await specimen('cat.jpg'));
  assert.ok(lines.map(({text}) => text).join('').length < 6);
  const empty = {data: new Uint8Array(64 * 64).fill(128), width: 64, height: 64};
  assert.deepEqual((await readVisualZone(empty, await visualZoneNets())).lines, []);
});

test('both builds of onnxruntime read the same', async () => {
  const image = await specimen('id-front-photo.jpg');
  const line = (await linesOf(image)).find(({text}) => text === 'OKOYE');
  assert.ok(line);
  const strip = cutStrip(image, line.quad);
  for (const runtime of ['native', 'wasm'] as const) {
    const nets = await openVisualZoneNets(runtime);
    assert.equal((await recogniseText(strip, nets)).text, 'OKOYE', runtime);
    await Promise.all([nets.detector.close(), nets.recogniser.close()]);
  }
});
