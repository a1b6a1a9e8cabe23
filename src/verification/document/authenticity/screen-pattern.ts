/**
 * Whether a picture was taken of a screen. A screen's pixels are stripes of red, green and blue; a camera that samples them makes
 * moire, which stands in the spectrum of the colour differences as a few sharp peaks. Print has lines too, guilloches and text,
 * but not the same sharp ones in red against green and in blue against green at once.
 *
 * Limits, measured on simulated cameras (`npm run bench -- authenticity`): where one pixel of the screen falls on one of the camera,
 * the moire is too coarse to be told from shading, and a picture that was made smaller has lost it.
 */
import type {RgbImage} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import {spectrumOf, type Spectrum} from './spectrum.ts';

export interface ScreenPattern {
  /** Height of the peaks over their surroundings, in spreads of these: paper 1 to 3.75, a screen mostly 3.9 to 5.6. */
  peak: number;
  /** Where it was measured. */
  boxes: PixelBox[];
}

const size = 256;
/** Two places of the document's middle, as shares of the picture. */
const places = [0.3, 0.7];
/** Frequencies in turns per pixel: finer than print at the distance of a document, coarser than the mosaic of the sensor. */
const band = {from: 0.1, to: 0.488};

/** Undefined for a picture that is too small to hold a pattern. */
export function screenPattern(image: RgbImage): ScreenPattern | undefined {
  if (Math.min(image.width, image.height) < size) return undefined;
  const boxes = places.map((place) => ({
    x: Math.round((image.width - size) * place),
    y: Math.round((image.height - size) / 2),
    width: size,
    height: size,
  }));
  const peaks = boxes.map((box) => {
    return Math.min(
      sharpestPeak(spectrumOf(difference(image, box, 0), size)),
      sharpestPeak(spectrumOf(difference(image, box, 2), size)),
    );
  });
  return {peak: peaks.reduce((sum, peak) => sum + peak, 0) / peaks.length, boxes};
}

/** Red (0) or blue (2) minus green. */
function difference({data, width}: RgbImage, {x, y}: PixelBox, channel: 0 | 2): Float32Array {
  const tile = new Float32Array(size * size);
  for (let v = 0; v < size; v++) {
    for (let u = 0, i = ((y + v) * width + x) * 3; u < size; u++, i += 3) {
      tile[v * size + u] = (data[i + channel] as number) - (data[i + 1] as number);
    }
  }
  return tile;
}

/**
 * On each ring of equal frequency: the third strongest (a lone one may be noise) over the median, in units of how far the upper
 * sixth of the ring lies above it. 0.15 keeps an empty spectrum from having peaks.
 */
function sharpestPeak({log}: Spectrum): number {
  let best = 0;
  for (const ring of rings) {
    const values = Float32Array.from(ring, (at) => log[at] ?? 0).sort();
    const at = (from: number) => values[from] ?? 0;
    const median = at(values.length >> 1);
    const spread = at(Math.floor(values.length * 0.84)) - median;
    best = Math.max(best, (at(values.length - 3) - median) / (spread + 0.15));
  }
  return best;
}

/** Places in the spectrum by ring; the axes hold the edges of the tile and of JPEG's blocks, and are left out. */
const rings = ringsOf();

function ringsOf(): Uint32Array[] {
  const width = size / 2 + 1;
  const found = new Map<number, number[]>();
  for (let y = 0; y < size; y++) {
    const fy = y < size / 2 ? y : y - size;
    if (Math.abs(fy) < 2) continue;
    for (let x = 2; x < width; x++) {
      const radius = Math.round(Math.hypot(x, fy));
      if (radius < band.from * size || radius >= band.to * size) continue;
      const ring = found.get(radius) ?? [];
      ring.push(y * width + x);
      found.set(radius, ring);
    }
  }
  return [...found.values()].map((ring) => Uint32Array.from(ring));
}
