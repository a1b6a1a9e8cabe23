/**
 * Whether a stacked barcode (PDF417) is probably in the picture, by its texture: a wide block where brightness changes much from
 * left to right and little from top to bottom. Reading it is the server's work; the live hint only needs to know that it is there.
 */
import type {GrayImage} from '../../verification/image/gray.ts';
import type {PixelBox} from '../../verification/image/quality.ts';

const cell = 12;
/** Mean step per pixel along a row that bars make at least, and how much stronger it is than down a column. */
const busy = 14;
const ratio = 1.6;

export function seesBarcode(image: GrayImage, within: PixelBox): boolean {
  const columns = Math.floor(within.width / cell);
  const rows = Math.floor(within.height / cell);
  let best = 0;
  let streak = 0;
  for (let row = 0; row < rows; row++) {
    let run = 0;
    let longest = 0;
    for (let column = 0; column < columns; column++) {
      run = isBars(image, Math.round(within.x) + column * cell, Math.round(within.y) + row * cell) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    // A row of text makes one such line; a barcode several below each other, across a good part of the card.
    streak = longest >= columns * 0.4 ? streak + 1 : 0;
    best = Math.max(best, streak);
  }
  return best >= 3;
}

function isBars(image: GrayImage, x0: number, y0: number): boolean {
  if (x0 < 0 || y0 < 0 || x0 + cell >= image.width || y0 + cell >= image.height) return false;
  let along = 0;
  let down = 0;
  for (let y = y0; y < y0 + cell; y++) {
    for (let x = x0; x < x0 + cell; x++) {
      const i = y * image.width + x;
      const here = image.data[i] ?? 0;
      along += Math.abs((image.data[i + 1] ?? 0) - here);
      down += Math.abs((image.data[i + image.width] ?? 0) - here);
    }
  }
  const pixels = cell * cell;
  return along / pixels >= busy && along >= down * ratio;
}
