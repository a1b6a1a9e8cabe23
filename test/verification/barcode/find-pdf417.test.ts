import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import sharp from 'sharp';
import {drawPdf417} from '../../../src/cli/specimens/draw-pdf417.ts';
import {photograph} from '../../../src/cli/specimens/photograph.ts';
import {findPdf417} from '../../../src/verification/barcode/find-pdf417.ts';
import {formatAamva} from '../../../src/verification/barcode/format-aamva.ts';
import {locateBarcodes} from '../../../src/verification/barcode/locate-barcode.ts';
import {preparePdf417Reader} from '../../../src/verification/barcode/pdf417-wasm.node.ts';
import type {GrayImage} from '../../../src/verification/image/gray.ts';
import {turnGray, turnGrayBy} from '../../../src/verification/image/gray.ts';

const text = formatAamva({
  iin: '636000',
  version: 9,
  kind: 'dl',
  number: 'T00000001',
  nameFirst: 'JORDAN',
  nameLast: 'SAMPLE',
  birthdate: '1990-01-02',
  issueDate: '2024-01-02',
  expirationDate: '2032-01-02',
  sex: 'F',
  street: '1 SPECIMEN STREET',
  city: 'ANYTOWN',
  postalCode: '23220',
  discriminator: '0000SPECIMEN0000',
});
let photo: GrayImage;

before(async () => {
  await preparePdf417Reader();
  const barcode = await drawPdf417(text, {x: 60, y: 150, width: 740, height: 250});
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 856 540"><rect width="856" height="540" fill="#f4f2ee"/>${barcode}</svg>`;
  const {data, info} = await sharp(Buffer.from(svg), {density: 100})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true});
  const card = {rgba: new Uint8Array(data), width: info.width, height: info.height};
  photo = await gray(await photograph(card, {width: 1400, height: 1050, seed: 5, quality: 70}));
});

async function gray(jpeg: Uint8Array): Promise<GrayImage> {
  const {data, info} = await sharp(jpeg).grayscale().raw().toBuffer({resolveWithObject: true});
  return {data: new Uint8Array(data), width: info.width, height: info.height};
}

test('reads the bytes as they were written, control characters included', async () => {
  const found = await findPdf417(photo);
  assert.equal(found.status, 'decoded');
  assert.equal(found.text, text);
});

test('reads a card that is tilted, on its side or upside down', async () => {
  for (const turned of [turnGrayBy(photo, 0.2), turnGrayBy(photo, -0.35), turnGray(photo, 1), turnGray(photo, 2)]) {
    const found = await findPdf417(turned);
    assert.equal(found.status === 'decoded' && found.text, text);
  }
});

test('locates the bars at their angle', () => {
  for (const angle of [0, 0.2, -0.35]) {
    const [place] = locateBarcodes(turnGrayBy(photo, angle));
    assert.ok(place);
    // Turning the picture clockwise turns the bars the other way.
    assert.ok(Math.abs(place.rect.angle + angle) < 0.08, `${place.rect.angle} for ${angle}`);
    assert.ok(place.rect.width / place.rect.height > 2 && place.rect.width / place.rect.height < 4.5);
  }
});

test('tells a bar code that cannot be decoded from none', async () => {
  const hidden = {...photo, data: photo.data.slice()};
  // Half of the rows are lost: beyond what error correction repairs.
  for (let y = 380; y < 520; y++) hidden.data.fill(245, y * photo.width + 300, y * photo.width + 1100);
  assert.equal((await findPdf417(hidden)).status, 'located');
  const blank = {width: 900, height: 600, data: new Uint8Array(900 * 600).fill(180)};
  assert.deepEqual(await findPdf417(blank), {status: 'absent'});
});

test('answers pictures of any small size', async () => {
  for (const [width, height] of [
    [1, 1],
    [15, 40],
    [64, 3],
  ] as const) {
    const data = Uint8Array.from({length: width * height}, (_, i) => (i * 97) % 256);
    assert.equal((await findPdf417({width, height, data})).status, 'absent');
  }
});
