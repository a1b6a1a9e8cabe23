import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import {decodeImage, ImageError} from '../../../src/verification/image/decode.node.ts';
import type {FileClaims} from '../../../src/verification/image/claims.ts';
import {inspectFile} from '../../../src/verification/image/inspect.node.ts';
import {badFiles, heic, noise, withExif, withSegment, withText, zipOf} from './bad-files.ts';
import {pdfOf} from './pdf-of.ts';

const photo = readFileSync(new URL('../../data/documents/synth/006_TD1_easy.jpg', import.meta.url));
let small: Buffer;
before(async () => {
  small = await sharp(photo).resize({width: 160}).jpeg().toBuffer();
});

function refusal(bytes: Uint8Array, claims?: FileClaims): string | undefined {
  try {
    inspectFile(bytes, claims);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ImageError, String(error));
    return error.code;
  }
}

async function isRead(bytes: Buffer, width = 160): Promise<void> {
  const image = await decodeImage(bytes);
  assert.equal(image.width, width);
}

/** A box of ISO 14496-12. */
function box(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function film(bytes = 200_000): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from('mp42\0\0\0\0isommp42', 'latin1')), box('mdat', noise(bytes))]);
}

describe('what is refused from the container alone', () => {
  it('has a code of its own for each kind of bad file', async () => {
    const files = await badFiles();
    const kinds: Record<string, string> = {
      truncated: 'truncated.jpg',
      'zero-byte': 'nothing.jpg',
      '100 MP': '100-megapixels.png',
      'decompression bomb': 'bomb.png',
      'wrong extension': 'picture.pdf',
      CMYK: 'four-inks.jpg',
      '16-bit': 'sixteen-bit.png',
      animated: 'animation.webp',
      '50-page PDF': 'fifty-pages.pdf',
      'encrypted PDF': 'encrypted.pdf',
      polyglot: 'picture-and-archive.jpg',
      SVG: 'drawing.svg',
      'HTML named .jpg': 'page.jpg',
      'EXIF bomb': 'endless-metadata.jpg',
    };
    const codes = Object.values(kinds).map((name) => files.find((file) => file.name === name)?.expected);
    assert.ok(!codes.includes(undefined));
    assert.equal(new Set(codes).size, codes.length, codes.join(' '));
  });

  it('is told at the door, but for what only a decoder finds out', async () => {
    const late = new Set(['file_damaged', 'file_truncated', 'file_encrypted', 'file_too_many_pages']);
    for (const {name, bytes, expected} of await badFiles()) {
      assert.equal(refusal(bytes, {filename: name}), late.has(expected) ? undefined : expected, name);
    }
  });

  it('tells a picture that is too large from one that was made to be', () => {
    const header = (width: number, height: number, bytes: number) => {
      const png = Buffer.alloc(bytes);
      png.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 'latin1');
      png.writeUInt32BE(width, 16);
      png.writeUInt32BE(height, 20);
      png[24] = 8;
      return png;
    };
    assert.equal(refusal(header(12_000, 9000, 2_000_000)), 'file_too_many_pixels');
    assert.equal(refusal(header(12_000, 9000, 20_000)), 'file_bomb');
    assert.equal(refusal(header(7000, 7000, 20_000)), undefined, 'a blank page of 49 megapixels');
  });

  it('knows what a file is called and said to be, where that is of another family', async () => {
    const png = await sharp(small).png().toBuffer();
    const paper = pdfOf(['bill']);
    const wrong = 'file_wrong_extension';
    const cases: [bytes: Uint8Array, claims: FileClaims, expected: string | undefined][] = [
      [small, {filename: 'passport.PDF'}, wrong],
      [small, {contentType: 'application/pdf'}, wrong],
      [small, {filename: 'passport.html '}, wrong],
      [small, {contentType: 'image/svg+xml'}, wrong],
      [paper, {filename: 'bill.jpg'}, wrong],
      [paper, {contentType: 'image/jpeg'}, wrong],
      [heic(), {filename: 'IMG_0001.jpg', contentType: 'image/jpeg'}, undefined],
      [png, {filename: 'photo.jpeg', contentType: 'image/jpeg'}, undefined],
      [small, {filename: 'IMG_0001.HEIC', contentType: 'image/heic; charset=binary'}, undefined],
      [small, {filename: 'file', contentType: 'application/octet-stream'}, undefined],
      [small, {filename: 'my.passport.2026'}, undefined],
      [small, {filename: '', contentType: ''}, undefined],
      [paper, {filename: 'bill.pdf', contentType: 'application/pdf'}, undefined],
    ];
    for (const [bytes, claims, expected] of cases)
      assert.equal(refusal(bytes, claims), expected, JSON.stringify(claims));
  });

  it('ends the reading of tags and texts that have no end', () => {
    const many = Buffer.concat(Array.from({length: 3000}, () => Buffer.from([0xff, 0xe5, 0, 4, 1, 2])));
    assert.equal(refusal(Buffer.concat([small.subarray(0, 2), many, small.subarray(2)])), 'file_metadata_bomb');
    assert.equal(refusal(withExif(small, overlappingDirectories())), 'file_metadata_bomb');
  });
});

