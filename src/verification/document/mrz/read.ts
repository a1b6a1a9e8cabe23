/**
 * Reads the machine-readable zone of a picture, whichever way up it is.
 *
 * Steps: look for zones at 600 px, then finer -> cut strips -> recognise, also upside down -> assemble and check.
 * Stop at the first reading whose check digits all agree and which reads like a document. Then the same with the picture
 * on its side, then on the card flattened where it lies aslant or far away, then slanted. A picture without a zone costs the
 * search only: no band, no net.
 */
import type {MrzLayout} from '../../../protocol/government-id.ts';
import {turnGray, type GrayImage, type Point} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import {areaOf, farAway, findCardOutline, type CardOutline} from '../card-outline.ts';
import {cutView, distance, sizeView, toPicture, viewOfOutline, type View} from '../viz/view.ts';
import {assembleMrz, type MrzAssembly} from './assemble.ts';
import {
  BandFinder,
  bandPasses,
  boxAround,
  groupBands,
  noTurn,
  sameZone,
  widenZone,
  type MrzBand,
  type MrzZone,
  type Turn,
} from './band.ts';
import {parseMrz, type MrzFieldName, type MrzParse} from './parse.ts';
import type {MrzRecogniser, RecognisedLine} from './recogniser.ts';
import type {MrzRepair} from './repair.ts';
import {cutStrips} from './strips.ts';

export interface MrzReading {
  layout: MrzLayout;
  /** After repair, as parsed. */
  lines: string[];
  /** As recognised. */
  rawLines: string[];
  repairs: MrzRepair[];
  parsed: MrzParse;
  /** Fields whose characters were changed; agreement with another source is needed before they are trusted. */
  repairedFields: MrzFieldName[];
  /** Every check digit agrees. Names have none: see `lineConfidences`. */
  verified: boolean;
  /** Recognition confidence of the weakest line, 0 to 1, and of each. */
  confidence: number;
  lineConfidences: number[];
  /**
   * Per field the probability of its least certain character, 0 to 1, as recognised; fillers are left out. Below about 0.75 a name,
   * which no check digit protects, should not be believed without a second source.
   */
  fieldConfidences: Partial<Record<MrzFieldName, number>>;
  /** Corners of the zone in pixels of the picture given, top left first as the text reads; and the upright box around. */
  quad: [Point, Point, Point, Point];
  region: PixelBox;
  /** Distance of the characters, in pixels of the picture given; below 8 reading becomes doubtful. */
  charPitchPx: number;
  /** Degrees clockwise by which the picture must be turned to stand upright. */
  orientation: 0 | 90 | 180 | 270;
  /** How uneven the character distances are (deviation over mean); a stuck-on or edited zone sticks out. */
  pitchVariation: number;
  /** Of each line where the characters were found, in pixels of its strip; what `authenticity/line-rhythm.ts` looks at. */
  positions?: number[][];
}

export interface MrzReadOptions {
  /** ISO 8601; settles centuries. The machine's date by default. */
  today?: string;
  /** Also look at the picture on its side and slanted; true by default. */
  anyOrientation?: boolean;
}

/** Undefined when there is no zone, or none that can be read with any confidence. */
export async function readMrz(
  image: GrayImage,
  recogniser: MrzRecogniser,
  options: MrzReadOptions = {},
): Promise<MrzReading | undefined> {
  const search = new Search(image, recogniser);
  await search.look(noTurn, [1, 2, 3]);
  if (!search.settled && options.anyOrientation !== false) await search.lookOtherwise();
  return search.best ? toReading(search.best, options) : undefined;
}

/** A reading of this score is good enough not to look at other orientations, and not accepted below the other. */
const enoughScore = 4.2;
const acceptScore = 3;
/** A zone whose weakest line is less certain is clutter, not text. */
const minConfidence = 0.45;
/** Heights of the strip for a second and third look. */
const tallnesses = [1.13, 0.9];
/** Text up to about 10 degrees off is found as it is; with these, all that is less than 26 degrees off a side of the picture. */
const slant = 0.28;
const slants: readonly Turn[] = [
  {quarters: 0, angle: slant},
  {quarters: 0, angle: -slant},
  {quarters: 1, angle: slant},
  {quarters: 1, angle: -slant},
];
/** About 7 degrees: up to here the detector follows a line across the rows. */
const straightEnough = 0.12;
/** A card that lies straighter than this (radians) and is larger than this share of the picture was seen when the whole was looked at. */
const seenBefore = {slant: 0.1, area: 0.35};
/** Longer side of the flattened card, in pixels: 20 to the character of a passport. */
const cardSide = 1100;
/** Zones tried per pass. */
const zonesPerPass = 4;

