/**
 * How good a picture is for reading: sharpness, glare, exposure, and whether the document is cut by the frame.
 * Cheap enough for every frame of a 320 to 640 px camera preview (a few milliseconds); the same numbers on the server.
 */
import {cropGray, resizeGray, type GrayImage, type RgbImage} from './gray.ts';

export interface QualityOptions {
  /** Where the document is, in pixels; the whole picture when absent. */
  document?: PixelBox;
  /**
   * Width to which the document is brought before sharpness is measured, so that one threshold holds for every camera.
   * 1000 on the server (below about 15 is blurred); a preview passes its own width.
   */
  sharpnessWidth?: number;
}

export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Edge = 'top' | 'right' | 'bottom' | 'left';

export interface Quality {
  /** Variance of the Laplacian at `sharpnessWidth`: about 150 sharp, 40 soft, 15 hardly readable, below 7 blurred. */
  sharpness: number;
  glare: {
    /** Share (0 to 1) of the document in patches of blown-out white among darker surroundings. */
    fraction: number;
    /** Where, largest first, at most eight. */
    regions: PixelBox[];
  };
  exposure: {
    /** Mean brightness, 0 to 255. */
    mean: number;
    /** Share of nearly black (< 30) and nearly white (> 250) pixels, 0 to 1. */
    darkFraction: number;
    brightFraction: number;
    /** Distance of the 5th and 95th percentile of brightness, 0 to 255; small means foggy or featureless. */
    contrast: number;
  };
  /** Edges of the picture that the document's outline crosses, seen as strong texture running into the border. */
  cutEdges: Edge[];
  /** Mean colourfulness (0 grey to 255), where colours were given; a photocopy is near 0. */
  chroma?: number;
}

export function measureQuality(gray: GrayImage, rgb?: RgbImage, options: QualityOptions = {}): Quality {
  const box = options.document;
  const part = box ? cropGray(gray, box.x, box.y, box.width, box.height) : gray;
  const origin = {x: box ? Math.max(0, Math.round(box.x)) : 0, y: box ? Math.max(0, Math.round(box.y)) : 0};
  const quality: Quality = {
    sharpness: sharpnessOf(part, options.sharpnessWidth ?? 1000),
    glare: glareOf(part, origin),
    exposure: exposureOf(part),
    cutEdges: box ? touchedEdges(gray, box) : crossedEdges(gray),
  };
  if (rgb) quality.chroma = chromaOf(rgb, box);
  return quality;
}

/** Variance of the 4-neighbour Laplacian with the picture brought to `width`; a narrower one is grown, for missing detail is blur too. */
export function sharpnessOf(image: GrayImage, width: number): number {
  const {data, width: w, height: h} = resizeGray(image, width / image.width);
  if (w < 3 || h < 3) return 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < h - 1; y++) {
    for (let i = y * w + 1, end = y * w + w - 1; i < end; i++) {
      const laplacian =
        4 * (data[i] as number) -
        (data[i - 1] as number) -
        (data[i + 1] as number) -
        (data[i - w] as number) -
        (data[i + w] as number);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const count = (w - 2) * (h - 2);
  return squares / count - (sum / count) ** 2;
}

/** Grid on which glare is looked for: cells along the longer side. */
const glareCells = 40;

/**
 * White paper is bright too, so a cell counts only when nearly all of it is blown out (> 250) while the picture as a whole is not;
 * scans on a white background would otherwise be all glare, so patches that touch the border are left out.
 */
function glareOf(image: GrayImage, origin: {x: number; y: number}): Quality['glare'] {
  const cell = Math.max(4, Math.ceil(Math.max(image.width, image.height) / glareCells));
  const columns = Math.ceil(image.width / cell);
  const rows = Math.ceil(image.height / cell);
  const blown = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      blown[row * columns + column] = blownShare(image, column * cell, row * cell, cell) > 0.8 ? 1 : 0;
    }
  }
  const patches = joinCells(blown, columns, rows).filter(
    (p) => p.left > 0 && p.top > 0 && p.right < columns - 1 && p.bottom < rows - 1,
  );
  const cells = patches.reduce((sum, p) => sum + p.cells, 0);
  const regions = patches
    .sort((a, b) => b.cells - a.cells)
    .slice(0, 8)
    .map((p) => ({
      x: origin.x + p.left * cell,
      y: origin.y + p.top * cell,
      width: (p.right - p.left + 1) * cell,
      height: (p.bottom - p.top + 1) * cell,
    }));
  return {fraction: cells / (columns * rows), regions};
}

function blownShare(image: GrayImage, x0: number, y0: number, cell: number): number {
  const x1 = Math.min(image.width, x0 + cell);
  const y1 = Math.min(image.height, y0 + cell);
  let blown = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if ((image.data[y * image.width + x] as number) > 250) blown++;
  }
  return blown / Math.max(1, (x1 - x0) * (y1 - y0));
}

