/**
 * Whether a straight edge beside the portrait runs along the pixels of the picture although the document lies aslant. What is printed
 * on a document is aslant with it; a rectangle that was pasted in an editor is not, unless it was turned with care.
 *
 * Limits: says nothing of a document that lies straight, of a portrait that was glued onto the document itself, or of a picture that
 * was turned or bent after the paste.
 */
import type {GrayImage} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import type {Quad} from '../viz/view.ts';

export interface PastedEdge {
  /** Share of the second best edge that lies on one line of pixels, 0 to 1: one edge may be chance, a rectangle has four. */
  exactness: number;
  box: PixelBox;
}

/** An edge is looked for over this share of the face's height. */
const lengthShare = 0.7;
/** Drift of a printed edge over that length, in pixels, from which on it cannot lie on one line of pixels. */
const leastDrift = 2.5;
/** Step between two neighbouring pixels, in levels of grey; blocks of JPEG make lower ones. */
const leastStep = 10;
/** Of the face's box: how far around it a pasted rectangle would end. */
const around = {beside: 0.9, above: 0.9, below: 0.9};

/** Undefined where the document lies too straight, or the portrait is too small, to tell. */
export function pastedEdge(image: GrayImage, face: PixelBox, document: Quad): PastedEdge | undefined {
  const length = Math.round(face.height * lengthShare);
  const {across, down} = slopes(document, face, image);
  const edges = [
    ...(Math.abs(down) * length >= leastDrift ? exactLines(image, area(image, face), length, 'column') : []),
    ...(Math.abs(across) * length >= leastDrift ? exactLines(image, area(image, face), length, 'row') : []),
  ];
  if (length < 40 || edges.length === 0) return undefined;
  const [first, ...others] = edges.sort((a, b) => b.exactness - a.exactness);
  const second = others.find(
    (one) => one.along !== first?.along || Math.abs(one.at - (first?.at ?? 0)) > face.width / 3,
  );
  return {exactness: second?.exactness ?? 0, box: area(image, face)};
}

/** How much a level line of the document falls, and an upright one leans, where the face is; per pixel. */
function slopes([p0, p1, p2, p3]: Quad, face: PixelBox, {width}: GrayImage): {across: number; down: number} {
  const lean = (top: {x: number; y: number}, bottom: {x: number; y: number}) =>
    Math.abs(bottom.y - top.y) > Math.abs(bottom.x - top.x) ? (bottom.x - top.x) / (bottom.y - top.y) : 0;
  const fall = (left: {x: number; y: number}, right: {x: number; y: number}) =>
    Math.abs(right.x - left.x) > Math.abs(right.y - left.y) ? (right.y - left.y) / (right.x - left.x) : 0;
  const share = Math.min(1, Math.max(0, (face.x + face.width / 2) / width));
  return {
    down: lean(p0, p3) * (1 - share) + lean(p1, p2) * share,
    // perspective may level one of the two: the smaller one counts
    across: [fall(p0, p1), fall(p3, p2)].reduce((a, b) => (Math.abs(a) < Math.abs(b) ? a : b)),
  };
}

function area({width, height}: GrayImage, face: PixelBox): PixelBox {
  const x = Math.max(2, Math.round(face.x - face.width * around.beside));
  const y = Math.max(2, Math.round(face.y - face.height * around.above));
  const right = Math.min(width - 3, Math.round(face.x + face.width * (1 + around.beside)));
  const bottom = Math.min(height - 3, Math.round(face.y + face.height * (1 + around.below)));
  return {x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y)};
}

interface ExactLine {
  along: 'column' | 'row';
  at: number;
  exactness: number;
}

/** Of each line of pixels its best stretch of `length`: the share of it whose step is here and not on the lines beside. */
function exactLines(image: GrayImage, box: PixelBox, length: number, along: 'column' | 'row'): ExactLine[] {
  const [step, side] = along === 'column' ? [1, image.width] : [image.width, 1];
  const [lines, run] = along === 'column' ? [box.width, box.height] : [box.height, box.width];
  const start = box.y * image.width + box.x;
  const found: ExactLine[] = [];
  if (run < length) return found;
  for (let line = 0; line < lines; line++) {
    const exact = new Uint8Array(run);
    let [inside, best] = [0, 0];
    for (let i = 0; i < run; i++) {
      exact[i] = isExact(image.data, start + line * step + i * side, step) ? 1 : 0;
      inside += (exact[i] ?? 0) - (i >= length ? (exact[i - length] ?? 0) : 0);
      if (inside > best) best = inside;
    }
    found.push({along, at: line, exactness: best / length});
  }
  return found;
}

/** A step from the pixel before that stands out from those two pixels on either side. */
function isExact(data: GrayImage['data'], i: number, step: number): boolean {
  const here = Math.abs((data[i] as number) - (data[i - step] as number));
  if (here < leastStep) return false;
  const before = Math.abs((data[i - 2 * step] as number) - (data[i - 3 * step] as number));
  const after = Math.abs((data[i + 2 * step] as number) - (data[i + step] as number));
  return here > 2 * Math.max(before, after);
}
