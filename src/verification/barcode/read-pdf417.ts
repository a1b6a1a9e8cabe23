/** PDF417 symbols in grey pictures, by zxing-cpp compiled to wasm. Runs in Node and in browser workers. */
import {prepareZXingModule, readBarcodes} from 'zxing-wasm/reader';
import type {GrayImage, Point} from '../image/gray.ts';

export interface Pdf417Symbol {
  /** The bytes as latin1: the reader's own text mode rewrites the control characters that AAMVA needs. */
  text: string;
  /** Top left, top right, bottom right, bottom left as the symbol reads, in pixels of the picture. */
  corners: [Point, Point, Point, Point];
}

/**
 * Gives the reader its wasm (`zxing_reader.wasm`). Must come before the first reading: without it the library would
 * fetch the file from a public CDN.
 */
export async function loadPdf417Reader(wasm: Uint8Array): Promise<void> {
  const wasmBinary = wasm.slice().buffer;
  await prepareZXingModule({overrides: {wasmBinary}, fireImmediately: true, equalityFn: () => true});
}

/** The first symbol that is found and passes its error correction; `undefined` otherwise. */
export async function readPdf417(image: GrayImage): Promise<Pdf417Symbol | undefined> {
  const [result] = await readBarcodes(toImageData(image), {
    formats: ['PDF417'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: true,
    maxNumberOfSymbols: 1,
  });
  if (!result?.isValid) return undefined;
  const {topLeft, topRight, bottomRight, bottomLeft} = result.position;
  return {text: latin1(result.bytes), corners: [topLeft, topRight, bottomRight, bottomLeft]};
}

function toImageData({data, width, height}: GrayImage): ImageData {
  const pixels = new Uint8ClampedArray(width * height * 4);
  const words = new Uint32Array(pixels.buffer);
  // Four equal bytes per word are right on either byte order; the reader does not look at alpha.
  for (let i = 0; i < data.length; i++) words[i] = (data[i] ?? 0) * 0x01010101;
  return {data: pixels, width, height, colorSpace: 'srgb'};
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