interface Patch {
  left: number;
  top: number;
  right: number;
  bottom: number;
  cells: number;
}

function joinCells(marked: Uint8Array, columns: number, rows: number): Patch[] {
  const patches: Patch[] = [];
  const stack: number[] = [];
  for (let start = 0; start < marked.length; start++) {
    if (!marked[start]) continue;
    const patch: Patch = {left: columns, top: rows, right: 0, bottom: 0, cells: 0};
    marked[start] = 0;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns;
      const y = (at - x) / columns;
      patch.cells++;
      patch.left = Math.min(patch.left, x);
      patch.right = Math.max(patch.right, x);
      patch.top = Math.min(patch.top, y);
      patch.bottom = Math.max(patch.bottom, y);
      const neighbours = [x > 0 ? at - 1 : -1, x < columns - 1 ? at + 1 : -1, at - columns, at + columns];
      for (const next of neighbours) {
        if (next < 0 || next >= marked.length || !marked[next]) continue;
        marked[next] = 0;
        stack.push(next);
      }
    }
    patches.push(patch);
  }
  return patches;
}

function exposureOf(image: GrayImage): Quality['exposure'] {
  const histogram = new Uint32Array(256);
  for (const value of image.data) histogram[value] = (histogram[value] as number) + 1;
  const count = image.data.length || 1;
  let sum = 0;
  let dark = 0;
  let bright = 0;
  let seen = 0;
  let low = -1;
  let high = -1;
  for (let value = 0; value < 256; value++) {
    const n = histogram[value] as number;
    sum += value * n;
    if (value < 30) dark += n;
    if (value > 250) bright += n;
    seen += n;
    if (low < 0 && seen >= count * 0.05) low = value;
    if (high < 0 && seen >= count * 0.95) high = value;
  }
  return {
    mean: sum / count,
    darkFraction: dark / count,
    brightFraction: bright / count,
    contrast: Math.max(0, high - Math.max(0, low)),
  };
}

/** A known document box that comes closer to the border than 0.4 % of the picture is cut there. */
function touchedEdges(image: GrayImage, box: PixelBox): Edge[] {
  const marginX = Math.max(1, image.width * 0.004);
  const marginY = Math.max(1, image.height * 0.004);
  const edges: Edge[] = [];
  if (box.y <= marginY) edges.push('top');
  if (box.x + box.width >= image.width - marginX) edges.push('right');
  if (box.y + box.height >= image.height - marginY) edges.push('bottom');
  if (box.x <= marginX) edges.push('left');
  return edges;
}

/**
 * Without a box: text or print running over the border shows as many strong steps along the outermost pixels.
 * A wooden table makes some too, so an edge counts only when it is far busier (8 steps per 100 px, of 40 or more).
 */
function crossedEdges(image: GrayImage): Edge[] {
  const {width: w, height: h, data} = image;
  const inset = Math.max(1, Math.round(Math.min(w, h) * 0.004));
  const busy = (length: number, at: (i: number) => number): boolean => {
    let steps = 0;
    for (let i = 2; i < length; i++) if (Math.abs((data[at(i)] ?? 0) - (data[at(i - 2)] ?? 0)) >= 40) steps++;
    return steps / length > 0.08;
  };
  const edges: Edge[] = [];
  if (busy(w, (i) => inset * w + i)) edges.push('top');
  if (busy(h, (i) => i * w + (w - 1 - inset))) edges.push('right');
  if (busy(w, (i) => (h - 1 - inset) * w + i)) edges.push('bottom');
  if (busy(h, (i) => i * w + inset)) edges.push('left');
  return edges;
}

function chromaOf(rgb: RgbImage, box?: PixelBox): number {
  const x0 = box ? Math.max(0, Math.floor(box.x)) : 0;
  const y0 = box ? Math.max(0, Math.floor(box.y)) : 0;
  const x1 = box ? Math.min(rgb.width, Math.ceil(box.x + box.width)) : rgb.width;
  const y1 = box ? Math.min(rgb.height, Math.ceil(box.y + box.height)) : rgb.height;
  // Every fourth pixel of every fourth row says as much.
  let sum = 0;
  let count = 0;
  for (let y = y0; y < y1; y += 4) {
    for (let x = x0; x < x1; x += 4) {
      const p = (y * rgb.width + x) * 3;
      const r = rgb.data[p] ?? 0;
      const g = rgb.data[p + 1] ?? 0;
      const b = rgb.data[p + 2] ?? 0;
      sum += Math.max(r, g, b) - Math.min(r, g, b);
      count++;
    }
  }
  return count ? sum / count : 0;
}
