/** From files to readings: decode, measure, read the machine-readable zone, else the bar code. */
import type {DocumentSide} from '../../protocol/government-id.ts';
import {findPdf417} from '../barcode/find-pdf417.ts';
import {parseAamva} from '../barcode/parse-aamva.ts';
import {preparePdf417Reader} from '../barcode/pdf417-wasm.node.ts';
import type {DocumentEvidence} from '../engine.ts';
import {decodeImage, ImageError, type DecodedPage} from '../image/decode.node.ts';
import {measureQuality} from '../image/quality.ts';
import {measureAuthenticity} from './authenticity/authenticity.ts';
import {findCardOutline} from './card-outline.ts';
import {fingerprint} from './fingerprint.ts';
import {mrzRecogniser} from './mrz-net.node.ts';
import {readMrz} from './mrz/read.ts';
import type {PictureReading, UnreadableFile} from './reading.ts';
import {findFields} from './viz/find-fields.ts';
import {visualZoneNets} from './viz/nets.node.ts';
import {readVisualZone} from './viz/read-visual-zone.node.ts';

/** One upright picture with the evidence it came from. */
export interface Picture {
  evidenceId: string;
  side: DocumentSide;
  page: DecodedPage;
  /** The program that wrote the file, as it says itself. */
  software?: string;
}

/** A file that is no picture within the limits is told apart, not thrown. */
export async function decodeEvidence(
  evidence: readonly DocumentEvidence[],
): Promise<{pictures: Picture[]; unreadable: UnreadableFile[]}> {
  const pictures: Picture[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const {id, side, bytes} of evidence) {
    try {
      const decoded = await decodeImage(bytes);
      const pages: DecodedPage[] = decoded.pages ?? [decoded];
      const software = decoded.software === undefined ? {} : {software: decoded.software};
      // A PDF of two pages is a scanned front and back, unless the back came as a file of its own.
      const used = evidence.length > 1 ? pages.slice(0, 1) : pages.slice(0, 2);
      pictures.push(
        ...used.map((page, i) => ({evidenceId: id, side: i === 0 ? side : otherSide(side), page, ...software})),
      );
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      unreadable.push({evidenceId: id, side, reason: error.code});
    }
  }
  return {pictures, unreadable};
}

export function measurePicture({evidenceId, side, page, software}: Picture): PictureReading {
  const image = {data: page.rgb, width: page.width, height: page.height};
  return {
    evidenceId,
    side,
    width: Math.round(page.width * page.scaleToOriginal),
    height: Math.round(page.height * page.scaleToOriginal),
    scaleToOriginal: page.scaleToOriginal,
    quality: measureQuality(page.gray, image),
    authenticity: measureAuthenticity(image, software),
  };
}

/** Where the card lies and what it looks like as a whole. */
export function outlinePicture(reading: PictureReading, {page}: Picture): PictureReading {
  const outline = findCardOutline(page.gray);
  return {...reading, ...(outline && {outline}), fingerprint: fingerprint(page.gray, outline?.quad)};
}

export async function readZone(
  reading: PictureReading,
  {page}: Picture,
  options: {today: string; anyOrientation: boolean},
): Promise<PictureReading> {
  const mrz = await readMrz(page.gray, await mrzRecogniser(), options);
  return mrz ? {...reading, mrz} : reading;
}

export async function readBarcode(reading: PictureReading, {page}: Picture): Promise<PictureReading> {
  await preparePdf417Reader();
  const barcode = await findPdf417(page.gray);
  if (barcode.status !== 'decoded') return {...reading, barcode};
  return {...reading, barcode, aamva: parseAamva(barcode.text)};
}

export interface PrintOptions {
  today: string;
  /** The issuer's, ISO 3166-1 alpha-2, where it is known. */
  country?: string;
  /** Whether a picture with these lines will do; all of them are read otherwise. */
  enough?: (reading: PictureReading) => boolean;
}

/** What is printed for people. */
export async function readPrint(
  reading: PictureReading,
  {page}: Picture,
  {enough, ...about}: PrintOptions,
): Promise<PictureReading> {
  const {mrz, outline} = reading;
  const zone = await readVisualZone(page.gray, await visualZoneNets(), {
    ...(mrz && {mrz}),
    ...(outline && {outline}),
    ...(enough && {enough: (lines) => enough({...reading, visual: {lines, fields: {}}})}),
  });
  return {...reading, visual: {...zone, fields: findFields(zone.lines, about)}};
}

function otherSide(side: DocumentSide): DocumentSide {
  return side === 'front' ? 'back' : 'front';
}
