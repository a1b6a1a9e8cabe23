import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import sharp from 'sharp';
import {readMrz, type MrzReading} from '../../../../src/verification/document/mrz/read.ts';
import {openOnnxRecogniser} from '../../../../src/verification/document/mrz/recogniser-onnx.node.ts';
import type {MrzRecogniser} from '../../../../src/verification/document/mrz/recogniser.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import {turnGray, type GrayImage} from '../../../../src/verification/image/gray.ts';

interface Sample {
  file: string;
  format: string;
  mrz: string[] | null;
  mrzCharPx: number;
  quad: [number, number][];
}
const folder = new URL('../../../data/documents/', import.meta.url);
const samplesOf = (set: string): Sample[] =>
  JSON.parse(readFileSync(new URL(`${set}.json`, folder), 'utf8')) as Sample[];
const pictureOf = async (file: string): Promise<GrayImage> =>
  (await decodeImage(readFileSync(new URL(file, folder)))).gray;
const today = '2026-11-22';

describe('reading the machine-readable zone of a photograph', () => {
  let recogniser: MrzRecogniser;
  before(async () => {
    recogniser = await openOnnxRecogniser({models: fileURLToPath(new URL('../../../../models', import.meta.url))});
  });
  after(() => recogniser.close());
  const read = (image: GrayImage): Promise<MrzReading | undefined> => readMrz(image, recogniser, {today});

  for (const sample of samplesOf('synth')) {
    it(`reads every character of ${sample.file}`, async () => {
      const reading = await read(await pictureOf(sample.file));
      assert.deepEqual(reading?.lines, sample.mrz);
      assert.equal(reading?.layout, sample.format);
      assert.equal(reading?.verified, true);
      assert.equal(reading?.parsed.valid, true);
    });
  }

  for (const {file} of samplesOf('neg')) {
    it(`reads nothing where nothing is: ${file}`, async () => {
      assert.equal(await read(await pictureOf(file)), undefined);
    });
  }

  it('reads nothing in an empty, a noisy and a tiny picture', async () => {
    let state = 7;
    const noise = Uint8Array.from({length: 640 * 480}, () => (state = (state * 48271) % 2147483647) & 255);
    assert.equal(await read({data: noise, width: 640, height: 480}), undefined);
    assert.equal(await read({data: new Uint8Array(640 * 480).fill(255), width: 640, height: 480}), undefined);
    assert.equal(await read({data: Uint8Array.of(1), width: 1, height: 1}), undefined);
  });

  it('reads nothing on a page of ordinary print', async () => {
    const lines = Array.from(
      {length: 24},
      (_, i) => `The quick brown fox ${i} jumps over the lazy dog and signs page ${i * 7}`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="900"><rect width="1000" height="900" fill="white"/>${lines
      .map((line, i) => `<text x="40" y="${50 + i * 34}" font-size="24" font-family="monospace">${line}</text>`)
      .join('')}</svg>`;
    const {gray} = await decodeImage(await sharp(Buffer.from(svg)).png().toBuffer());
    assert.equal(await read(gray), undefined);
  });

  it('reads a picture whichever way up, and says how to turn it', async () => {
    const [sample] = samplesOf('synth');
    assert.ok(sample);
    const image = await pictureOf(sample.file);
    for (const quarters of [0, 1, 2, 3] as const) {
      const reading = await read(turnGray(image, quarters));
      assert.deepEqual(reading?.lines, sample.mrz, `${quarters} quarters`);
      assert.equal(reading?.orientation, (360 - quarters * 90) % 360);
    }
  });

  it('says where the zone is and how large its characters are', async () => {
    const sample = samplesOf('synth').find((each) => each.file.includes('009_MRVA_easy'));
    assert.ok(sample);
    const image = await pictureOf(sample.file);
    const reading = await read(image);
    assert.ok(reading);
    assert.ok(
      Math.abs(reading.charPitchPx / sample.mrzCharPx - 1) < 0.08,
      `${reading.charPitchPx} for ${sample.mrzCharPx}`,
    );
    const [topLeft, topRight, bottomRight] = reading.quad;
    assert.ok(topRight.x - topLeft.x > 40 * sample.mrzCharPx && bottomRight.y > topRight.y);
    const bottom = Math.max(...sample.quad.map(([, y]) => y));
    const {region} = reading;
    assert.ok(region.y > image.height / 2 && region.y + region.height < bottom + 10, 'in the lower part of the card');
  });

  it('tells how sure it is, per line and per field', async () => {
    const reading = await read(await pictureOf('synth/003_TD3_easy.jpg'));
    assert.ok(reading);
    assert.equal(reading.lineConfidences.length, 2);
    assert.ok(reading.confidence > 0.9 && reading.confidence <= 1);
    assert.ok((reading.fieldConfidences.surname ?? 0) > 0.9);
    assert.deepEqual(reading.repairedFields, []);
    assert.ok(reading.pitchVariation < 0.2, String(reading.pitchVariation));
  });
});
