import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import sharp, {type Sharp} from 'sharp';
import {
  decodeImage,
  encodeDisplayJpeg,
  ImageError,
  type ImageErrorCode,
} from '../../../src/verification/image/decode.node.ts';
import {pngHeader} from './bad-files.ts';
import {pdfOf} from './pdf-of.ts';

const photo = readFileSync(new URL('../../data/documents/synth/006_TD1_easy.jpg', import.meta.url));

function refuses(code: ImageErrorCode, message?: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof ImageError, String(error));
    assert.equal(error.code, code, error.message);
    if (message) assert.match(error.message, message);
    return true;
  };
}

/** Left half red, right half blue, so that a turn shows. */
function twoColours(width = 80, height = 40): Sharp {
  const raw = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) raw[i * 3 + (i % width < width / 2 ? 0 : 2)] = 255;
  return sharp(raw, {raw: {width, height, channels: 3}});
}

describe('decoding what people upload', () => {
  for (const format of ['jpeg', 'png', 'webp', 'tiff'] as const) {
    it(`reads ${format} by its content`, async () => {
      const image = await decodeImage(await twoColours().toFormat(format).toBuffer());
      assert.deepEqual([image.format, image.width, image.height, image.pageCount], [format, 80, 40, 1]);
      assert.equal(image.rgb.length, 80 * 40 * 3);
      assert.ok((image.rgb[0] ?? 0) > 200 && (image.rgb[2] ?? 255) < 60, 'red on the left');
      assert.equal(image.gray.data.length, 80 * 40);
    });
  }

  it('reads HEIC', async () => {
    const image = await decodeImage(readFileSync(new URL('../../data/images/two-colours.heic', import.meta.url)));
    assert.deepEqual([image.format, image.width, image.height], ['heic', 160, 80]);
    assert.ok((image.rgb[0] ?? 0) > 200 && (image.rgb[2] ?? 255) < 80, 'red on the left');
  });

  it('turns a picture upright as its EXIF says', async () => {
    const image = await decodeImage(await twoColours().withMetadata({orientation: 6}).jpeg({quality: 95}).toBuffer());
    assert.deepEqual([image.width, image.height], [40, 80]);
    assert.ok((image.rgb[0] ?? 0) > 200, 'red is on top now');
    assert.ok((image.rgb.at(-1) ?? 0) > 200, 'blue below');
  });

  it('lays transparency on white and gives grey pictures three channels', async () => {
    const clear = await sharp({create: {width: 8, height: 8, channels: 4, background: {r: 0, g: 0, b: 0, alpha: 0}}})
      .png()
      .toBuffer();
    assert.equal((await decodeImage(clear)).rgb[0], 255);
    const grey = await sharp(Buffer.alloc(64, 90), {raw: {width: 8, height: 8, channels: 1}})
      .png()
      .toBuffer();
    assert.deepEqual([...(await decodeImage(grey)).rgb.subarray(0, 3)], [90, 90, 90]);
  });

  it('brings large pictures to a size to work on and says by how much', async () => {
    const image = await decodeImage(await twoColours(6000, 3000).png().toBuffer());
    assert.deepEqual([image.width, image.height, image.scaleToOriginal], [3000, 1500, 2]);
  });

  it('reports the program that wrote a file, and never its place', async () => {
    const bytes = await twoColours()
      .withExif({IFD0: {Software: 'Picture Editor 9'}, IFD3: {GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N'}})
      .jpeg()
      .toBuffer();
    const image = await decodeImage(bytes);
    assert.equal(image.software, 'Picture Editor 9');
    assert.deepEqual(Object.keys(image.facts), ['software']);
  });

  it('renders the pages of a PDF with their text', async () => {
    const image = await decodeImage(pdfOf(['Front of the card', 'Back of the card', 'Third']));
    assert.deepEqual([image.format, image.pageCount, image.pages?.length], ['pdf', 3, 2]);
    assert.match(image.text ?? '', /Front of the card/);
    assert.match(image.pages?.[1]?.text ?? '', /Back/);
    assert.ok(Math.abs(image.width - 595 * (200 / 72)) < 3, `${image.width} px wide at 200 dpi`);
    assert.ok(
      image.gray.data.some((value) => value < 100),
      'ink on the page',
    );
    assert.equal(image.gray.data[0], 255, 'white paper');
  });

  it('makes a clean JPEG for people to look at', async () => {
    const source = await decodeImage(
      await sharp(photo)
        .withExif({IFD0: {Software: 'x'}})
        .jpeg()
        .toBuffer(),
    );
    const {jpeg, width, height} = await encodeDisplayJpeg(source, {maxSide: 400});
    const meta = await sharp(jpeg).metadata();
    assert.deepEqual(
      [meta.format, meta.width, meta.height, meta.exif, meta.icc],
      ['jpeg', width, height, undefined, undefined],
    );
    assert.equal(Math.max(width, height), 400);
  });
});

describe('refusing what is no picture', () => {
  it('refuses text that calls itself a picture, and nothing at all', async () => {
    await assert.rejects(
      decodeImage(new TextEncoder().encode('this is passport.jpg, honestly')),
      refuses('file_unsupported'),
    );
    await assert.rejects(decodeImage(new Uint8Array()), refuses('file_empty'));
    await assert.rejects(
      decodeImage(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      refuses('file_svg'),
    );
    await assert.rejects(decodeImage(await twoColours().gif().toBuffer()), refuses('file_gif'));
  });

  it('refuses a truncated JPEG and a truncated PNG', async () => {
    await assert.rejects(decodeImage(photo.subarray(0, photo.length >> 1)), refuses('file_truncated'));
    const png = await sharp(photo).png().toBuffer();
    await assert.rejects(decodeImage(png.subarray(0, png.length >> 1)), refuses('file_truncated'));
  });

  it('refuses magic numbers with nothing behind', async () => {
    const heads = {
      '\xff\xd8\xff\xe0': 'file_truncated',
      '\x89PNG\r\n\x1a\n': 'file_truncated',
      'RIFF\0\0\0\0WEBPVP8 ': 'file_damaged',
      'II*\0\x08\0\0\0': 'file_damaged',
      '\0\0\0\x18ftypheic\0\0\0\0mif1heic': 'file_damaged',
      '%PDF-1.7\n': 'file_truncated',
    } as const;
    for (const [head, code] of Object.entries(heads))
      await assert.rejects(decodeImage(Buffer.from(head, 'latin1')), refuses(code), head);
  });

  it('refuses a bomb by its header, before a pixel is made', async () => {
    const started = process.memoryUsage.rss();
    await assert.rejects(decodeImage(pngHeader(60_000, 60_000)), refuses('file_bomb'));
    await assert.rejects(decodeImage(pngHeader(10_000, 10_000)), refuses('file_bomb', /10000 x 10000/));
    assert.ok(process.memoryUsage.rss() - started < 100 * 1024 * 1024);
  });

  it('refuses a picture whose header lies about its data', async () => {
    await assert.rejects(decodeImage(pngHeader(4000, 4000)), refuses('file_damaged'));
  });

  it('refuses files beyond 20 MB unopened', async () => {
    await assert.rejects(decodeImage(new Uint8Array(20 * 1024 * 1024 + 1)), refuses('file_too_large', /20971520/));
  });

  it('refuses a PDF of a thousand pages and a broken one', async () => {
    await assert.rejects(
      decodeImage(pdfOf(Array.from({length: 1000}, (_, i) => `Page ${i}`))),
      refuses('file_too_many_pages', /1000 pages/),
    );
    await assert.rejects(decodeImage(pdfOf(['x']).subarray(0, 60)), refuses('file_truncated'));
  });
});