interface Found {
  assembly: MrzAssembly;
  recognised: RecognisedLine[];
  confidence: number;
  score: number;
  zone: MrzZone;
  upsideDown: boolean;
  stripWidth: number;
  pixelsPerStripPixel: number;
  /** Which ends of the strips the text runs into, as it reads: characters are missing there. */
  cut: {left: boolean; right: boolean} | undefined;
  /** What was looked at, where it was not the picture itself: the zone is in its pixels. */
  view?: View;
}

class Search {
  best: Found | undefined;
  private readonly image: GrayImage;
  private readonly finder: BandFinder;
  private readonly recogniser: MrzRecogniser;

  constructor(image: GrayImage, recogniser: MrzRecogniser) {
    this.image = image;
    this.finder = new BandFinder(image);
    this.recogniser = recogniser;
  }

  get done(): boolean {
    return this.best !== undefined && isSure(this.best);
  }

  get settled(): boolean {
    return this.done || (this.best !== undefined && this.best.score > enoughScore);
  }

  /**
   * On its side, slanted, and both; finer only where a slant showed any band of marks, which is what spares a picture without a zone
   * the costly half. Upside down is met by reading every zone both ways.
   */
  async lookOtherwise(): Promise<void> {
    await this.look({quarters: 1, angle: 0}, [1, 2]);
    if (this.settled || (this.best && this.best.score > 3.5)) return;
    await this.lookAtCard();
    if (this.settled) return;
    const hopeful: Turn[] = [];
    for (const turn of slants) {
      if (await this.look(turn, [1])) hopeful.push(turn);
      if (this.done) return;
    }
    for (const turn of hopeful) {
      if (this.settled) return;
      await this.look(turn, [2]);
    }
  }

  /**
   * The card flattened, where its border is seen: larger than in the picture and straight, at the price of one more interpolation. A zone runs
   * along the longer side of every document (ICAO 9303 parts 4 to 7).
   */
  private async lookAtCard(): Promise<void> {
    const outline = findCardOutline(this.image, farAway);
    if (!outline || sawCard(outline.quad, this.image)) return;
    const view = sizeView(viewOfOutline(outline.quad), cardSide);
    const flat = new Search(cutView(this.image, view), this.recogniser);
    await flat.look(noTurn, [1, 2]);
    if (flat.best && (!this.best || flat.best.score > this.best.score)) this.best = {...flat.best, view};
  }

  /** `stages` are how many of the detector's passes are pooled, one stage after the other. True when there was any band at all. */
  async look(turn: Turn, stages: readonly number[]): Promise<boolean> {
    const bands: MrzBand[][] = [];
    const tried: MrzZone[] = [];
    for (const stage of stages) {
      while (bands.length < stage) {
        const pass = bandPasses[bands.length];
        bands.push(pass ? this.finder.find(pass, turn) : []);
      }
      for (const zone of groupBands(bands.flat()).slice(0, zonesPerPass)) {
        if (tried.some((other) => sameZone(other, zone, 0.4, 0.06))) continue;
        tried.push(zone);
        for (const straight of this.straightened(zone, turn)) await this.tryZone(straight);
        if (!this.done) await this.tryZone(zone);
        if (this.done) return true;
      }
    }
    return bands.some((found) => found.length > 0);
  }

  /** Bands that run across the rows come out short and askew; such a zone is found again in a picture turned to it. */
  private straightened(zone: MrzZone, {quarters, angle}: Turn): MrzZone[] {
    const along = angleOf(zone) + (quarters * Math.PI) / 2;
    if (Math.abs(along - angle) < straightEnough) return [];
    const bands = this.finder.find(bandPasses[0], {quarters, angle: Math.round(along * 50) / 50});
    const [middle] = zone.lines;
    return groupBands(bands)
      .filter(
        ({lines: [line]}) => line && middle && Math.hypot(line.cx - middle.cx, line.cy - middle.cy) < zone.length / 2,
      )
      .slice(0, 1);
  }

  /** One look, a wider one where the text runs to the end of a strip, and a taller and a shorter one where that is not certain. */
  private async tryZone(zone: MrzZone): Promise<void> {
    let found = await this.readZone(zone, 1, 'either');
    if (found?.cut) found = (await this.readZone(widened(found), 1, found.upsideDown ? 'down' : 'up')) ?? found;
    if (!found || isSure(found) || found.assembly.score <= 2.5) return;
    for (const tallness of tallnesses) {
      await this.readZone(found.zone, tallness, found.upsideDown ? 'down' : 'up');
      if (this.done) return;
    }
  }

