/** Where on the evidence the things of a reading stand. */
import type {ImageRegion} from '../../protocol/check.ts';
import type {Point} from '../image/gray.ts';
import type {PixelBox} from '../image/quality.ts';
import type {MrzFieldName} from './mrz/layouts.ts';
import type {PictureReading} from './reading.ts';

/** A box of a picture as a region of its evidence. */
export function regionOf(
  picture: PictureReading,
  box: {x: number; y: number; width: number; height: number},
  label?: string,
): ImageRegion {
  const scale = picture.scaleToOriginal;
  const left = Math.max(0, Math.round(box.x * scale));
  const top = Math.max(0, Math.round(box.y * scale));
  return {
    evidenceId: picture.evidenceId,
    x: left,
    y: top,
    width: Math.max(1, Math.min(picture.width - left, Math.round(box.width * scale))),
    height: Math.max(1, Math.min(picture.height - top, Math.round(box.height * scale))),
    pictureWidth: picture.width,
    pictureHeight: picture.height,
    ...(label !== undefined && {label}),
  };
}

export function wholePicture({evidenceId, width, height}: PictureReading): ImageRegion {
  return {evidenceId, x: 0, y: 0, width, height, pictureWidth: width, pictureHeight: height};
}

/** The document, where its border was found, else all of the picture. */
export function cardRegion(picture: PictureReading): ImageRegion {
  return picture.outline ? regionOf(picture, boxOf(picture.outline.quad), 'card') : wholePicture(picture);
}

export function mrzRegion(picture: PictureReading): ImageRegion | undefined {
  return picture.mrz && regionOf(picture, picture.mrz.region, 'mrz');
}

/**
 * Where one field's characters stand: their share of the zone, whose lines are equally far apart and whose characters are all of one
 * width (ICAO 9303-3).
 */
export function mrzFieldRegion(picture: PictureReading, field: MrzFieldName, label: string): ImageRegion | undefined {
  const {mrz} = picture;
  const {raw = '', range} = mrz?.parsed.fields[field] ?? {};
  const length = mrz?.lines[range?.line ?? 0]?.length;
  if (!mrz || !range || !length) return undefined;
  // A name ends where its fillers begin.
  const written = raw.replace(/<+$/, '').length || raw.length;
  const [left, right] = [range.start / length, (range.start + written) / length];
  const [top, bottom] = [range.line / mrz.lines.length, (range.line + 1) / mrz.lines.length];
  const [p0, p1, p2, p3] = mrz.quad;
  const within = (u: number, v: number) => between(between(p0, p1, u), between(p3, p2, u), v);
  const corners = [within(left, top), within(right, top), within(right, bottom), within(left, bottom)];
  return regionOf(picture, boxOf(corners), label);
}

function between(from: Point, to: Point, share: number): Point {
  return {x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share};
}

export function barcodeRegion(picture: PictureReading): ImageRegion | undefined {
  if (!picture.barcode || picture.barcode.status === 'absent') return undefined;
  return regionOf(picture, boxOf(picture.barcode.corners), 'barcode');
}

function boxOf(corners: readonly Point[]): PixelBox {
  const [xs, ys] = [corners.map(({x}) => x), corners.map(({y}) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y};
}