/** Each of thousands of directories lies in the one before and claims all that follows. */
function overlappingDirectories(): Buffer {
  const tiff = Buffer.alloc(60_000, 0xff);
  tiff.write('MM\0*\0\0\0\x08', 0, 'latin1');
  for (let at = 8; at + 2 < tiff.length; at += 14) {
    tiff.writeUInt16BE(1, at);
    // a short that points to the next
    tiff.set([0x87, 0x69, 0, 4, 0, 0, 0, 1], at + 2);
    if (at + 14 < tiff.length) tiff.writeUInt32BE(at + 14, at + 10);
  }
  for (let at = 8; at + 2 < tiff.length; at += 14) tiff.writeUInt16BE(0x2000, at);
  return tiff;
}

describe('what phones and scanners make', () => {
  it('is read with a film behind it', async () => {
    await isRead(Buffer.concat([small, film()]));
    const trailer = Buffer.from('\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data', 'latin1');
    const index = Buffer.from('SEFH\x6b\0\0\0\x01\0\0\0\0\0\x30\x0a\x18\0\0\0\x18\0\0\0\x14\0\0\0SEFT', 'latin1');
    await isRead(Buffer.concat([small, trailer, film(), index]));
    await isRead(Buffer.concat([heic(), box('mpvd', film())]), 160);
  });

  it('is read with further pictures behind it', async () => {
    const marked = withSegment(small, 0xe2, 'MPF\0II*\0\x08\0\0\0\0\0');
    await isRead(Buffer.concat([marked, small]));
    await isRead(Buffer.concat([marked, Buffer.alloc(3000), small, small, Buffer.alloc(64)]));
    const xmp = 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '.concat(
      'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ',
      'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"/></rdf:RDF></x:xmpmeta>',
    );
    const gainMap = await sharp(small).resize({width: 40}).greyscale().jpeg().toBuffer();
    await isRead(Buffer.concat([withSegment(marked, 0xe1, xmp), withSegment(gainMap, 0xe1, xmp)]));
  });

  it('is read with padding, or a trailer that nobody knows', async () => {
    for (const tail of [Buffer.alloc(70_000), Buffer.from('\r\n \n'), noise(5000), Buffer.from('QDIOBS\0\0PK')])
      await isRead(Buffer.concat([small, tail]));
  });

  it('is read in ten bits from HEIC, and in any kind of JPEG, PNG, WebP and TIFF of eight', async () => {
    const deep = heic();
    const depths = deep.indexOf('pixi') + 9;
    assert.ok(depths > 9);
    deep.fill(10, depths, depths + 3);
    assert.equal(refusal(deep), undefined);
    const kinds = [
      sharp(small).jpeg({progressive: true}),
      sharp(small).greyscale().jpeg(),
      sharp(small).withMetadata({orientation: 1}).jpeg(),
      sharp(small).png({palette: true}),
      sharp(small).ensureAlpha().png(),
      sharp(small).withIccProfile('p3').png(),
      sharp(small).webp({lossless: true}),
      sharp(small).withMetadata().webp(),
      sharp(small).tiff({compression: 'lzw', tile: true}),
      sharp(small).greyscale().threshold().tiff({bitdepth: 1, compression: 'lzw'}),
    ];
    for (const kind of kinds) await isRead(await kind.toBuffer());
  });

  it('is read with EXIF that an editor cut off, and with notes in plain words', async () => {
    const exif = Buffer.alloc(40);
    exif.write('MM\0*\0\0\0\x08\0\x02', 0, 'latin1');
    // a maker beyond the end of the segment, and EXIF where there is none
    exif.set([0x01, 0x0f, 0, 2, 0, 0, 0, 20, 0, 0, 0xf0, 0], 10);
    exif.set([0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0xff, 0], 22);
    exif.writeUInt32BE(0x7fff_ffff, 34);
    await isRead(withExif(small, exif));
    await isRead(withSegment(small, 0xfe, 'CREATOR: gd-jpeg v1.0 <quality = 90>, a < b, <x:bodyguard/>'));
    await isRead(withText('Screenshot <of my phone>'), 8);
  });

  it('is read as PDF with bytes before and after, and with an archive attached', async () => {
    const paper = pdfOf(['bill']);
    const attached = Buffer.concat([zipOf('a.xml', '<a/>'), paper.subarray(paper.lastIndexOf('%%EOF'))]);
    for (const tail of [Buffer.from('\r\n\0\0'), Buffer.from('<html><body>Served in 3 ms'), attached])
      assert.equal(refusal(Buffer.concat([paper, tail])), undefined);
    assert.equal(refusal(Buffer.concat([Buffer.from('\x1b%-12345X@PJL\n'), paper])), undefined);
  });
});

