/**
 * Where the card or page lies in a picture, which way up it is, and how large it is: what a flat picture of it is cut from.
 *
 * Its border decides where (`card-outline.ts`); the zone, the bar code or the print says which way it reads, and the zone also whether
 * the border is the document's: a page's zone takes about nine tenths of its width (ICAO 9303 parts 4 to 7). Pure.
 */
import type {MrzLayout} from '../../protocol/government-id.ts';
import type {Point} from '../image/gray.ts';
import type {MrzReading} from './mrz/read.ts';
import type {BarcodeSearch} from '../barcode/find-pdf417.ts';
import type {CardOutline} from './card-outline.ts';
import type {VisualReading} from './viz/visual-zone.ts';
import {distance, toPicture, type Quad} from './viz/view.ts';

export interface CardPlace {
  /** In pixels of the picture; top left, top right, bottom right, bottom left as the card reads. */
  quad: Quad;
  /** Size of what the quadrilateral holds; absent where nothing tells it. */
  size?: CardSize;
  /** The border itself; about where the zone says that the page is; or all of a picture that was cut to its card, or only lies on its side. */
  by: 'outline' | 'zone' | 'picture';
}

export interface CardSize {
  widthMm: number;
  heightMm: number;
}

/** ISO/IEC 7810: ID-1, ID-2 and ID-3; the visas of ICAO 9303-7. */
const sizes = {
  id1: {widthMm: 85.6, heightMm: 53.98},
  id2: {widthMm: 105, heightMm: 74},
  id3: {widthMm: 125, heightMm: 88},
  visaA: {widthMm: 120, heightMm: 80},
} as const satisfies Record<string, CardSize>;

const sizeOfLayout: Record<MrzLayout, CardSize> = {
  TD1: sizes.id1,
  TD2: sizes.id2,
  TD3: sizes.id3,
  MRVA: sizes.visaA,
  MRVB: sizes.id2,
  FRA2X36: sizes.id2,
};

const charactersOf: Record<MrzLayout, number> = {TD1: 30, TD2: 36, TD3: 44, MRVA: 44, MRVB: 36, FRA2X36: 36};
/** Ten characters to the inch (ICAO 9303-3). */
const characterMm = 2.54;

/** Longer to shorter side: from here on a border is a card's, below a page's. ID-1 is 1.586, a page 1.42. */
const leastCardAspect = 1.5;
/** Proportions of a scan that is cut to an ID-1 card; no camera's picture has them. */
const cutToCard = {least: 1.54, most: 1.64};
/** The zone's length over the document's: 0.87 to 0.93 by the standard, with room for perspective. */
const zoneShare = {least: 0.76, most: 1.02};

/** How far proportions may be off what the layout has, by perspective: beyond, the border is of two cards or of half a one. */
const mostStretch = 1.2;

/** Letters, and how surely they are read, from which print tells which way is up. */
const leastLetters = 24;
const leastCertainty = 0.85;

interface Placed {
  width: number;
  height: number;
  outline?: CardOutline;
  mrz?: MrzReading;
  barcode?: BarcodeSearch;
  visual?: VisualReading;
}

/** `width` and `height` in the pixels of the readings; undefined where the whole picture is as good. */
export function placeCard(reading: Placed): CardPlace | undefined {
  const {outline, mrz} = reading;
  const along = readingDirection(reading);
  if (outline && (!mrz || holdsZone(outline.quad, mrz)) && holdsBarcode(outline.quad, reading)) {
    const quad = turnedTo(outline.quad, along ?? defaultDirection(outline.quad));
    return {quad, size: sizeOf(quad, mrz?.layout), by: 'outline'};
  }
  if (mrz) return placeAroundZone(mrz);
  return wholePicture(reading, along);
}

function wholePicture({width, height}: Placed, along: Point | undefined): CardPlace | undefined {
  const corners: Quad = [
    {x: 0, y: 0},
    {x: width, y: 0},
    {x: width, y: height},
    {x: 0, y: height},
  ];
  const aspect = Math.max(width, height) / Math.min(width, height);
  const isCard = aspect >= cutToCard.least && aspect <= cutToCard.most;
  const quad = turnedTo(corners, along ?? (isCard ? defaultDirection(corners) : {x: 1, y: 0}));
  if (isCard) return {quad, size: sizeOf(quad, undefined), by: 'picture'};
  return quad[0] === corners[0] ? undefined : {quad, by: 'picture'};
}

/** The way the text runs: the zone knows best, then the bar code, then the print. */
function readingDirection({mrz, barcode, visual}: Placed): Point | undefined {
  if (mrz) return direction(mrz.quad);
  if (barcode?.status === 'decoded') return direction(barcode.corners);
  return visual?.view && isText(visual) ? direction(visual.view.quad) : undefined;
}

/** A recogniser sees a word or two in anything. */
function isText({lines}: VisualReading): boolean {
  const certain = lines.filter(({confidence}) => confidence >= leastCertainty);
  return certain.reduce((sum, {text}) => sum + text.length, 0) >= leastLetters;
}

function direction([p0, p1, p2, p3]: Quad): Point {
  return {x: p1.x - p0.x + p2.x - p3.x, y: p1.y - p0.y + p2.y - p3.y};
}

