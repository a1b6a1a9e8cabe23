/**
 * Looks for values that are known from a machine-readable zone or a bar code in the printed lines: the second source that a
 * name needs, since no check digit protects it. Pure.
 */
import type {PixelBox} from '../../image/quality.ts';
import {toMrzName} from '../mrz/transliterate.ts';
import {findAligned} from './align.ts';
import {bare, withoutAccents} from './letters.ts';
import {readLabel} from './labels.ts';
import {maskDifference} from './mask-difference.ts';
import {findPrintedDates} from './printed-dates.ts';
import {sameRow} from './reading-order.ts';
import {regionOfText, type TextLine} from './visual-zone.ts';

export type ValueKind = 'name' | 'number' | 'date';

export interface FoundValue {
  /** The same value, as far as a recogniser can tell: at least 0.85 alike. */
  agrees: boolean;
  /** 0 to 1. */
  similarity: number;
  /** Positions of the value whose character is another in the text, or missing. */
  differing: number[];
  /** The value and what is printed, masked but for the characters that differ; absent where none does. */
  spellings?: [string, string];
  /** As the document spells it, in capitals; given where it has letters that the other source cannot write (Ä, Ø). */
  spelling?: string;
  /** Mean probability of the characters that were compared, 0 to 1. */
  confidence: number;
  /** In pixels of the picture. */
  region?: PixelBox;
}

/** From here on two spellings are one value with a misread character. */
export const agreeing = 0.85;
/** Shorter values must stand exactly, as words of their own. */
const shortest = 4;

/**
 * `beside` are names that may stand in the same word, since recognisers lose blanks: JORDANLEE. Any other letter that runs on counts as
 * an edit, for MARTIN is not MARTINEZ, and PUBLIC does not stand in REPUBLIC; so does a digit that runs on in a number.
 */
export function findValue(
  value: string,
  kind: ValueKind,
  lines: readonly TextLine[],
  beside: readonly string[] = [],
): FoundValue {
  const forms =
    kind === 'date' ? dateForms(value) : kind === 'name' ? nameForms(value) : [{text: bare(value), exact: true}];
  let best: FoundValue = {agrees: false, similarity: 0, differing: [], confidence: 0};
  for (const span of spans(lines)) {
    const found =
      kind === 'date'
        ? dateIn(span, value, forms)
        : textIn(span, value, {kind, forms, beside: beside.map((name) => bare(toMrzName(name)))});
    if (
      found &&
      (found.similarity > best.similarity || (found.similarity === best.similarity && better(found, best)))
    ) {
      best = found;
    }
  }
  return best;
}

function better(a: FoundValue, b: FoundValue): boolean {
  if ((a.spelling === undefined) !== (b.spelling === undefined)) return a.spelling !== undefined;
  return a.confidence > b.confidence;
}

/** A line, or two that may hold one value together. */
type Span = readonly TextLine[];

function spans(lines: readonly TextLine[]): Span[] {
  const out: Span[] = lines.map((line) => [line]);
  for (const line of lines) {
    const right = nearest(lines, (other) => (sameRow(line, other) ? left(other) - rightOf(line) : -1));
    const below = nearest(lines, (other) => {
      const aligned = Math.abs(left(other) - left(line)) < 1.5 * line.box.height;
      return aligned && other !== line ? other.box.cy - line.box.cy : -1;
    });
    if (right) out.push([line, right]);
    if (below && below.box.cy - line.box.cy < 3 * line.box.height) out.push([line, below]);
  }
  return out;
}

function nearest(lines: readonly TextLine[], far: (line: TextLine) => number): TextLine | undefined {
  let best: TextLine | undefined;
  let least = Infinity;
  for (const line of lines) {
    const by = far(line);
    if (by <= 0 || by >= least) continue;
    least = by;
    best = line;
  }
  return best;
}

const left = ({box}: TextLine) => box.cx - box.width / 2;
const rightOf = ({box}: TextLine) => box.cx + box.width / 2;

