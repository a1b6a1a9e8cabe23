/** Tells one side of a card from another, however it was photographed: 256 bits of brightness steps of the flattened card. */
import type {GrayImage, Point} from '../image/gray.ts';
import {cropGray, fitGray, warpQuad} from '../image/gray.ts';

/** Whether each cell of a 17 x 16 grid is darker than its right neighbour, row by row. */
export type Fingerprint = readonly boolean[];

const columns = 17;
const rows = 16;
/** Of the picture, where no outline is known: the desk around a card is the same on both photographs. */
const deskMargin = 0.15;
/** Of the flattened card: its border is never exact. */
const cardMargin = 0.03;

/** `outline` is the card's in pixels of the picture, clockwise; the middle of the picture stands in where there is none. */
export function fingerprint(image: GrayImage, outline?: [Point, Point, Point, Point]): Fingerprint {
  const card = outline ? flatten(image, outline) : fitGray(image, 640);
  const margin = outline ? cardMargin : deskMargin;
  const {width, height} = card;
  const middle = cropGray(card, width * margin, height * margin, width * (1 - 2 * margin), height * (1 - 2 * margin));
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

/** Share of equal bits, one of them also upside down: 1 = the same picture, about 0.5 = unrelated. */
export function similarity(a: Fingerprint, b: Fingerprint): number {
  // Turned by a half turn the grid is read backwards, and every step goes the other way.
  const turned = b.map((bit) => !bit).reverse();
  return Math.max(shareOfEqual(a, b), shareOfEqual(a, turned));
}

function shareOfEqual(a: Fingerprint, b: Fingerprint): number {
  return a.filter((bit, i) => bit === b[i]).length / Math.max(a.length, 1);
}

/** To a landscape card of 340 x 224 px, from a picture small enough that no pixel is left out. */
function flatten(image: GrayImage, [p0, p1, p2, p3]: [Point, Point, Point, Point]): GrayImage {
  const small = fitGray(image, 640);
  const scale = small.width / image.width;
  const at = ({x, y}: Point): Point => ({x: x * scale, y: y * scale});
  const upright = Math.hypot(p1.x - p0.x, p1.y - p0.y) >= Math.hypot(p3.x - p0.x, p3.y - p0.y);
  const quad = upright ? [p0, p1, p2, p3] : [p1, p2, p3, p0];
  const [a = p0, b = p1, c = p2, d = p3] = quad.map(at);
  return warpQuad(small, [a, b, c, d], 340, 224);
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
