/** What strips of text say: PP-OCRv4's recogniser on batches of about the same length. */
import type {GrayImage} from '../../image/gray.ts';
import {decodeText, type DecodedText} from './decode-text.ts';
import type {VisualZoneNets} from './nets.node.ts';

/** Height of a strip in pixels, as the net was trained. */
export const stripHeight = 48;
/** Strips at a time: their scores take 5 MB each, and one thread gains little from more. */
const batchSize = 6;
/** Lengths are rounded up to this, so that few are padded by much. */
const lengthStep = 32;

/** One text per strip, in their order. */
export async function recogniseText(
  strips: readonly GrayImage[],
  {recogniser, alphabet}: Pick<VisualZoneNets, 'recogniser' | 'alphabet'>,
): Promise<DecodedText[]> {
  const texts: DecodedText[] = [];
  const byLength = strips.map((_, i) => i).sort((a, b) => (strips[a]?.width ?? 0) - (strips[b]?.width ?? 0));
  for (let from = 0; from < byLength.length; from += batchSize) {
    const batch = byLength.slice(from, from + batchSize);
    const longest = Math.max(...batch.map((i) => strips[i]?.width ?? 1));
    const width = Math.max(2, Math.ceil(longest / lengthStep)) * lengthStep;
    const input = new Float32Array(batch.length * 3 * stripHeight * width);
    for (const [row, i] of batch.entries()) {
      const strip = strips[i];
      if (strip) putStrip(input.subarray(row * 3 * stripHeight * width), strip, width);
    }
    const {data, dims} = await recogniser.run(input, [batch.length, 3, stripHeight, width]);
    const steps = dims[1] ?? 0;
    for (const [row, i] of batch.entries()) {
      const scores = data.subarray(row * steps * alphabet.classes, (row + 1) * steps * alphabet.classes);
      texts[i] = decodeText(scores, steps, alphabet, (strips[i]?.width ?? width) / width);
    }
  }
  return texts;
}

/** Three equal channels from -1 to 1; what lies beyond the strip stays 0, as in training. */
function putStrip(into: Float32Array, {data, width, height}: GrayImage, stride: number): void {
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < Math.min(height, stripHeight); y++) {
      const to = (channel * stripHeight + y) * stride;
      for (let x = 0; x < width; x++) into[to + x] = (data[y * width + x] as number) / 127.5 - 1;
    }
  }
}