interface Form {
  text: string;
  /** Whether it is the value itself and not a shortened spelling of it. */
  exact: boolean;
}

/** `MUELLER` may be printed Müller, and a recogniser that lacks the umlaut reads Muller. */
function nameForms(value: string): Form[] {
  const whole = bare(toMrzName(value));
  const folded = whole.replace(/([AOU])E/g, '$1').replace(/AA/g, 'A');
  return folded === whole || folded.length < shortest
    ? [{text: whole, exact: true}]
    : [
        {text: whole, exact: true},
        {text: folded, exact: false},
      ];
}

function dateForms(iso: string): Form[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [day + month + year, month + day + year, year + month + day].map((text) => ({text, exact: true}));
}

interface Spelt {
  /** Capitals and digits only. */
  text: string;
  /** For each of its characters: which line of the span, and which character of it. */
  from: {line: number; at: number}[];
}

/** The span without blanks and marks, each letter as `write` spells it. */
function spell(span: Span, write: (symbol: string) => string): Spelt {
  let text = '';
  const from: Spelt['from'] = [];
  for (const [line, {characters}] of span.entries()) {
    for (const [at, {symbol}] of characters.entries()) {
      for (const letter of bare(write(symbol))) {
        text += letter;
        from.push({line, at});
      }
    }
  }
  return {text, from};
}

interface Wanted {
  kind: ValueKind;
  forms: readonly Form[];
  beside: readonly string[];
}

function textIn(span: Span, value: string, {kind, forms, beside}: Wanted): FoundValue | undefined {
  let best: FoundValue | undefined;
  const writings = kind === 'name' ? [toMrzName, withoutAccents] : [withoutAccents];
  const fold = kind === 'name' ? lettersOnly : digitsOnly;
  for (const write of writings) {
    const spelt = spell(span, write);
    for (const form of forms) {
      const place = findAligned(fold(form.text), fold(spelt.text));
      const excess = runningOn(span, spelt, place, kind, beside) / Math.max(1, form.text.length);
      const hit = {...place, similarity: Math.max(0, place.similarity - excess)};
      if (hit.similarity <= (best?.similarity ?? 0.3)) continue;
      if (form.text.length < shortest && !(hit.similarity === 1 && standsAlone(span, spelt, hit))) continue;
      const places = spelt.from.slice(hit.start, hit.end);
      if (span.length > 1 && new Set(places.map(({line}) => line)).size < 2) continue;
      const spelling =
        kind === 'name' && form.exact && hit.similarity === 1 ? spellingOf(span, places, value) : undefined;
      best = {
        agrees: hit.similarity >= agreeing,
        similarity: round(hit.similarity),
        differing: form.exact ? inValue(value, hit.differing) : [],
        ...(spelling !== undefined && {spelling}),
        ...(form.exact &&
          hit.differing.length > 0 && {
            spellings: maskDifference(fold(form.text), fold(spelt.text).slice(hit.start, hit.end)),
          }),
        ...evidence(span, places),
      };
    }
  }
  return best;
}

/** A date agrees when the text can mean it, or has its digits in one of the usual orders. */
function dateIn(span: Span, iso: string, forms: readonly Form[]): FoundValue | undefined {
  const whole = {agrees: true, similarity: 1, differing: []};
  const symbols = span.flatMap(({characters}, line) => [
    ...(line > 0 ? [{symbol: ' ', line: -1, at: 0}] : []),
    ...characters.map(({symbol}, at) => ({symbol, line, at})),
  ]);
  const text = symbols.map(({symbol}) => symbol).join('');
  for (const {candidates, start, end} of findPrintedDates(text)) {
    if (!candidates.includes(iso)) continue;
    const places = symbols.slice(start, end).filter(({line}) => line >= 0);
    return {...whole, ...evidence(span, places)};
  }
  const spelt = spell(span, withoutAccents);
  for (const form of forms) {
    const start = digitsOnly(spelt.text).indexOf(form.text);
    if (start >= 0) return {...whole, ...evidence(span, spelt.from.slice(start, start + form.text.length))};
  }
  return undefined;
}

