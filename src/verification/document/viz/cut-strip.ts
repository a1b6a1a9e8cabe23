/** A line of print, flattened into a strip as high as the recogniser wants it. Pure. */
import {resizeGray, warpQuad, type GrayImage} from '../../image/gray.ts';
import {distance, type Quad} from './view.ts';

/** Height of a strip in pixels, as the net was trained. */
export const stripHeight = 48;
/** Nothing on a document is longer in proportion but a machine-readable line. */
const longestStrip = 960;
const shortestStrip = 16;

/** Mean lengths of the sides along and across the text, in pixels of the picture. */
export function sizeOfLine([p0, p1, p2, p3]: Quad): {length: number; height: number} {
  return {length: (distance(p0, p1) + distance(p3, p2)) / 2, height: (distance(p0, p3) + distance(p1, p2)) / 2};
}

export function stripWidth(quad: Quad): number {
  const {length, height} = sizeOfLine(quad);
  const width = Math.round((length / Math.max(1, height)) * stripHeight);
  return Math.max(shortestStrip, Math.min(longestStrip, width));
}

/** From the full picture; sampled finer and then averaged where the line is higher than the strip. */
export function cutStrip(image: GrayImage, quad: Quad): GrayImage {
  const times = Math.max(1, Math.min(4, Math.round(sizeOfLine(quad).height / stripHeight)));
  const large = warpQuad(image, quad, stripWidth(quad) * times, stripHeight * times);
  return times === 1 ? large : resizeGray(large, 1 / times);
}
