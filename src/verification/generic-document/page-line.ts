/** A line of text on a page, whether it came from a text layer or from pixels. */
import type {ImageRegion} from '../../protocol/check.ts';
import type {PixelBox} from '../image/quality.ts';

export interface PageLine {
  text: string;
  /** Index of its page in the submission, from 0. */
  page: number;
  /** In pixels of the page's picture. */
  box: PixelBox;
  /** 0 to 1; 1 for a text layer. */
  certainty: number;
  source: 'text' | 'viz';
}

export interface Page {
  evidenceId: string;
  /** Its number in its file, from 1. */
  number: number;
  /** Of the picture, in pixels. */
  width: number;
  height: number;
  /** What to multiply pixels with to get pixels of the upright original. */
  scaleToOriginal: number;
  lines: readonly PageLine[];
}

/** Where some lines of one page stand, as a region of its evidence. */
export function regionOfLines(
  pages: readonly Page[],
  lines: readonly PageLine[],
  label?: string,
): ImageRegion | undefined {
  const page = pages[lines[0]?.page ?? -1];
  if (!page) return undefined;
  const boxes = lines.filter((line) => line.page === lines[0]?.page).map(({box}) => box);
  const {scaleToOriginal: scale} = page;
  const px = (value: number) => Math.round(value * scale);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.min(page.width, Math.max(...boxes.map((box) => box.x + box.width)));
  const bottom = Math.min(page.height, Math.max(...boxes.map((box) => box.y + box.height)));
  return {
    evidenceId: page.evidenceId,
    page: page.number,
    x: px(Math.max(0, x)),
    y: px(Math.max(0, y)),
    width: Math.max(1, px(right - Math.max(0, x))),
    height: Math.max(1, px(bottom - Math.max(0, y))),
    pictureWidth: px(page.width),
    pictureHeight: px(page.height),
    ...(label !== undefined && {label}),
  };
}

/** Every page, where a check looked at all of them. */
export function wholePages(pages: readonly Page[]): {regions?: ImageRegion[]} {
  const regions = pages.map(({evidenceId, number, width, height, scaleToOriginal: scale}) => {
    const size = {width: Math.round(width * scale), height: Math.round(height * scale)};
    return {evidenceId, page: number, x: 0, y: 0, ...size, pictureWidth: size.width, pictureHeight: size.height};
  });
  return regions.length > 0 ? {regions} : {};
}

/** Those that are there, else whole pages. */
export function placesOr(
  found: readonly (ImageRegion | undefined)[],
  pages: readonly Page[],
): {regions?: ImageRegion[]} {
  const regions = found.filter((region) => region !== undefined);
  return regions.length > 0 ? {regions} : wholePages(pages);
}

/** Small letters without accents, the way two spellings of one word meet: `Straße` and `STRASSE`, `Müller` and `MULLER`. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
