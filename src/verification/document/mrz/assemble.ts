/**
 * From what a reader saw of each band to the lines of a document: which bands belong together, which layout, which characters
 * at the ends are clutter, how long the runs of fillers are. Every possibility is repaired, checked and scored; the best wins.
 */
import {layoutOf, textAt, type MrzLayoutTable} from './layouts.ts';
import type {MrzCheckDigit} from './check-digits.ts';
import {mrzIssuer} from './issuers.ts';
import {fitGrammar, fixCheckDigits, undoFailedDigits, type MrzRepair} from './repair.ts';

export interface MrzAssembly {
  table: MrzLayoutTable;
  lines: string[];
  /** What was read, before anything was changed. */
  rawLines: string[];
  checks: MrzCheckDigit[];
  repairs: MrzRepair[];
  /** For each character of `lines` where it stood in `rawLines`, or -1 for an inserted filler. */
  from: number[][];
  /** Share of the check digits that agree, 0 to 1. */
  checkShare: number;
  /** How much it reads like a document, 0 to about 2.9: known countries, letters in names, possible dates. */
  grammar: number;
  /** What candidates are compared by: check digits, grammar, less for every change. */
  score: number;
}

/** Shorter texts are no MRZ line of any layout. */
const minLineLength = 22;
/** A line may be this much shorter or longer than its layout says before it is given up. */
const maxMissing = 8;
const maxSurplus = 7;
const maxCombinations = 80;

/** A line as it was read; `characters` tell where each character stands, from a left end that all lines of a zone share. */
export interface ReadLine {
  text: string;
  characters?: readonly {x: number; probability?: number}[];
}

/** `read` are the bands of one zone, top to bottom; undefined when no layout can be made of them. */
export function assembleMrz(read: readonly ReadLine[]): MrzAssembly | undefined {
  const lines = read.filter((line) => line.text.length >= minLineLength);
  let best: MrzAssembly | undefined;
  for (let i = 0; i + 1 < lines.length; i++) {
    for (const [count, length] of [
      [2, 44],
      [2, 36],
      [3, 30],
    ] as const) {
      const group = lines.slice(i, i + count);
      if (group.length < count) continue;
      for (const candidate of candidatesOf(group, length)) if (!best || candidate.score > best.score) best = candidate;
    }
  }
  return best;
}

function* candidatesOf(read: readonly ReadLine[], length: number): Generator<MrzAssembly> {
  const raw = read.map((line) => line.text);
  if (raw.some((line) => line.length < length - maxMissing || line.length > length + maxSurplus)) return;
  const namesLine = length === 30 ? 2 : 0;
  const crowds = read.map(crowdedCharacters);
  const choices = raw.map((line, row) => fitLength(line, length, row === namesLine, crowds[row]));
  const deviation = raw.reduce((sum, line) => sum + Math.abs(line.length - length), 0);
  for (const fits of combinations(choices).slice(0, maxCombinations)) {
    const lines = fits.map((fit) => fit.text);
    const table = layoutOf(lines);
    if (!table) continue;
    const fitted = fitGrammar(lines, table);
    const checked = undoFailedDigits(lines, fixCheckDigits(fitted.lines, table));
    const checkShare = checked.checks.filter((check) => check.valid).length / checked.checks.length;
    const grammar = grammarOf(checked.lines, table);
    const kept = fitted.repairs.filter((repair) => checked.lines[repair.line]?.startsWith(repair.to, repair.position));
    const swaps = kept.filter((repair) => repair.kind === 'letter_or_digit').length;
    yield {
      table,
      lines: checked.lines,
      rawLines: raw,
      from: fits.map((fit) => fit.from),
      checks: checked.checks,
      repairs: [...lengthRepairs(raw, lines), ...kept, ...checked.repairs],
      checkShare,
      grammar,
      score:
        checkShare * 4 +
        grammar -
        deviation * 0.06 -
        checked.substitutions * 0.15 -
        swaps * 0.03 -
        raggedness(read, fits) * 0.2 -
        crowding(fits, crowds) * 0.2,
    };
  }
}

/** Nearer to its neighbour than this share of the usual distance, a character was seen where two overlap: a blurred B as two. */
const crowdedBelow = 0.6;

/** Of each pair that stands too close the less certain one, as indices into the text. */
function crowdedCharacters({characters}: ReadLine): number[] {
  if (!characters || characters.length < 8) return [];
  const distances = characters.slice(1).map(({x}, i) => x - (characters[i]?.x ?? 0));
  const usual = [...distances].sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  return distances.flatMap((distance, i) => {
    if (distance >= crowdedBelow * usual) return [];
    return [(characters[i]?.probability ?? 0) < (characters[i + 1]?.probability ?? 0) ? i : i + 1];
  });
}

/** How many crowded characters a choice kept. */
function crowding(fits: readonly LineFit[], crowds: readonly number[][]): number {
  return crowds.reduce((sum, crowded, row) => sum + crowded.filter((at) => fits[row]?.from.includes(at)).length, 0);
}

/** How far the first characters stand from a common left margin, in characters, summed over the lines; 0 when unknown. */
function raggedness(read: readonly ReadLine[], fits: readonly LineFit[]): number {
  const starts: number[] = [];
  let pitch = 0;
  for (const [row, {characters}] of read.entries()) {
    const first = characters?.[fits[row]?.from.find((at) => at >= 0) ?? 0];
    const last = characters?.[characters.length - 1];
    if (!characters || !first || !last || characters.length < 2) return 0;
    starts.push(first.x);
    pitch = Math.max(pitch, (last.x - (characters[0]?.x ?? 0)) / (characters.length - 1));
  }
  const middle = [...starts].sort((a, b) => a - b)[starts.length >> 1] ?? 0;
  const apart = starts.reduce((sum, x) => sum + Math.max(0, Math.abs(x - middle) / pitch - 0.4), 0);
  return Math.min(2, apart);
}