function evidence(
  span: Span,
  places: readonly {line: number; at: number}[],
): Pick<FoundValue, 'confidence' | 'region'> {
  const seen = places.map(({line, at}) => span[line]?.characters[at]?.probability ?? 0);
  const confidence = seen.length === 0 ? 0 : seen.reduce((sum, one) => sum + one, 0) / seen.length;
  const boxes = span.flatMap((line, i) => {
    const own = places.filter((place) => place.line === i).map(({at}) => at);
    return own.length === 0 ? [] : [regionOfText(line, Math.min(...own), Math.max(...own) + 1)];
  });
  const region = boxes.reduce<PixelBox | undefined>((all, box) => (all ? around(all, box) : box), undefined);
  return {confidence: round(confidence), ...(region && {region})};
}

function around(a: PixelBox, b: PixelBox): PixelBox {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The printed letters, where the zone's spelling of them is exactly what the zone says (ICAO 9303-3, section 6). */
function spellingOf(span: Span, places: readonly {line: number; at: number}[], value: string): string | undefined {
  const printed = span
    .map(({text}, i) => {
      const own = places.filter(({line}) => line === i).map(({at}) => at);
      return own.length === 0 ? '' : text.slice(Math.min(...own), Math.max(...own) + 1);
    })
    .join(' ')
    .trim()
    .toUpperCase();
  if (!/[^\p{ASCII}]/u.test(printed)) return undefined;
  return toMrzName(printed) === toMrzName(value) ? printed : undefined;
}

/** How many characters run on from the value on either side in the same word: letters of a name, digits of a number. */
function runningOn(
  span: Span,
  {from}: Spelt,
  {start, end}: {start: number; end: number},
  kind: ValueKind,
  beside: readonly string[],
): number {
  const runs = kind === 'name' ? /[\p{L}'’]/u : /\d/;
  const count = (place: {line: number; at: number} | undefined, step: 1 | -1) => {
    if (!place) return 0;
    const {characters} = span[place.line] ?? {characters: []};
    let run = '';
    for (let at = place.at + step; runs.test(characters[at]?.symbol ?? ''); at += step) {
      run = step === 1 ? run + (characters[at]?.symbol ?? '') : (characters[at]?.symbol ?? '') + run;
    }
    const known = beside.includes(bare(toMrzName(run))) || (step === -1 && readLabel(run)?.rest === '');
    return known ? 0 : bare(withoutAccents(run)).length;
  };
  return start < end ? count(from[start], -1) + count(from[end - 1], 1) : 0;
}

/** Neither letter nor digit right before or after it. */
function standsAlone(span: Span, {from}: Spelt, {start, end}: {start: number; end: number}): boolean {
  const wordy = (place: {line: number; at: number} | undefined, step: number) => {
    const symbol = place && span[place.line]?.characters[place.at + step]?.symbol;
    return symbol !== undefined && /[\p{L}\d]/u.test(symbol);
  };
  return !wordy(from[start], -1) && !wordy(from[end - 1], 1);
}

/** Positions among letters and digits as positions in the value as written. */
export function inValue(value: string, positions: readonly number[]): number[] {
  const places = [...value].flatMap((symbol, i) => (/[\p{L}\d]/u.test(symbol) ? [i] : []));
  return positions.flatMap((position) => places[position] ?? []);
}

/** In a name no digit stands, in a number any letter may be a digit that looks like it; a recogniser confuses just these. */
function lettersOnly(text: string): string {
  return text.replace(/0/g, 'O').replace(/1/g, 'I').replace(/5/g, 'S').replace(/8/g, 'B');
}

function digitsOnly(text: string): string {
  return text.replace(/[OQD]/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5').replace(/B/g, '8').replace(/Z/g, '2');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
