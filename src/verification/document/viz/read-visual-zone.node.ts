/**
 * Reads what is printed on a document for people: every line of text with its place and how certain it is.
 *
 * Steps: choose the view (a card's border, above a machine-readable zone, or all of the picture) -> detect lines in it ->
 * turn it until they stand upright -> cut each from the full picture -> recognise -> reading order.
 */
import {cornersOf, turnGray, type GrayImage, type Point} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import type {CardOutline} from '../card-outline.ts';
import {placeCard} from '../card-place.ts';
import type {MrzReading} from '../mrz/read.ts';
import type {DecodedText} from './decode-text.ts';
import {cutStrip, sizeOfLine, stripWidth} from './cut-strip.ts';
import {detectText} from './detect-text.node.ts';
import type {VisualZoneNets} from './nets.node.ts';
import {inReadingOrder} from './reading-order.ts';
import {recogniseText} from './recognise-text.node.ts';
import type {TextBox} from './text-boxes.ts';
import {isZoneText, type TextLine, type VisualZone} from './visual-zone.ts';
import {
  cutView,
  sizeView,
  toPicture,
  viewAboveZone,
  viewOfAll,
  viewOfOutline,
  withMargin,
  type Quad,
  type View,
} from './view.ts';

export interface VisualZoneOptions {
  mrz?: MrzReading;
  outline?: CardOutline;
  /** Asked now and then whether the lines read so far will do; the highest are read first. */
  enough?: (lines: readonly TextLine[]) => boolean;
  /** Longer side of the view that lines are looked for in, in pixels; chosen by what is wanted otherwise. */
  side?: number;
  /** Of all strips together, in pixels of 48 px height; more is left unread. */
  mostStripPx?: number;
}

/**
 * Longer side of the view: by measurement 736 px find what is looked for, for values are printed larger than their labels. More where all
 * that is printed is wanted, and where the characters of the zone say that the document is small or far away.
 */
const sides = {toConfirm: 736, thorough: 960};
/** Distance of the zone's characters in pixels; print is half as high. */
const smallPitchPx = 12;
/** Lines lower than this in the picture cannot be read. */
const leastHeightPx = 7;
/** Of all strips together; a page of print would take seconds. */
const mostStripPx = 12_000;
/** Strips between two questions whether they will do. */
const stripsPerLook = 5;
/** Mean probability below which a line is no text. */
const leastConfidence = 0.5;

export async function readVisualZone(
  image: GrayImage,
  nets: VisualZoneNets,
  options: VisualZoneOptions = {},
): Promise<VisualZone> {
  const {mrz, enough} = options;
  const small = mrz !== undefined && mrz.charPitchPx < smallPitchPx;
  const side = options.side ?? (enough && !small ? sides.toConfirm : sides.thorough);
  const found = sizeView(whereToLook(image, options), side);
  const boxes = await detectText(cutView(image, found), nets.detector);
  const cut = new StripCutter(image, mrz?.quad, options.mostStripPx);
  const upright = mrz ? {view: found, boxes} : await turnUpright({view: found, boxes}, cut, nets);
  const lines: TextLine[] = [];
  for (const [i, strip] of cut.strips(upright).entries()) {
    if (i > 0 && i % stripsPerLook === 0 && enough?.(lines)) break;
    const text = await recogniseText(strip.image, nets);
    if (text.text === '' || text.confidence < leastConfidence || isZoneText(text.text)) continue;
    lines.push({...text, quad: strip.quad, region: boundsOf(strip.quad), box: strip.box});
  }
  return {lines: inReadingOrder(lines), view: upright.view};
}

/**
 * A border that fits the zone frames the print more closely than the zone can foretell, and flattens it with its perspective, which
 * a strip as narrow as the zone does not tell.
 */
function whereToLook(image: GrayImage, {mrz, outline}: VisualZoneOptions): Quad {
  if (!mrz) return outline ? viewOfOutline(outline.quad) : viewOfAll(image);
  const place = placeCard({width: image.width, height: image.height, mrz, ...(outline && {outline})});
  return place?.by === 'outline' ? withMargin(place.quad) : viewAboveZone(mrz);
}

interface Layout {
  view: View;
  boxes: TextBox[];
}