function combinations(choices: readonly LineFit[][]): LineFit[][] {
  return choices.reduce<LineFit[][]>(
    (sets, options) => sets.flatMap((set) => options.map((line) => [...set, line])),
    [[]],
  );
}

function lengthRepairs(raw: readonly string[], lines: readonly string[]): MrzRepair[] {
  return raw.flatMap((from, line) => {
    const to = lines[line] ?? '';
    return from === to ? [] : [{kind: 'length' as const, line, position: 0, from, to}];
  });
}

/** A line brought to its length, and for each character where it stood in the text read, or -1 for an inserted filler. */
export interface LineFit {
  text: string;
  from: number[];
}

/**
 * Every plausible way to bring a line to its length; empty when there is none. `crowded` are characters that stand too close to a
 * neighbour: of a line that is too long they go first.
 */
export function fitLength(text: string, length: number, isName: boolean, crowded: readonly number[] = []): LineFit[] {
  if (text.length === length) return [{text, from: indices(text.length)}];
  const fits = text.length > length ? shorten(text, length) : lengthen(text, length, isName);
  if (text.length > length && crowded.length > 0) fits.unshift(...withoutCrowded(text, length, isName, crowded));
  const seen = new Set<string>();
  return fits.filter((fit) => fit.text.length === length && !seen.has(fit.text) && seen.add(fit.text)).slice(0, 10);
}

function withoutCrowded(text: string, length: number, isName: boolean, crowded: readonly number[]): LineFit[] {
  const dropped = crowded.slice(0, text.length - length);
  const kept = indices(text.length).filter((at) => !dropped.includes(at));
  const rest = kept.map((at) => text[at]).join('');
  return fitLength(rest, length, isName).map((fit) => ({
    ...fit,
    from: fit.from.map((at) => (at < 0 ? at : (kept[at] ?? -1))),
  }));
}

/** Clutter at the ends (a portrait's frame reads as a letter) goes first, then fillers of the longest run. */
function shorten(text: string, length: number): LineFit[] {
  const surplus = text.length - length;
  if (surplus > 6 && !/<{5,}/.test(text)) return [];
  const out: LineFit[] = [];
  for (let front = 0; front <= Math.min(surplus, 3); front++) {
    for (let back = 0; back <= Math.min(surplus - front, 2); back++) {
      let line = text.slice(front, text.length - back);
      const from = indices(text.length).slice(front, text.length - back);
      while (line.length > length) {
        const run = longestRun(line, 3);
        if (!run) break;
        line = line.slice(0, run.start) + line.slice(run.start + 1);
        from.splice(run.start, 1);
      }
      out.push({text: line, from});
    }
  }
  return out;
}

function lengthen(text: string, length: number, isName: boolean): LineFit[] {
  const missing = length - text.length;
  if (missing > maxMissing) return [];
  const places: number[] = [];
  const run = longestRun(text, 2);
  if (run) places.push(run.start);
  if (isName || (!run && missing <= 2)) places.push(text.length);
  if (missing === 1 && !isName) places.push(0);
  return places.map((place) => {
    const from = indices(text.length);
    from.splice(place, 0, ...Array.from({length: missing}, () => -1));
    return {text: text.slice(0, place) + '<'.repeat(missing) + text.slice(place), from};
  });
}

function indices(count: number): number[] {
  return Array.from({length: count}, (_, i) => i);
}

function longestRun(text: string, atLeast: number): {start: number; length: number} | undefined {
  let best: {start: number; length: number} | undefined;
  for (const match of text.matchAll(/<+/g)) {
    if (match[0].length < atLeast || (best && match[0].length <= best.length)) continue;
    best = {start: match.index, length: match[0].length};
  }
  return best;
}

/** How much lines of the right length read like a document. */
export function grammarOf(lines: readonly string[], table: MrzLayoutTable): number {
  const {issuer, nationality, sex, names, birthDate, expiryDate} = table.slots;
  let score = 0;
  if (/^[PIACV]/.test(lines[0] ?? '')) score += 0.5;
  const issuerCode = issuer ? textAt(lines, issuer) : '';
  if (mrzIssuer(issuerCode)) score += 0.5;
  if (nationality) {
    const code = textAt(lines, nationality);
    if (mrzIssuer(code)) score += 0.4;
    if (code === issuerCode) score += 0.1;
  }
  if (names) score += namesGrammar(textAt(lines, names));
  if (sex && /[MFX<]/.test(textAt(lines, sex))) score += 0.2;
  if (birthDate && possibleDate(textAt(lines, birthDate))) score += 0.2;
  if (expiryDate && possibleDate(textAt(lines, expiryDate))) score += 0.2;
  return score;
}

function namesGrammar(names: string): number {
  let score = 0;
  if (/^[A-Z<]+$/.test(names)) score += 0.3;
  if (/^[A-Z]/.test(names)) score += 0.2;
  if (/<<[A-Z]/.test(names)) score += 0.15;
  if (/^[^<].*?<{3,}[A-Z]/.test(names)) score -= 0.4;
  return score;
}

function possibleDate(text: string): boolean {
  const month = Number(text.slice(2, 4));
  const day = Number(text.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
