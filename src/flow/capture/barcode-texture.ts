/**
 * Whether a stacked barcode (PDF417) is probably in the picture, by its texture: a wide block where brightness changes much from
 * left to right and little from top to bottom. Reading it is the server's work; the live hint only needs to know that it is there.
 */
import type {GrayImage} from '../../verification/image/gray.ts';
import type {PixelBox} from '../../verification/image/quality.ts';

/** Large enough that rows of the barcode, which make steps downwards too, average out. */
const cell = 24;
/** Mean step per pixel along a row that bars make at least, and how much stronger it is than down a column (text: below 1). */
const busy = 12;
const ratio = 1.45;
/** Share of the frame that a line of bars spans at least, and of the cells within that must be bars. */
const span = 0.28;
const dense = 0.75;

export function seesBarcode(image: GrayImage, within: PixelBox): boolean {
  const columns = Math.floor(within.width / cell);
  const rows = Math.floor(within.height / cell);
  let streak = 0;
  for (let row = 0; row < rows; row++) {
    const bars: number[] = [];
    for (let column = 0; column < columns; column++) {
      const x = Math.round(within.x) + column * cell;
      if (isBars(image, x, Math.round(within.y) + row * cell)) bars.push(column);
    }
    const width = (bars.at(-1) ?? 0) - (bars[0] ?? 0) + 1;
    // One line may be a row of text; a barcode is several below each other.
    streak = width >= columns * span && bars.length >= width * dense ? streak + 1 : 0;
    if (streak === 3) return true;
  }
  return false;
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
