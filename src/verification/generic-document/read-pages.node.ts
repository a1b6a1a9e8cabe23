/** From files to lines of text: the text layer of a PDF where it has one, else what the nets of the visual zone read from the pixels. */
import {decodeImage, encodeDisplayJpeg, imageLimits, ImageError, type DecodedPage} from '../image/decode.node.ts';
import type {ImageErrorCode} from '../image/image-error.ts';
import {measureQuality} from '../image/quality.ts';
import {visualZoneNets} from '../document/viz/nets.node.ts';
import {readVisualZone} from '../document/viz/read-visual-zone.node.ts';
import type {Page, PageLine} from './page-line.ts';
import type {PageQuality, PaperFile} from './reading.ts';

export interface ReadPages {
  files: PaperFile[];
  unreadable: {evidenceId: string; reason: ImageErrorCode}[];
  pages: Page[];
  qualities: PageQuality[];
  /** One for each page, for people to look at. */
  displays: {side: 'page'; evidenceId: string; jpeg: Uint8Array; width: number; height: number}[];
}

/** Letters from which a text layer counts as one; scanners leave a stray line, and a picture of a bill has none. */
const leastLetters = 40;
/**
 * Longer side of the picture that lines are looked for in: 10-point print of an A4 page is then 15 px high, which the detector
 * marks reliably; the strips are cut from the full picture.
 */
const viewSide = 1280;
/** Sixty lines of a page; the small print below the table of a bill is left. */
const mostStripPx = 30_000;
/** Longer side that a page is decoded to. */
const pageSide = 2200;

/** Pages are read until there are as many as a PDF may have, whatever files they come in. */
export async function readPages(evidence: readonly {id: string; bytes: Uint8Array}[]): Promise<ReadPages> {
  const read: ReadPages = {files: [], unreadable: [], pages: [], qualities: [], displays: []};
  for (const {id, bytes} of evidence) {
    const room = imageLimits.pdfPages - read.pages.length;
    try {
      if (room <= 0) throw new ImageError('file_too_many_pages', `More than ${imageLimits.pdfPages} pages`);
      const {software, pdf, pages, ...first} = await decodeImage(bytes, {renderPages: room, side: pageSide});
      const facts = {...(software !== undefined && {software}), ...(pdf && {pdf})};
      const speaks = software !== undefined || pdf?.producer !== undefined || pdf?.creator !== undefined;
      read.files.push({evidenceId: id, ...facts, speaks});
      for (const [i, page] of (pages ?? [first]).entries()) await readPage(read, page, {evidenceId: id, number: i + 1});
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      read.unreadable.push({evidenceId: id, reason: error.code});
    }
  }
  return read;
}

async function readPage(
  read: ReadPages,
  page: DecodedPage,
  about: {evidenceId: string; number: number},
): Promise<void> {
  const index = read.pages.length;
  const layer = layerOf(page, index);
  if (!layer) read.qualities.push(qualityOf(page, index));
  const lines = layer ?? (await readPixels(page, index));
  const {width, height, scaleToOriginal} = page;
  read.pages.push({...about, width, height, scaleToOriginal, lines});
  const {evidenceId} = about;
  read.displays.push({side: 'page', evidenceId, ...(await encodeDisplayJpeg(page))});
}

function layerOf({text, runs}: DecodedPage, page: number): PageLine[] | undefined {
  const letters = (text?.match(/\p{L}/gu) ?? []).length;
  if (!runs || letters < leastLetters) return undefined;
  return runs.map(({text, box}) => ({text, box, page, certainty: 1, source: 'text'}));
}

async function readPixels({gray}: DecodedPage, page: number): Promise<PageLine[]> {
  const {lines} = await readVisualZone(gray, await visualZoneNets(), {side: viewSide, mostStripPx});
  return lines.map(({text, region, confidence}) => {
    return {text, page, box: region, certainty: confidence, source: 'viz'};
  });
}

function qualityOf({gray}: DecodedPage, page: number): PageQuality {
  const {sharpness, exposure, glare} = measureQuality(gray);
  return {page, sharpness, mean: exposure.mean, glare: glare.fraction};
}
