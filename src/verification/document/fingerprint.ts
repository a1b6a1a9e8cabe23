/** Tells the same picture, or the same side photographed alike, from another: 256 bits of brightness steps. */
import type {GrayImage} from '../image/gray.ts';
import {cropGray} from '../image/gray.ts';

/** Whether each cell of a 17 x 16 grid is darker than its right neighbour, row by row. */
export type Fingerprint = readonly boolean[];

const columns = 17;
const rows = 16;
/** The middle of the picture: the desk around a card is the same on both photographs. */
const margin = 0.15;

export function fingerprint(image: GrayImage): Fingerprint {
  const {width, height} = image;
  const middle = cropGray(image, width * margin, height * margin, width * (1 - 2 * margin), height * (1 - 2 * margin));
  const cells = meanCells(middle);
  const bits: boolean[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      bits.push((cells[at] ?? 0) < (cells[at + 1] ?? 0));
    }
  }
  return bits;
}

/** Share of equal bits: 1 = the same picture, about 0.5 = unrelated. */
export function similarity(a: Fingerprint, b: Fingerprint): number {
  const equal = a.filter((bit, i) => bit === b[i]).length;
  return equal / Math.max(a.length, 1);
}

function meanCells({data, width, height}: GrayImage): Float64Array {
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * columns) / width);
      sums[cell] = (sums[cell] ?? 0) + (data[y * width + x] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return sums.map((sum, i) => sum / Math.max(counts[i] ?? 0, 1));
}