  private async readZone(zone: MrzZone, tallness: number, way: 'up' | 'down' | 'either'): Promise<Found | undefined> {
    const strips = cutStrips(this.image, zone, tallness);
    const up = strips.map((strip) => strip.image);
    const down = [...up].reverse().map((strip) => turnGray(strip, 2));
    const first = strips[0];
    const stripWidth = first?.image.width ?? 0;
    const pixelsPerStripPixel = first ? first.place.length / stripWidth : 1;
    let better: Found | undefined;
    for (const upsideDown of way === 'either' ? [false, true] : [way === 'down']) {
      const recognised = await this.recognise(upsideDown ? down : up);
      if (recognised.length < up.length) continue;
      const found = assembled(recognised, {zone, upsideDown, stripWidth, pixelsPerStripPixel});
      if (found && (!better || found.score > better.score)) better = found;
      if (found?.assembly.checkShare === 1) break;
    }
    if (better && better.score >= acceptScore && (!this.best || better.score > this.best.score)) this.best = better;
    return better;
  }

  /** Stops at the first line that is no text: most false zones cost one strip. */
  private async recognise(strips: GrayImage[]): Promise<RecognisedLine[]> {
    const lines: RecognisedLine[] = [];
    for (const strip of strips) {
      const line = await this.recogniser.recognise(strip);
      if (line.confidence < minConfidence) return lines;
      lines.push(line);
    }
    return lines;
  }
}

function assembled(
  recognised: RecognisedLine[],
  where: Pick<Found, 'zone' | 'upsideDown' | 'stripWidth' | 'pixelsPerStripPixel'>,
): Found | undefined {
  const confidence = Math.min(...recognised.map((line) => line.confidence));
  const assembly = confidence < minConfidence ? undefined : assembleMrz(recognised);
  if (!assembly) return undefined;
  const cut = cutEnds(recognised, where.stripWidth);
  const score = assembly.score + 3 * (confidence - 0.85) - (cut ? cutPenalty : 0);
  return {assembly, recognised, confidence, score, cut, ...where};
}

/**
 * A strip has a character's width of air at both ends, so text whose outermost character stands nearer than this (in character
 * distances) to the end of the strip goes on beyond it. Measured on 240 right and 15 cut readings: right ones 0.63 and more.
 */
const airAtEnds = 0.75;
const cutPenalty = 0.5;

function cutEnds(recognised: readonly RecognisedLine[], stripWidth: number): Found['cut'] {
  const air = airAtEnds * pitchOf(recognised).mean;
  const left = recognised.some(({characters}) => (characters[0]?.x ?? Infinity) < air);
  const right = recognised.some(({characters}) => stripWidth - (characters.at(-1)?.x ?? 0) < air);
  return left || right ? {left, right} : undefined;
}

/** Characters added on the left, and on the right at least; there the longest layout of as many lines may come in. */
const widening = {left: 4, right: 3};
const longestLine = {2: 45, 3: 31};

function widened({zone, cut, recognised, upsideDown, pixelsPerStripPixel}: Found): MrzZone {
  const pitch = pitchOf(recognised).mean * pixelsPerStripPixel;
  const longest = Math.max(...recognised.map(({text}) => text.length));
  const before = cut?.left ? widening.left * pitch : 0;
  const missing = longestLine[recognised.length === 3 ? 3 : 2] - longest;
  const after = cut?.right ? Math.max(widening.right, missing) * pitch : 0;
  return upsideDown ? widenZone(zone, after, before) : widenZone(zone, before, after);
}

function sawCard(quad: CardOutline['quad'], {width, height}: GrayImage): boolean {
  const [p0, p1] = quad;
  const quarter = Math.PI / 2;
  const angle = Math.atan2(p1.y - p0.y, p1.x - p0.x);
  const slanted = Math.abs(angle - Math.round(angle / quarter) * quarter);
  return slanted < seenBefore.slant && areaOf(quad) > seenBefore.area * width * height;
}

function pixelsPerViewPixel(view: View | undefined): number {
  if (!view) return 1;
  const [p0, p1, p2, p3] = view.quad;
  return (distance(p0, p1) + distance(p3, p2)) / 2 / view.width;
}

/** Direction of the zone's text in the picture, radians. */
function angleOf({lines}: MrzZone): number {
  return lines.reduce((sum, line) => sum + line.angle, 0) / lines.length;
}