describe('any bytes', () => {
  it('glued into a sound picture never break the inspection', async () => {
    const sound = [small, heic(), pdfOf(['bill'])];
    for (const format of ['png', 'webp', 'tiff'] as const) sound.push(await sharp(small).toFormat(format).toBuffer());
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.uint8Array({maxLength: 300}),
        fc.boolean(),
        (picture, share, bytes, over) => {
          const at = Math.floor(share * picture.length);
          refusal(Buffer.concat([picture.subarray(0, at), bytes, picture.subarray(over ? at + bytes.length : at)]));
        },
      ),
      {numRuns: 2000},
    );
  });

  it('glued into a sound picture leave a decoder that answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({max: small.length}), fc.uint8Array({minLength: 1, maxLength: 40}), async (at, bytes) => {
        await decodeImage(Buffer.concat([small.subarray(0, at), bytes, small.subarray(at)])).catch((error: unknown) => {
          assert.ok(error instanceof ImageError, String(error));
        });
      }),
      {numRuns: 60},
    );
  });

  it('behind a sound picture, or none, are no reason to refuse it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          width: fc.integer({min: 1, max: 60}),
          height: fc.integer({min: 1, max: 60}),
          format: fc.constantFrom('jpeg', 'png', 'webp', 'tiff'),
          seed: fc.nat(),
          tail: fc.uint8Array({maxLength: 2000}),
        }),
        async ({width, height, format, seed, tail}) => {
          const data = noise(seed % 1000).subarray(0, 3);
          const background = {r: data[0] ?? 0, g: data[1] ?? 0, b: data[2] ?? 0};
          const picture = sharp({create: {width, height, channels: 3, background}});
          const bytes = await picture.toFormat(format as 'png').toBuffer();
          assert.equal(refusal(bytes), undefined);
          assert.equal(refusal(Buffer.concat([bytes, tail])), undefined);
        },
      ),
      {numRuns: 100},
    );
  });
});
