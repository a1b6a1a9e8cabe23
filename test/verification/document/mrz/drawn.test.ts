/** Every layout, drawn with the specimens' own outlines and pictured in every way a hand may hold it: no character may be wrong. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import sharp from 'sharp';
import {drawText} from '../../../../src/cli/specimens/draw-text.ts';
import {ocrB} from '../../../../src/cli/specimens/face-ocr-b.ts';
import {sansBold} from '../../../../src/cli/specimens/face-sans-bold.ts';
import {mrzLayouts, type MrzLayout} from '../../../../src/protocol/government-id.ts';
import {formatMrz, type MrzContent} from '../../../../src/verification/document/mrz/format.ts';
import {readMrz, type MrzReading} from '../../../../src/verification/document/mrz/read.ts';
import {openOnnxRecogniser} from '../../../../src/verification/document/mrz/recogniser-onnx.node.ts';
import type {MrzRecogniser} from '../../../../src/verification/document/mrz/recogniser.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import {resizeGray, turnGray, turnGrayBy, type GrayImage} from '../../../../src/verification/image/gray.ts';

const today = '2026-11-22';
const holder = {surname: 'VAN DER BERG', givenNames: 'ANNA MARIA', birthDate: '1974-08-12', sex: 'F'} as const;
const contents: Record<MrzLayout, MrzContent> = {
  TD1: {...holder, documentCode: 'I', issuer: 'UTO', documentNumber: 'D23145890', expiryDate: '2032-04-15'},
  TD2: {...holder, documentCode: 'I', issuer: 'D', documentNumber: 'C01X0006H', expiryDate: '2031-01-31'},
  TD3: {...holder, documentCode: 'P', issuer: 'NLD', documentNumber: 'XR1001R58', expiryDate: '2034-03-07', optional1: '999999990'},
  MRVA: {...holder, documentCode: 'V', issuer: 'UTO', documentNumber: 'L8988901C', expiryDate: '2027-09-30', optional1: '6ZE184226B'},
  MRVB: {...holder, documentCode: 'V', issuer: 'FRA', documentNumber: 'F00000512', expiryDate: '2027-02-11'},
  FRA2X36: {...holder, documentCode: 'ID', issuer: 'FRA', documentNumber: '880692310285', issuingOffice: '952042'},
}; // prettier-ignore

/** A card or page in tenths of a millimetre with its zone where ICAO 9303 has it, at ten characters to the inch, on a grey desk. */
async function draw(lines: string[]): Promise<GrayImage> {
  const length = lines[0]?.length ?? 0;
  const [width, height] = length === 44 ? [1250, 880] : length === 36 ? [1050, 740] : [856, 540];
  const gap = lines.length === 3 ? 42.5 : 63.5;
  const first = height - (lines.length - 1) * gap - 60;
  const zone = lines.map((line, i) =>
    drawText(line, {face: ocrB, size: 34.5, pitch: 25.4, anchor: 'middle', x: width / 2, y: first + i * gap}),
  );
  const labels = ['SURNAME OF THE HOLDER', 'GIVEN NAMES OF THE HOLDER', 'DATE OF BIRTH'].map((text, i) =>
    drawText(text, {face: sansBold, size: 26, x: width * 0.38, y: 90 + i * 70}),
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-150 -120 ${width + 300} ${height + 240}" width="${width + 300}" height="${height + 240}">` +
    `<rect x="-150" y="-120" width="${width + 300}" height="${height + 240}" fill="#75665a"/>` +
    `<rect width="${width}" height="${height}" rx="30" fill="#eef3f1"/>` +
    `<rect x="40" y="70" width="${width * 0.28}" height="${width * 0.34}" fill="#8d8f8a"/>${labels.join('')}${zone.join('')}</svg>`;
  return (await decodeImage(await sharp(Buffer.from(svg)).blur(0.6).jpeg({quality: 75}).toBuffer())).gray;
}

/** In the middle of a table `times` as wide and high. */
function onTable({data, width, height}: GrayImage, times: number): GrayImage {
  const [wide, high] = [Math.round(width * times), Math.round(height * times)];
  const table = new Uint8Array(wide * high).fill(data[0] ?? 0);
  const [left, top] = [(wide - width) >> 1, (high - height) >> 1];
  for (let y = 0; y < height; y++) table.set(data.subarray(y * width, (y + 1) * width), (top + y) * wide + left);
  return {data: table, width: wide, height: high};
}

const turned = (image: GrayImage, quarters: 0 | 1 | 2 | 3, degrees: number): GrayImage =>
  degrees === 0 ? turnGray(image, quarters) : turnGrayBy(turnGray(image, quarters), (degrees * Math.PI) / 180);

describe('a drawn zone', () => {
  let recogniser: MrzRecogniser;
  before(async () => {
    recogniser = await openOnnxRecogniser({models: fileURLToPath(new URL('../../../../models', import.meta.url))});
  });
  after(() => recogniser.close());
  const read = (image: GrayImage): Promise<MrzReading | undefined> => readMrz(image, recogniser, {today});

  for (const [i, layout] of mrzLayouts.entries()) {
    it(`is read exactly: ${layout}, whichever way up and up to 20 degrees aslant`, async () => {
      const lines = formatMrz(layout, contents[layout]);
      const image = await draw(lines);
      for (const quarters of [0, 1, 2, 3] as const) {
        // Each layout meets each side up; the slants go round.
        for (const degrees of [0, [20, -14, 8, -20][(i + quarters) % 4] ?? 0]) {
          const reading = await read(turned(image, quarters, degrees));
          assert.deepEqual(reading?.lines, lines, `${quarters} quarters, ${degrees} degrees`);
          assert.equal(reading?.layout, layout);
          assert.equal(reading?.verified, true);
          assert.equal(reading?.orientation, (360 - quarters * 90) % 360);
        }
      }
    });
  }

  it('is read from the demo’s photographs in every orientation and slant', async () => {
    for (const name of ['passport-photo', 'id-back-photo']) {
      const bytes = readFileSync(new URL(`../../../../demo/specimens/${name}.jpg`, import.meta.url));
      const {gray} = await decodeImage(bytes);
      const upright = await read(gray);
      assert.equal(upright?.parsed.valid, true, name);
      for (const [quarters, degrees] of [
        [0, 20],
        [0, -20],
        [1, 0],
        [1, -17],
        [2, 11],
        [3, 20],
        [3, -6],
      ] as const) {
        // prettier-ignore
        const reading = await read(turned(gray, quarters, degrees));
        assert.deepEqual(reading?.lines, upright?.lines, `${name}, ${quarters} quarters, ${degrees} degrees`);
      }
    }
  });

  it('on a document far down the table is read on the card flattened, and its place is the picture’s', async () => {
    const lines = formatMrz('TD3', contents.TD3);
    for (const quarters of [0, 1, 2, 3] as const) {
      const image = turned(onTable(resizeGray(await draw(lines), 0.5), 2.6), quarters, quarters % 2 === 0 ? 18 : -13);
      const reading = await read(image);
      assert.deepEqual(reading?.lines, lines, `${quarters} quarters`);
      const {x, y, width, height} = reading?.region ?? {x: 0, y: 0, width: 0, height: 0};
      assert.ok(Math.abs(x + width / 2 - image.width / 2) < image.width / 6, `${x} ${width} of ${image.width}`);
      assert.ok(Math.abs(y + height / 2 - image.height / 2) < image.height / 6, `${y} ${height} of ${image.height}`);
      assert.equal(reading?.orientation, (360 - quarters * 90) % 360);
    }
  });

  it('whose first and last characters touch the edge of what the detector found is read whole', async () => {
    // A gap in the fillers is where bands break: the left part alone would be found, and the rest cut off.
    const lines = formatMrz('TD3', {...contents.TD3, optional1: ''});
    const image = await draw(lines);
    const faded = {...image, data: image.data.slice()};
    const from = Math.round(image.width * 0.62);
    for (let y = Math.round(image.height * 0.7); y < image.height; y++) {
      for (let x = from; x < image.width; x++) {
        const i = y * image.width + x;
        faded.data[i] = 205 + ((faded.data[i] ?? 0) >> 3);
      }
    }
    assert.deepEqual((await read(faded))?.lines, lines);
  });
});
