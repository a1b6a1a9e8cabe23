/**
 * From untrusted bytes to upright pixels, or a clear refusal. The content decides the type, never a name or a header of HTTP.
 *
 * Limits: 20 MB, 50 megapixels, ten pages of PDF, ten seconds for one decoder. A decoder that still hangs or dies costs its
 * process only (`pool.node.ts`). EXIF orientation is applied; nothing of the metadata survives in the pixels or in `encodeDisplayJpeg`.
 */
import sharp, {type Sharp} from 'sharp';
import {grayFromPixels, type GrayImage, type RgbImage} from './gray.ts';
import {decodeHeic} from './heic.node.ts';
import {ImageError, type ImageErrorCode} from './image-error.ts';
import {imageLimits} from './image-limits.ts';
import {inspectFile, refuseTooManyPixels} from './inspect.node.ts';
import {readImageFacts, type ImageFacts} from './facts.node.ts';
import {openPdf} from './pdf.node.ts';
import type {PdfFacts, TextRun} from './pdf-text.node.ts';
import type {ImageFormat} from './sniff.ts';

export {ImageError} from './image-error.ts';
export {imageLimits} from './image-limits.ts';
export type {ImageErrorCode} from './image-error.ts';
export type {ImageFacts} from './facts.node.ts';

/** Upright pixels of one picture or page, at most `imageLimits.side` long. */
export interface DecodedPage {
  width: number;
  height: number;
  /** Three channels, row by row, transparency laid on white. */
  rgb: Uint8Array;
  gray: GrayImage;
  /** What to multiply our pixels with to get pixels of the upright original. */
  scaleToOriginal: number;
  /** The text layer of a PDF page, whole and line by line with its places. */
  text?: string;
  runs?: TextRun[];
}

export interface DecodedImage extends DecodedPage {
  format: ImageFormat;
  /** For PDFs: the first pages, this one included; `pageCount` counts them all. */
  pages?: DecodedPage[];
  pageCount: number;
  /** The program that wrote the file, as it says itself; a weak signal. */
  software?: string;
  facts: ImageFacts;
  /** What a PDF says of its making. */
  pdf?: PdfFacts;
}

export interface DecodeOptions {
  /** How many pages of a PDF to render: two, front and back, by default. */
  renderPages?: number;
  /** Longer side of the result in pixels; `imageLimits.side` by default. */
  side?: number;
}

// One picture at a time in a process of its own: a cache and a thread for each core would only take memory from the neighbours.
sharp.cache(false);
sharp.concurrency(1);

/** Throws `ImageError` for anything that is not a picture within the limits. */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions = {}): Promise<DecodedImage> {
  const {format, cut} = inspectFile(bytes);
  try {
    return await decodeFormat(bytes, format, options);
  } catch (error) {
    if (!cut || !(error instanceof ImageError) || error.code !== 'file_damaged') throw error;
    throw new ImageError('file_truncated', `The file stops early: ${error.message}`, {cause: error});
  }
}

async function decodeFormat(bytes: Uint8Array, format: ImageFormat, options: DecodeOptions): Promise<DecodedImage> {
  const side = options.side ?? imageLimits.side;
  if (format === 'pdf') return decodePdf(bytes, options.renderPages ?? 2, side);
  const facts = await readImageFacts(bytes);
  const page = format === 'heic' ? await heicPage(bytes, side) : await bitmapPage(bytes, side);
  return {...page, format, pageCount: 1, facts, ...(facts.software === undefined ? {} : {software: facts.software})};
}

async function bitmapPage(bytes: Uint8Array, side: number): Promise<DecodedPage> {
  // 'error' refuses truncated and corrupt data but not the harmless warnings that many phones' JPEGs cause.
  const picture = sharp(bytes, {failOn: 'error', limitInputPixels: imageLimits.pixels, sequentialRead: true, pages: 1});
  const {width, height} = await guard(() => picture.metadata());
  refuseTooManyPixels(width, height, bytes.length);
  return pageOf(picture.autoOrient(), Math.max(width, height), side);
}

async function heicPage(bytes: Uint8Array, side: number): Promise<DecodedPage> {
  const {data, width, height} = await decodeHeic(bytes, (width, height) =>
    refuseTooManyPixels(width, height, bytes.length),
  );
  return pageOf(sharp(data, {raw: {width, height, channels: 4}}), Math.max(width, height), side);
}

/** `longer` is the longer side of the original in pixels. */
async function pageOf(picture: Sharp, longer: number, side: number): Promise<DecodedPage> {
  const {data, info} = await guard(() =>
    picture
      .resize({width: side, height: side, fit: 'inside', withoutEnlargement: true, kernel: 'cubic'})
      .flatten({background: '#ffffff'})
      .toColourspace('srgb')
      .timeout({seconds: imageLimits.seconds})
      .raw({depth: 'uchar'})
      .toBuffer({resolveWithObject: true}),
  );
  const rgb = threeChannels(data, info.channels);
  return {
    width: info.width,
    height: info.height,
    rgb,
    gray: grayFromPixels(rgb, info.width, info.height, 3),
    scaleToOriginal: longer / Math.max(info.width, info.height),
  };
}

/** Grey pictures come out of sharp with one channel. */
function threeChannels(data: Buffer, channels: number): Uint8Array {
  if (channels === 3) return new Uint8Array(data.buffer, data.byteOffset, data.length);
  const count = data.length / channels;
  const rgb = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) {
    const from = i * channels;
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = data[from + (channels > 3 ? c : 0)] as number;
  }
  return rgb;
}

/** sharp's messages name the trouble well ("premature end of JPEG image"); they never hold content. */
async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const code: ImageErrorCode = /pixel limit|too large|exceeds/i.test(message)
      ? 'file_too_many_pixels'
      : 'file_damaged';
    throw new ImageError(code, message, {cause});
  }
}

async function decodePdf(bytes: Uint8Array, renderPages: number, side: number): Promise<DecodedImage> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.pageCount > imageLimits.pdfPages) {
      throw new ImageError(
        'file_too_many_pages',
        `The PDF has ${pdf.pageCount} pages; ${imageLimits.pdfPages} are allowed`,
      );
    }
    const pages: DecodedPage[] = [];
    for (let index = 0; index < Math.min(pdf.pageCount, Math.max(1, renderPages)); index++) {
      const {text, runs, picture} = await pdf.render(index, side);
      pages.push({...pdfPage(picture), text, runs});
    }
    const first = pages[0];
    if (!first) throw new ImageError('file_damaged', 'The PDF has no pages');
    return {...first, format: 'pdf', pages, pageCount: pdf.pageCount, facts: {}, pdf: pdf.facts};
  } finally {
    pdf.close();
  }
}

function pdfPage({data, width, height}: RgbImage): DecodedPage {
  return {width, height, rgb: data, gray: grayFromPixels(data, width, height, 3), scaleToOriginal: 1};
}

/** A fresh JPEG for people to look at: upright, without metadata, at most `maxSide` (1600) pixels long. */
export async function encodeDisplayJpeg(
  image: {rgb: Uint8Array; width: number; height: number},
  options: {maxSide?: number; quality?: number} = {},
): Promise<{jpeg: Uint8Array; width: number; height: number}> {
  const side = options.maxSide ?? 1600;
  const {data, info} = await sharp(image.rgb, {raw: {width: image.width, height: image.height, channels: 3}})
    .resize({width: side, height: side, fit: 'inside', withoutEnlargement: true})
    .jpeg({quality: options.quality ?? 82})
    .toBuffer({resolveWithObject: true});
  return {jpeg: new Uint8Array(data), width: info.width, height: info.height};
}
