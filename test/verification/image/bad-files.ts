/** Files that people and attackers send where a picture is asked for, each with what must be said of it. */
import {readFileSync} from 'node:fs';
import {crc32, deflateSync} from 'node:zlib';
import sharp from 'sharp';
import type {ImageErrorCode} from '../../../src/verification/image/image-error.ts';
import {pdfOf} from './pdf-of.ts';

export interface BadFile {
  name: string;
  bytes: Uint8Array;
  /** Why it is refused; `read` where it is a picture after all. */
  expected: ImageErrorCode | 'read';
}

export async function badFiles(): Promise<BadFile[]> {
  const photo = readFileSync(new URL('../../data/documents/synth/006_TD1_easy.jpg', import.meta.url));
  const small = await sharp(photo).resize({width: 400}).jpeg().toBuffer();
  const png = await sharp(small).png().toBuffer();
  const html = '<!doctype html><html><script>fetch("https://attacker.example")</script></html>';
  const noise = Buffer.from(Array.from({length: 4000}, (_, i) => (i * 2654435761) & 255));
  const pixels = Buffer.alloc(40 * 120 * 3, 120);
  const animated = await sharp(pixels, {raw: {width: 40, height: 120, channels: 3, pageHeight: 40}})
    .webp()
    .toBuffer();
  return [
    {name: 'nothing.jpg', bytes: new Uint8Array(), expected: 'file_empty'},
    {name: 'truncated.jpg', bytes: photo.subarray(0, photo.length >> 1), expected: 'file_damaged'},
    {name: 'truncated.png', bytes: png.subarray(0, png.length >> 1), expected: 'file_damaged'},
    {name: 'one-byte-short-of-a-header.jpg', bytes: photo.subarray(0, 100), expected: 'file_damaged'},
    {name: '100-megapixels.png', bytes: pngHeader(10_000, 10_000), expected: 'file_too_many_pixels'},
    {name: 'bomb.png', bytes: pngHeader(60_000, 60_000), expected: 'file_too_many_pixels'},
    {name: 'lying-header.png', bytes: pngHeader(4000, 4000), expected: 'file_damaged'},
    {name: 'inflating.png', bytes: textBomb(), expected: 'read'},
    {
      name: 'beyond-20-mb.jpg',
      bytes: Buffer.concat([small, Buffer.alloc(20 * 1024 * 1024)]),
      expected: 'file_too_large',
    },
    {
      name: 'drawing.svg',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      expected: 'file_svg',
    },
    {name: 'page.jpg', bytes: Buffer.from(html), expected: 'file_html'},
    {name: 'animation.gif', bytes: await sharp(small).gif().toBuffer(), expected: 'file_gif'},
    {name: 'program.png', bytes: Buffer.concat([Buffer.from('MZ'), noise]), expected: 'file_program'},
    {name: 'archive.pdf', bytes: Buffer.concat([Buffer.from('PK\x03\x04'), noise]), expected: 'file_archive'},
    {name: 'words.jpg', bytes: Buffer.from('My passport, in words'), expected: 'file_unsupported'},
    {name: 'noise.jpg', bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise]), expected: 'file_damaged'},
    {
      name: 'fifty-pages.pdf',
      bytes: pdfOf(Array.from({length: 50}, (_, i) => `Page ${i}`)),
      expected: 'file_too_many_pages',
    },
    {name: 'encrypted.pdf', bytes: encryptedPdf(), expected: 'file_encrypted'},
    {name: 'broken.pdf', bytes: pdfOf(['x']).subarray(0, 60), expected: 'file_damaged'},
    {name: 'no-pages.pdf', bytes: pdfOf([]), expected: 'file_damaged'},
    {name: 'broken.heic', bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), expected: 'file_damaged'},
    {name: 'broken.tiff', bytes: Buffer.from('II*\0\x08\0\0\0', 'latin1'), expected: 'file_damaged'},
    // What follows is a picture, however strange, and is read; nothing that hangs on to it gets any further.
    {name: 'wrong-extension.pdf', bytes: small, expected: 'read'},
    {name: 'picture-and-page.jpg', bytes: Buffer.concat([small, Buffer.from(html)]), expected: 'read'},
    {
      name: 'picture-and-archive.jpg',
      bytes: Buffer.concat([small, Buffer.from('PK\x03\x04'), noise]),
      expected: 'read',
    },
    {name: 'picture-and-pdf.jpg', bytes: Buffer.concat([small, pdfOf(['hidden'])]), expected: 'read'},
    {name: 'four-inks.jpg', bytes: await sharp(small).toColourspace('cmyk').jpeg().toBuffer(), expected: 'read'},
    {name: 'sixteen-bit.png', bytes: await sharp(small).toColourspace('rgb16').png().toBuffer(), expected: 'read'},
    {name: 'animation.webp', bytes: animated, expected: 'read'},
    {name: 'endless-metadata.jpg', bytes: withExif(small, exifLoop()), expected: 'read'},
    {name: 'huge-metadata.jpg', bytes: withExif(small, hugeExif()), expected: 'read'},
  ];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(data.length, 0);
  sizes.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([sizes.subarray(0, 4), body, sizes.subarray(4)]);
}

const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A well-formed PNG head that promises `width` x `height` RGB pixels and delivers a few zeros. */
export function pngHeader(width: number, height: number): Buffer {
  return Buffer.concat([
    magic,
    chunk('IHDR', header(width, height)),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return head;
}

/** A sound picture beside text that inflates to a hundred megabytes: whoever unpacks it is lost. */
function textBomb(): Buffer {
  const rows = Buffer.alloc(8 * (1 + 8 * 3), 90);
  for (let y = 0; y < 8; y++) rows[y * 25] = 0;
  const text = Buffer.concat([
    Buffer.from('Comment\0\0', 'latin1'),
    deflateSync(Buffer.alloc(100 * 1024 * 1024), {level: 9}),
  ]);
  return Buffer.concat([
    magic,
    chunk('IHDR', header(8, 8)),
    chunk('zTXt', text),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The standard security handler with a password that nobody gave (ISO 32000-1, 7.6.3). */
function encryptedPdf(): Buffer {
  const text = pdfOf(['secret']).toString('latin1');
  const key = '<'.concat('00'.repeat(32), '>');
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00><00>]`;
  return Buffer.from(text.replace('trailer\n<<', `trailer\n<< ${encrypt}`), 'latin1');
}

/** An APP1 segment before everything else. */
function withExif(jpeg: Buffer, tiff: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), size, body, jpeg.subarray(2)]);
}

/** A directory whose next one is itself. */
function exifLoop(): Buffer {
  const tiff = Buffer.alloc(32);
  tiff.write('II*\0\x08\0\0\0', 0, 'latin1');
  tiff.writeUInt16LE(1, 8);
  // Orientation, one SHORT, upright
  tiff.set([0x12, 0x01, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0], 10);
  tiff.writeUInt32LE(8, 22);
  return tiff;
}

/** A tag that claims four thousand million values. */
function hugeExif(): Buffer {
  const tiff = Buffer.alloc(32);
  tiff.write('II*\0\x08\0\0\0', 0, 'latin1');
  tiff.writeUInt16LE(1, 8);
  // Software, ASCII
  tiff.set([0x31, 0x01, 2, 0, 0xff, 0xff, 0xff, 0xff, 26, 0, 0, 0], 10);
  return tiff;
}
