/**
 * Reads the machine-readable zone of a picture, whichever way up it is.
 *
 * Steps: look for zones at 600 px, then finer -> cut strips -> recognise, also upside down -> assemble and check.
 * Stop at the first reading whose check digits all agree and which reads like a document. Then the same with the picture
 * on its side, then slanted. A picture without a zone costs the search only: no band, no net.
 */
import type {MrzLayout} from '../../../protocol/government-id.ts';
import {turnGray, type GrayImage, type Point} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import {assembleMrz, type MrzAssembly} from './assemble.ts';
import {BandFinder, bandPasses, groupBands, noTurn, sameZone, type MrzBand, type MrzZone, type Turn} from './band.ts';
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
/** Zones tried per pass. */
const zonesPerPass = 4;

interface Found {
  assembly: MrzAssembly;
  recognised: RecognisedLine[];
  confidence: number;
  score: number;
  zone: MrzZone;
  upsideDown: boolean;
  pixelsPerStripPixel: number;
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

  /** On its side, then slanted to either side; upside down is met by reading every zone both ways. */
  async lookOtherwise(): Promise<void> {
    await this.look({quarters: 1, angle: 0}, [1, 2]);
    if (this.settled || (this.best && this.best.score > 3.5)) return;
    for (const angle of [0.28, -0.28]) {
      await this.look({quarters: 0, angle}, [1]);
      if (this.done) return;
    }
  }

  /** `stages` are how many of the detector's passes are pooled, one stage after the other. */
  async look(turn: Turn, stages: readonly number[]): Promise<void> {
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
        await this.tryZone(zone);
        if (this.done) return;
      }
    }
  }

  /** One look, and a taller and a shorter one where the first is not certain. */
  private async tryZone(zone: MrzZone): Promise<void> {
    const found = await this.readZone(zone, 1, 'either');
    if (!found || isSure(found) || found.assembly.score <= 2.5) return;
    for (const tallness of tallnesses) {
      await this.readZone(zone, tallness, found.upsideDown ? 'down' : 'up');
      if (this.done) return;
    }
  }

  private async readZone(zone: MrzZone, tallness: number, way: 'up' | 'down' | 'either'): Promise<Found | undefined> {
    const strips = cutStrips(this.image, zone, tallness);
    const up = strips.map((strip) => strip.image);
    const down = [...up].reverse().map((strip) => turnGray(strip, 2));
    const first = strips[0];
    const pixelsPerStripPixel = first ? first.place.length / first.image.width : 1;
    let better: Found | undefined;
    for (const upsideDown of way === 'either' ? [false, true] : [way === 'down']) {
      const recognised = await this.recognise(upsideDown ? down : up);
      if (recognised.length < up.length) continue;
      const found = assembled(recognised, {zone, upsideDown, pixelsPerStripPixel});
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
  where: Pick<Found, 'zone' | 'upsideDown' | 'pixelsPerStripPixel'>,
): Found | undefined {
  const confidence = Math.min(...recognised.map((line) => line.confidence));
  const assembly = confidence < minConfidence ? undefined : assembleMrz(recognised);
  if (!assembly) return undefined;
  const {zone, upsideDown, pixelsPerStripPixel} = where;
  const score = assembly.score + 3 * (confidence - 0.85);
  return {assembly, recognised, confidence, score, zone, upsideDown, pixelsPerStripPixel};
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
  const [a, b, c, d] = zone.quad;
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
    region: zone.region,
    charPitchPx: pitch.mean * found.pixelsPerStripPixel,
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
