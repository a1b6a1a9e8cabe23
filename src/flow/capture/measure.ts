/** What one preview frame says, as numbers; pure, so it runs in the worker and in tests alike. */
import {findMrzZones} from '../../verification/document/mrz/band.ts';
import {cropGray, fitGray, type GrayImage} from '../../verification/image/gray.ts';
import {measureQuality, type PixelBox} from '../../verification/image/quality.ts';
import {seesBarcode} from './barcode-texture.ts';
import {findOutline} from './outline.ts';

export interface FrameMeasurement {
  /** Mean brightness in the guide, 0 to 255, and the span between its dark and bright parts. */
  mean: number;
  contrast: number;
  /** Variance of the Laplacian; below about 15 text cannot be read. */
  sharpness: number;
  /** Share of the guide that a reflection hides, 0 to 1. */
  glare: number;
  /** Mean change since the frame before, 0 to 255; 255 for the first. */
  motion: number;
  /** Sides of a document found near the guide's, 0 to 4, and how much of the guide it fills. */
  sides: number;
  fill: number | undefined;
  mrz: boolean;
  /** The lines were read a moment ago and every check digit agreed; absent where nobody reads. */
  readable?: boolean;
  barcode: boolean;
  /** The bar code was decoded a moment ago; absent where nobody reads. */
  decoded?: boolean;
}

export interface FrameRequest {
  /** The guide in pixels of the frame. */
  guide: PixelBox;
  /** What to look for beyond an outline. */
  look: {mrz: boolean; barcode: boolean};
  /** A small picture of the frame before, as this function returned it. */
  before: GrayImage | undefined;
}

/** Sharpness is measured at the document's width on the server; smaller frames are measured as they are. */
const sharpnessWidth = 1000;

export function measureFrame(gray: GrayImage, request: FrameRequest): {measured: FrameMeasurement; small: GrayImage} {
  const {guide, look} = request;
  const inside = cropGray(gray, guide.x, guide.y, guide.width, guide.height);
  const quality = measureQuality(inside, undefined, {sharpnessWidth: Math.min(sharpnessWidth, inside.width)});
  const small = fitGray(inside, 64);
  const outline = findOutline(gray, guide);
  return {
    measured: {
      mean: quality.exposure.mean,
      contrast: quality.exposure.contrast,
      sharpness: quality.sharpness,
      glare: quality.glare.fraction,
      motion: change(small, request.before),
      sides: outline.sides,
      fill: outline.fill,
      mrz: look.mrz && seesMrz(gray),
      barcode: look.barcode && seesBarcode(gray, {x: 0, y: 0, width: gray.width, height: gray.height}),
    },
    small,
  };
}

/**
 * Lines that run over at least 36 % of the frame; a menu or a bill in the background has none so alike. The air around the guide
 * counts: the still is the whole frame, so lines that stand a little outside are read all the same.
 */
function seesMrz(frame: GrayImage): boolean {
  const across = Math.max(frame.width, frame.height);
  return findMrzZones(frame, {limit: 2}).some((zone) => zone.length >= across * 0.36);
}

function change(now: GrayImage, before: GrayImage | undefined): number {
  if (!before || before.data.length !== now.data.length) return 255;
  let sum = 0;
  for (let i = 0; i < now.data.length; i++) sum += Math.abs((now.data[i] ?? 0) - (before.data[i] ?? 0));
  return sum / now.data.length;
}
