import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import sharp from 'sharp';
import {measureFrame} from '../../../src/flow/capture/measure.ts';
import type {GrayImage} from '../../../src/verification/image/gray.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const look = {mrz: true, barcode: true};
const [width, height] = [1200, 820];
/** The guide with the air around it that the preview gives. */
const guide = {x: 145, y: 99, width: 909, height: 621};

/** A picture of the folder in the guide, on a table, as the camera would see it; `scale` 1 fills the guide. */
async function frame(file: string, {scale = 1, blur = 0} = {}): Promise<GrayImage> {
  const card = await sharp(path.join(root, file))
    .resize({width: Math.round(guide.width * scale), height: Math.round(guide.height * scale), fit: 'inside'})
    .toBuffer();
  const table = sharp({create: {width, height, channels: 3, background: '#55524e'}}).composite([
    {input: card, gravity: 'centre'},
  ]);
  const scene = sharp(await table.png().toBuffer());
  const {data} = await (blur ? scene.blur(blur) : scene).greyscale().raw().toBuffer({resolveWithObject: true});
  return {data: new Uint8Array(data), width, height};
}

const measure = (gray: GrayImage) => measureFrame(gray, {guide, look, before: undefined}).measured;

test('finds a card by its outline and the lines on its back', async () => {
  const measured = measure(await frame('demo/specimens/id-back-photo.jpg'));
  assert.ok(measured.sides >= 3, `sides ${measured.sides}`);
  assert.ok(measured.mrz);
  assert.ok(measured.sharpness > 15);
});

test('finds the barcode of a licence, and none where there is none', async () => {
  assert.equal(measure(await frame('demo/specimens/licence-back-photo.jpg')).barcode, true);
  assert.equal(measure(await frame('demo/specimens/licence-front-photo.jpg')).barcode, false);
  assert.equal(measure(await frame('demo/specimens/cat.jpg')).barcode, false);
});

test('sees no machine-readable lines on a cat', async () => {
  assert.equal(measure(await frame('demo/specimens/cat.jpg')).mrz, false);
});

test('tells how much of the guide is filled', async () => {
  const near = measure(await frame('demo/specimens/id-front-photo.jpg'));
  const far = measure(await frame('demo/specimens/id-front-photo.jpg', {scale: 0.8}));
  assert.ok((near.fill ?? 0) > (far.fill ?? 1), `${near.fill} ${far.fill}`);
});

test('a blurred picture measures below the limit', async () => {
  assert.ok(measure(await frame('demo/specimens/passport-photo.jpg', {blur: 6})).sharpness < 15);
});

test('an empty table has no document', async () => {
  const data = new Uint8Array(width * height).fill(90);
  const measured = measure({data, width, height});
  assert.deepEqual([measured.sides, measured.fill, measured.mrz, measured.barcode], [0, undefined, false, false]);
});

test('motion is the change since the frame before', async () => {
  const gray = await frame('demo/specimens/passport-photo.jpg');
  const first = measureFrame(gray, {guide, look, before: undefined});
  assert.equal(first.measured.motion, 255);
  assert.equal(measureFrame(gray, {guide, look, before: first.small}).measured.motion, 0);
  const moved = {...gray, data: gray.data.map((_, i) => gray.data[i + 30] ?? 0)};
  assert.ok(measureFrame(moved, {guide, look, before: first.small}).measured.motion > 3);
});
