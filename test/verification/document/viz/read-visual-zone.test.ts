import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {turnGray, type GrayImage} from '../../../../src/verification/image/gray.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import {findCardOutline} from '../../../../src/verification/document/card-outline.ts';
import {cutStrip} from '../../../../src/verification/document/viz/cut-strip.ts';
import {openVisualZoneNets, visualZoneNets} from '../../../../src/verification/document/viz/nets.node.ts';
import {readVisualZone} from '../../../../src/verification/document/viz/read-visual-zone.node.ts';
import {recogniseText} from '../../../../src/verification/document/viz/recognise-text.node.ts';

async function specimen(name: string): Promise<GrayImage> {
  return (await decodeImage(await readFile(new URL(`../../../../demo/specimens/${name}`, import.meta.url)))).gray;
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