interface Strip {
  image: GrayImage;
  quad: Quad;
  box: TextBox;
}

class StripCutter {
  private readonly image: GrayImage;
  private readonly zone: Quad | undefined;
  private readonly mostPx: number;

  /** Lines inside of `zone`, the machine-readable one, are left out: they were read by a better net. */
  constructor(image: GrayImage, zone?: Quad, mostPx = mostStripPx) {
    this.image = image;
    this.mostPx = mostPx;
    this.zone = zone && grown(zone, 1.04, 1.25);
  }

  /** The highest lines first while there is room, for what identifies a person is rarely printed small. */
  strips({view, boxes}: Layout): Strip[] {
    const place = toPicture(view);
    const strips: Strip[] = [];
    let total = 0;
    for (const box of [...boxes].sort((a, b) => b.height - a.height)) {
      const quad = cornersOf(box).map(place) as Quad;
      const {length, height} = sizeOfLine(quad);
      if (height < leastHeightPx || height > 2 * length || this.inZone(quad)) continue;
      const width = stripWidth(quad);
      if (total + width > this.mostPx) continue;
      total += width;
      strips.push({image: cutStrip(this.image, quad), quad, box});
    }
    return strips;
  }

  private inZone(quad: Quad): boolean {
    return this.zone !== undefined && holds(this.zone, centreOf(quad));
  }
}

/** A view without a machine-readable zone may lie on its side (then its boxes stand) or on its head (then it reads badly). */
async function turnUpright(layout: Layout, cut: StripCutter, nets: VisualZoneNets): Promise<Layout> {
  const lengthOf = (wide: boolean) =>
    layout.boxes
      .filter((box) => (wide ? box.width > 1.6 * box.height : box.height > 1.6 * box.width))
      .reduce((sum, box) => sum + Math.max(box.width, box.height), 0);
  const level = lengthOf(true) >= lengthOf(false) ? layout : quarterTurned(layout);
  const samples = cut
    .strips(level)
    .filter(({image}) => image.width <= 400)
    .sort((a, b) => b.image.width - a.image.width)
    .slice(0, 3);
  let [up, down] = [0, 0];
  for (const {image} of samples) {
    up += certainty(await recogniseText(image, nets));
    down += certainty(await recogniseText(turnGray(image, 2), nets));
  }
  return down > up ? quarterTurned(quarterTurned(level)) : level;
}

/** Long words are harder to read into something that is none. */
function certainty({confidence, text}: DecodedText): number {
  return confidence * text.length;
}

/** The same boxes in a view that is turned by a quarter: its left side becomes its top. */
function quarterTurned({view, boxes}: Layout): Layout {
  const [p0, p1, p2, p3] = view.quad;
  return {
    view: {quad: [p3, p0, p1, p2], width: view.height, height: view.width},
    boxes: boxes.map((box) => {
      return {...box, cx: view.height - box.cy, cy: box.cx, width: box.height, height: box.width};
    }),
  };
}

function grown([p0, p1, p2, p3]: Quad, along: number, across: number): Quad {
  const c = centreOf([p0, p1, p2, p3]);
  const u = {x: (p1.x - p0.x + p2.x - p3.x) / 4, y: (p1.y - p0.y + p2.y - p3.y) / 4};
  const v = {x: (p3.x - p0.x + p2.x - p1.x) / 4, y: (p3.y - p0.y + p2.y - p1.y) / 4};
  const at = (a: number, b: number): Point => ({x: c.x + u.x * a + v.x * b, y: c.y + u.y * a + v.y * b});
  return [at(-along, -across), at(along, -across), at(along, across), at(-along, across)];
}

function holds(quad: Quad, {x, y}: Point): boolean {
  return quad.every((from, i) => {
    const to = quad[(i + 1) % 4] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });
}

function centreOf(quad: Quad): Point {
  return {
    x: quad.reduce((sum, {x}) => sum + x, 0) / 4,
    y: quad.reduce((sum, {y}) => sum + y, 0) / 4,
  };
}

function boundsOf(quad: Quad): PixelBox {
  const xs = quad.map(({x}) => x);
  const ys = quad.map(({y}) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y};
}
