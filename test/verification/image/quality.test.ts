import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import sharp from 'sharp';
import {decodeImage, type DecodedImage} from '../../../src/verification/image/decode.node.ts';
import {cropGray, fitGray, type GrayImage} from '../../../src/verification/image/gray.ts';
import {measureQuality} from '../../../src/verification/image/quality.ts';

const file = readFileSync(new URL('../../data/documents/synth/006_TD1_easy.jpg', import.meta.url));

async function blurred(sigma: number): Promise<GrayImage> {
  return (await decodeImage(await sharp(file).blur(sigma).png().toBuffer())).gray;
}

describe('the quality of a picture', () => {
  let photo: DecodedImage;
  before(async () => {
    photo = await decodeImage(file);
  });

  it('falls in sharpness with every step of blur', async () => {
    const values = [photo.gray, await blurred(1), await blurred(2), await blurred(4)].map(
      (image) => measureQuality(image).sharpness,
    );
    for (let i = 1; i < values.length; i++) assert.ok((values[i] ?? 0) < (values[i - 1] ?? 0) * 0.6, values.join(' '));
    assert.ok((values[0] ?? 0) > 60, `sharp: ${values[0]}`);
    assert.ok((values[3] ?? 99) < 10, `blurred: ${values[3]}`);
  });

  it('is the same for two sizes of one picture at the width of the smaller', () => {
    const half = fitGray(photo.gray, photo.gray.width / 2);
    const width = half.width;
    const [a, b] = [photo.gray, half].map(
      (image) => measureQuality(image, undefined, {sharpnessWidth: width}).sharpness,
    );
    assert.ok(Math.abs((a ?? 0) / (b ?? 1) - 1) < 0.05, `${a} ${b}`);
  });

  it('finds a blown-out patch and says where', () => {
    const {width, height} = photo.gray;
    const data = Uint8Array.from(photo.gray.data);
    for (let y = 300; y < 480; y++) data.fill(255, y * width + 500, y * width + 760);
    const {glare} = measureQuality({data, width, height});
    assert.ok(glare.fraction > 0.015 && glare.fraction < 0.06, String(glare.fraction));
    const [region] = glare.regions;
    assert.ok(
      region && region.x <= 540 && region.x >= 460 && region.y <= 340 && region.y >= 260,
      JSON.stringify(region),
    );
    assert.equal(measureQuality(photo.gray).glare.fraction, 0);
  });

  it('tells the dark and the foggy picture from the good one', () => {
    const map = (change: (value: number) => number): GrayImage => ({...photo.gray, data: photo.gray.data.map(change)});
    assert.ok(measureQuality(map((value) => value * 0.1)).exposure.darkFraction > 0.9);
    assert.ok(measureQuality(map((value) => 120 + value * 0.1)).exposure.contrast < 20);
    assert.ok(measureQuality(photo.gray).exposure.contrast > 40);
  });

  it('says at which edges a document is cut', () => {
    const {width, height} = photo.gray;
    const box = {x: 40, y: -5, width: width - 39, height: height / 2};
    assert.deepEqual(measureQuality(photo.gray, undefined, {document: box}).cutEdges, ['top', 'right']);
    assert.deepEqual(measureQuality(photo.gray).cutEdges, []);
  });

  it('measures colour, and none in a photocopy', () => {
    const rgb = {data: photo.rgb, width: photo.width, height: photo.height};
    assert.ok((measureQuality(photo.gray, rgb).chroma ?? 0) > 8);
    const copy = {...rgb, data: photo.rgb.map((_, i) => photo.rgb[i - (i % 3)] ?? 0)};
    assert.equal(measureQuality(photo.gray, copy).chroma, 0);
  });

  it('costs a few milliseconds on a camera preview', () => {
    const preview = fitGray(photo.gray, 480);
    measureQuality(preview, undefined, {sharpnessWidth: 480});
    const before = process.cpuUsage();
    for (let i = 0; i < 20; i++) measureQuality(preview, undefined, {sharpnessWidth: 480});
    const {user, system} = process.cpuUsage(before);
    assert.ok((user + system) / 20_000 < 40, `${(user + system) / 20_000} ms a frame`);
  });

  it('survives pictures of a pixel', () => {
    const quality = measureQuality(cropGray(photo.gray, 0, 0, 1, 1));
    assert.equal(Number.isFinite(quality.sharpness), true);
  });

  it('gives a picture of one colour no contrast', () => {
    const {exposure} = measureQuality({data: new Uint8Array(64 * 64).fill(120), width: 64, height: 64});
    assert.deepEqual([exposure.mean, exposure.contrast], [120, 0]);
  });
});
