/** What a strip of text says: PP-OCRv4's recogniser. */
import type {GrayImage} from '../../image/gray.ts';
import {stripHeight} from './cut-strip.ts';
import {decodeText, type DecodedText} from './decode-text.ts';
import type {VisualZoneNets} from './nets.node.ts';

/** Lengths are rounded up to what the net's strides divide, and are never shorter than this. */
const lengthStep = 8;
const leastLength = 64;

/**
 * One strip at a time. Batches of six, padded to the longest, took half as much CPU again on one thread: 27 ms a strip of
 * 320 px against 18, and 90 MB more.
 */
export async function recogniseText(
  strip: GrayImage,
  {recogniser, alphabet}: Pick<VisualZoneNets, 'recogniser' | 'alphabet'>,
): Promise<DecodedText> {
  const width = Math.max(leastLength, Math.ceil(strip.width / lengthStep) * lengthStep);
  const {data, dims} = await recogniser.run(toInput(strip, width), [1, 3, stripHeight, width]);
  return decodeText(data, dims[1] ?? 0, alphabet, strip.width / width);
}

/** Three equal channels from -1 to 1; what lies beyond the strip stays 0, as in training. */
function toInput({data, width, height}: GrayImage, stride: number): Float32Array {
  const input = new Float32Array(3 * stripHeight * stride);
  const plane = stripHeight * stride;
  for (let y = 0; y < Math.min(height, stripHeight); y++) {
    for (let x = 0; x < width; x++) input[y * stride + x] = (data[y * width + x] as number) / 127.5 - 1;
  }
  input.copyWithin(plane, 0, plane);
  input.copyWithin(2 * plane, 0, plane);
  return input;
}