/** All check digits agree and it reads like a document: another zone cannot be better. */
function isSure({assembly}: Found): boolean {
  return assembly.checkShare === 1 && assembly.grammar >= 2.2;
}

/** For each character of the assembled lines how sure the net was of it; inserted fillers count as certain. */
function probabilitiesOf(assembly: MrzAssembly, recognised: readonly RecognisedLine[]): number[][] {
  return assembly.from.map((from, row) => {
    const raw = assembly.rawLines[row];
    const line = recognised.find((each) => each.text === raw);
    return from.map((at, i) => {
      if (at < 0 || assembly.lines[row]?.[i] === '<') return 1;
      return line?.characters[at]?.probability ?? 0;
    });
  });
}

function toReading(found: Found, options: MrzReadOptions): MrzReading {
  const {assembly, recognised, zone, upsideDown} = found;
  const parsed = parseMrz(assembly.lines, options.today === undefined ? {} : {today: options.today});
  const place = found.view ? toPicture(found.view) : (point: Point) => point;
  const [a, b, c, d] = zone.quad.map(place) as MrzReading['quad'];
  const quad: MrzReading['quad'] = upsideDown ? [c, d, a, b] : [a, b, c, d];
  const pitch = pitchOf(recognised);
  return {
    layout: assembly.table.layout,
    lines: assembly.lines,
    rawLines: assembly.rawLines,
    repairs: assembly.repairs,
    parsed,
    repairedFields: repairedFields(parsed, assembly.repairs),
    verified: assembly.checkShare === 1,
    confidence: found.confidence,
    lineConfidences: recognised.map((line) => line.confidence),
    fieldConfidences: fieldConfidences(parsed, probabilitiesOf(assembly, recognised)),
    quad,
    region: found.view ? boxAround(quad) : zone.region,
    charPitchPx: pitch.mean * found.pixelsPerStripPixel * pixelsPerViewPixel(found.view),
    orientation: orientationOf(quad),
    pitchVariation: pitch.variation,
    positions: recognised.map((line) => line.characters.map(({x}) => x)),
  };
}

function fieldConfidences(parsed: MrzParse, probabilities: readonly number[][]): MrzReading['fieldConfidences'] {
  const out: MrzReading['fieldConfidences'] = {};
  for (const name of Object.keys(parsed.fields) as MrzFieldName[]) {
    const range = parsed.fields[name]?.range;
    if (range) out[name] = Math.min(1, ...(probabilities[range.line] ?? []).slice(range.start, range.end));
  }
  return out;
}

/** A change of length moves every character of its line, but only the runs of fillers: those do not count. */
function repairedFields(parsed: MrzParse, repairs: readonly MrzRepair[]): MrzFieldName[] {
  const names = Object.keys(parsed.fields) as MrzFieldName[];
  return names.filter((name) => {
    const range = parsed.fields[name]?.range;
    if (!range) return false;
    return repairs.some(
      (repair) =>
        repair.kind !== 'length' &&
        repair.kind !== 'filler' &&
        repair.line === range.line &&
        repair.position < range.end &&
        repair.position + repair.to.length > range.start,
    );
  });
}

/** Median distance of neighbouring characters in strip pixels, and how far the distances spread around it. */
function pitchOf(lines: readonly RecognisedLine[]): {mean: number; variation: number} {
  const distances: number[] = [];
  for (const {characters} of lines) {
    for (let i = 1; i < characters.length; i++) distances.push((characters[i]?.x ?? 0) - (characters[i - 1]?.x ?? 0));
  }
  if (distances.length === 0) return {mean: 0, variation: 0};
  distances.sort((a, b) => a - b);
  const middle = distances[distances.length >> 1] ?? 0;
  const typical = distances.filter((distance) => distance > middle * 0.5 && distance < middle * 1.5);
  const mean = typical.reduce((sum, distance) => sum + distance, 0) / Math.max(1, typical.length);
  const spread = typical.reduce((sum, distance) => sum + (distance - mean) ** 2, 0) / Math.max(1, typical.length);
  return {mean, variation: mean > 0 ? Math.sqrt(spread) / mean : 0};
}

/** Text that runs down the picture (its top edge points down) stands upright after three quarters clockwise. */
function orientationOf([topLeft, topRight]: MrzReading['quad']): MrzReading['orientation'] {
  const quarters = Math.round(Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) / (Math.PI / 2));
  return ([0, 270, 180, 90] as const)[(quarters + 4) % 4] ?? 0;
}