/** Along the longer side, to the right. */
function defaultDirection(quad: Quad): Point {
  const [p0, p1, p2, p3] = quad;
  const across = direction(quad);
  const down = {x: p3.x - p0.x + p2.x - p1.x, y: p3.y - p0.y + p2.y - p1.y};
  const longer = distance(p0, p1) >= distance(p1, p2) ? across : down;
  return longer.x >= 0 ? longer : {x: -longer.x, y: -longer.y};
}

/** Begun at the corner from which its first side runs most nearly along `along`. */
function turnedTo([a, b, c, d]: Quad, along: Point): Quad {
  const turns: Quad[] = [
    [a, b, c, d],
    [b, c, d, a],
    [c, d, a, b],
    [d, a, b, c],
  ];
  const likeness = ([p0, p1]: Quad) => {
    return ((p1.x - p0.x) * along.x + (p1.y - p0.y) * along.y) / Math.max(1, distance(p0, p1));
  };
  return turns.reduce((best, turn) => (likeness(turn) > likeness(best) ? turn : best));
}

/** A portrait's frame or a booklet of two pages has straight borders too, but not this zone along it. */
function holdsZone(quad: Quad, mrz: MrzReading): boolean {
  const [p0, p1, p2, p3] = turnedTo(quad, direction(mrz.quad));
  const length = (distance(p0, p1) + distance(p3, p2)) / 2;
  const share = distance(mrz.quad[0], mrz.quad[1]) / Math.max(1, length);
  const {widthMm, heightMm} = sizeOfLayout[mrz.layout];
  const stretch = length / Math.max(1, (distance(p0, p3) + distance(p1, p2)) / 2) / (widthMm / heightMm);
  if (Math.max(stretch, 1 / stretch) > mostStretch) return false;
  return share >= zoneShare.least && share <= zoneShare.most && holds([p0, p1, p2, p3], centreOf(mrz.quad));
}

/** A card that the frame cuts has no border there; then the edge of its bar code is easily taken for one. */
function holdsBarcode(quad: Quad, {barcode}: Placed): boolean {
  if (!barcode || barcode.status === 'absent') return true;
  const centre = centreOf(quad);
  const within = quad.map(({x, y}) => {
    return {x: centre.x + (x - centre.x) * 0.985, y: centre.y + (y - centre.y) * 0.985};
  }) as Quad;
  return barcode.corners.every((corner) => holds(within, corner));
}

function holds(quad: Quad, {x, y}: Point): boolean {
  return quad.every((from, i) => {
    const to = quad[(i + 1) % 4] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });
}

function centreOf(quad: Quad): Point {
  return toPicture({quad, width: 2, height: 2})({x: 1, y: 1});
}

/** By the layout of its zone, else by its proportions; a licence may stand on its shorter side. */
function sizeOf([p0, p1, p2, p3]: Quad, layout: MrzLayout | undefined): CardSize {
  const across = distance(p0, p1) + distance(p3, p2);
  const down = distance(p0, p3) + distance(p1, p2);
  if (layout) return sizeOfLayout[layout];
  const {widthMm, heightMm} = Math.max(across / down, down / across) >= leastCardAspect ? sizes.id1 : sizes.id3;
  return across >= down ? {widthMm, heightMm} : {widthMm: heightMm, heightMm: widthMm};
}

/** The zone's last line stands about this far above the lower border (ICAO 9303 parts 4 to 7); and how much more is shown around. */
const zoneAboveBorderMm = 6;
const aroundMm = 3;

/** Without perspective: the strip of a zone is too narrow to tell it. */
function placeAroundZone({quad: [p0, p1, p2, p3], layout}: MrzReading): CardPlace {
  const {widthMm, heightMm} = sizeOfLayout[layout];
  const lengthMm = charactersOf[layout] * characterMm;
  const along = {x: (p1.x - p0.x + p2.x - p3.x) / 2 / lengthMm, y: (p1.y - p0.y + p2.y - p3.y) / 2 / lengthMm};
  const middle = {x: (p3.x + p2.x) / 2, y: (p3.y + p2.y) / 2};
  const at = (u: number, v: number): Point => {
    return {x: middle.x + along.x * u + along.y * v, y: middle.y + along.y * u - along.x * v};
  };
  const side = widthMm / 2 + aroundMm;
  const [up, down] = [heightMm - zoneAboveBorderMm + aroundMm, -zoneAboveBorderMm - aroundMm];
  return {
    quad: [at(-side, up), at(side, up), at(side, down), at(-side, down)],
    size: {widthMm: widthMm + 2 * aroundMm, heightMm: heightMm + 2 * aroundMm},
    by: 'zone',
  };
}

/** Pixels to the millimetre of the flat picture: those of the photograph, at most these (about 350 dpi). */
const mostPixelsPerMm = 14;

/** How large the flat picture is drawn, in pixels. */
export function flatSize({quad: [p0, p1, p2, p3], size}: CardPlace): {
  width: number;
  height: number;
  pixelsPerMm?: number;
} {
  const across = (distance(p0, p1) + distance(p3, p2)) / 2;
  const down = (distance(p0, p3) + distance(p1, p2)) / 2;
  if (!size) return {width: Math.round(across), height: Math.round(down)};
  const seen = Math.max(across / size.widthMm, down / size.heightMm);
  const pixelsPerMm = Math.max(1, Math.min(mostPixelsPerMm, Math.ceil(seen)));
  return {
    width: Math.round(size.widthMm * pixelsPerMm),
    height: Math.round(size.heightMm * pixelsPerMm),
    pixelsPerMm,
  };
}
