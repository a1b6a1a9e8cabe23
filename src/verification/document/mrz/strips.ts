/** Cuts the lines of a zone out as upright strips of the height the recogniser wants. */
import {cutTurned, type GrayImage} from '../../image/gray.ts';
import {extentAlong, type MrzBand, type MrzZone} from './band.ts';
import {stripHeight} from './recogniser.ts';

export interface MrzStrip {
  image: GrayImage;
  /** Where the strip's left end and its direction are in the picture, and how many picture pixels one strip pixel is. */
  place: {cx: number; cy: number; angle: number; length: number; height: number};
}

/**
 * All strips of a zone have the same ends, so that a line whose end was missed is completed by its neighbours.
 * The height follows the distance of the lines, which is 1.4 capitals in three-line zones and 2.1 in two-line ones;
 * `tallness` varies it for a second look.
 */
export function cutStrips(image: GrayImage, zone: MrzZone, tallness = 1): MrzStrip[] {
  const {lines} = zone;
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  const angle = lines.reduce((sum, line) => sum + line.angle * line.length, 0) / total;
  const {start, end} = extentAlong(lines, angle);
  const height = zone.gap * (lines.length === 3 ? 1.15 : 0.86) * tallness;
  const length = end - start + height;
  return lines.map((line) => cutLine(image, line, {angle, middle: (start + end) / 2, length, height}));
}

function cutLine(
  image: GrayImage,
  line: MrzBand,
  zone: {angle: number; middle: number; length: number; height: number},
): MrzStrip {
  const angle = Math.abs(line.angle - zone.angle) < 0.03 ? line.angle : zone.angle;
  const shift = zone.middle - (line.cx * Math.cos(zone.angle) + line.cy * Math.sin(zone.angle));
  const cx = line.cx + shift * Math.cos(angle);
  const cy = line.cy + shift * Math.sin(angle);
  const wanted = Math.round((zone.length * stripHeight) / zone.height / 8) * 8;
  const width = Math.max(160, Math.min(1200, wanted));
  const rect = {cx, cy, width: zone.length, height: zone.height, angle};
  return {
    image: cutTurned(image, rect, width, stripHeight),
    place: {cx, cy, angle, length: zone.length, height: zone.height},
  };
}
