/**
 * Corrects what a reader of OCR-B confuses, only where the layout or a check digit says that it must be wrong, and writes every
 * change down. A correction is a guess that fits: it makes a line readable, it never makes a value more trustworthy.
 */
import {checkDigitsOf, type MrzCheckDigit} from './check-digits.ts';
import {mrzIssuer} from './issuers.ts';
import {textAt, type MrzLayoutTable, type MrzRange, type MrzSlot} from './layouts.ts';

export interface MrzRepair {
  kind: 'length' | 'document_code' | 'letter_or_digit' | 'filler' | 'issuer' | 'check_digit';
  line: number;
  /** First changed character, from 0. */
  position: number;
  from: string;
  to: string;
}

export interface Repaired {
  lines: string[];
  repairs: MrzRepair[];
}

const digitFor: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  C: '0',
  I: '1',
  L: '1',
  J: '1',
  T: '1',
  Z: '2',
  E: '3',
  A: '4',
  S: '5',
  G: '6',
  Y: '7',
  B: '8',
  P: '9',
};
const letterFor: Record<string, string> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '3': 'E',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '7': 'T',
  '8': 'B',
};
const sexFor: Record<string, string> = {N: 'M', H: 'M', W: 'M', P: 'F', E: 'F', K: '<'};

/** A document code begins with one of these (ICAO 9303-3 to 7); what else is read there is what it looks like. */
const codeFor: Record<string, string> = {
  '1': 'I',
  L: 'I',
  J: 'I',
  T: 'I',
  Z: 'I',
  '4': 'A',
  F: 'P',
  R: 'P',
  G: 'C',
  O: 'C',
  '0': 'C',
  U: 'V',
  Y: 'V',
};

function snapDocumentCode(lines: readonly string[]): string[] {
  return lines.map((line, row) => (row === 0 ? (codeFor[line[0] ?? ''] ?? line[0] ?? '') + line.slice(1) : line));
}

/** Letters where only digits may stand become the digits they look like, and the other way round. */
export function fitMasks(lines: readonly string[], table: MrzLayoutTable): string[] {
  return lines.map((line, row) => {
    const mask = table.masks[row] ?? '';
    let out = '';
    for (let i = 0; i < line.length; i++) out += fitSymbol(line[i] ?? '<', mask[i] ?? 'X');
    return out;
  });
}

function fitSymbol(symbol: string, mask: string): string {
  if (mask === 'A') return letterFor[symbol] ?? symbol;
  if (mask === 'N' || mask === 'D' || mask === 'C') return digitFor[symbol] ?? symbol;
  if (mask === 'S') return sexFor[symbol] ?? symbol;
  return symbol;
}

/** A letter or two alone in a run of fillers, or at its end, are fillers that the reader took for K, S, C, E or L. */
export function smoothFillers(text: string): string {
  let out = text;
  for (let before = ''; before !== out;) {
    before = out;
    out = out.replace(
      /(<{3,})([A-Z]{1,2})(?=<{3,}|<*$)/g,
      (_, fillers: string, letters: string) => fillers + '<'.repeat(letters.length),
    );
  }
  return out
    .replace(/(<{4,})([A-Z0-9]{1,3})$/, (_, fillers: string, rest: string) => fillers + '<'.repeat(rest.length))
    .replace(/<<([KSCEL])\1*$/, (run) => '<'.repeat(run.length));
}

/** What may be meant when a letter of a country code is wrong. */
const issuerConfusions: Record<string, string> = {
  M: 'NHW',
  N: 'MH',
  O: '0DQ',
  '0': 'OD',
  I: '1LT',
  L: 'I1',
  B: '8R',
  S: '5',
  Z: '2',
  G: '6C',
  C: 'GO',
  E: 'F',
  F: 'EP',
  P: 'F',
  U: 'V',
  V: 'U',
  R: 'B',
  T: 'I',
  H: 'MN',
  K: 'X<',
  X: 'K',
  D: 'O0',
  A: '4',
  W: 'M',
  Q: 'O',
};

/** An unknown code becomes the known one that differs in one look-alike, if there is exactly one. */
export function snapIssuer(code: string): string {
  if (mrzIssuer(code)) return code;
  const found = new Set<string>();
  for (let i = 0; i < code.length; i++) {
    for (const other of issuerConfusions[code[i] ?? ''] ?? '') {
      const changed = code.slice(0, i) + other + code.slice(i + 1);
      if (mrzIssuer(changed)) found.add(changed);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : code;
}

/** Masks, fillers of the names and country codes; the check digits come after. */
export function fitGrammar(lines: readonly string[], table: MrzLayoutTable): Repaired {
  const repairs: MrzRepair[] = [];
  let current = step([...lines], snapDocumentCode(lines), 'document_code', repairs);
  current = step(current, fitMasks(current, table), 'letter_or_digit', repairs);
  const {names, issuer, nationality} = table.slots;
  if (names)
    current = step(current, replaceAt(current, names, smoothFillers(textAt(current, names))), 'filler', repairs);
  for (const range of [issuer, nationality]) {
    if (range)
      current = step(current, replaceAt(current, range, snapIssuer(textAt(current, range))), 'issuer', repairs);
  }
  return {lines: current, repairs};
}

/** Notes every run of changed characters. */
function step(before: string[], after: string[], kind: MrzRepair['kind'], repairs: MrzRepair[]): string[] {
  for (const [line, text] of after.entries()) {
    const old = before[line] ?? '';
    for (let i = 0; i < text.length; i++) {
      if (text[i] === old[i]) continue;
      let end = i + 1;
      while (end < text.length && text[end] !== old[end]) end++;
      repairs.push({kind, line, position: i, from: old.slice(i, end), to: text.slice(i, end)});
      i = end;
    }
  }
  return after;
}

function replaceAt(lines: readonly string[], range: MrzRange, text: string): string[] {
  return lines.map((line, row) =>
    row === range.line ? line.slice(0, range.start) + text + line.slice(range.end) : line,
  );
}

/** Pairs that OCR-B readers confuse, most likely first. */
const confusions: Record<string, string> = {
  '0': 'ODQC',
  O: '0DQ',
  D: '0O',
  Q: '0O',
  '1': 'IL7T',
  I: '1L',
  L: '1I',
  '2': 'Z7',
  Z: '2',
  '5': 'S6',
  S: '58',
  '6': 'G5',
  G: '6C',
  '8': 'B3',
  B: '8',
  '3': '8E',
  '7': '1T',
  '4': 'A',
  A: '4',
  '9': 'P',
  C: 'G0',
  M: 'N',
  N: 'M',
  F: 'P',
  P: 'F',
  '<': 'KC',
  K: '<',
  V: 'Y',
  Y: 'V',
  U: '0',
  H: 'N',
  E: 'F',
  W: 'M',
  X: 'K',
  T: '1',
  J: '3',
};

export interface Checked extends Repaired {
  checks: MrzCheckDigit[];
  /** How many characters were changed to satisfy a check digit. */
  substitutions: number;
}

/**
 * For each wrong check digit: the one look-alike substitution in its field (or of the digit itself) that makes it right.
 * It is taken only when it makes more digits right than any other and than before, so the composite digit must agree too
 * wherever there is one to disagree.
 */
export function fixCheckDigits(lines: readonly string[], table: MrzLayoutTable): Checked {
  let current = [...lines];
  let checks = checkDigitsOf(current, table);
  const repairs: MrzRepair[] = [];
  for (const rule of table.checks) {
    if (rule.name === 'composite' || isValid(checks, rule.name)) continue;
    const before = countValid(checks);
    const tries = substitutionsFor(current, table, rule.name, rule.at)
      .map((repair) => {
        const changed = applyRepair(current, repair);
        return {repair, changed, checks: checkDigitsOf(changed, table)};
      })
      .filter((each) => isValid(each.checks, rule.name))
      .sort((a, b) => countValid(b.checks) - countValid(a.checks));
    const [best, second] = tries;
    if (!best || countValid(best.checks) <= before) continue;
    if (second && countValid(second.checks) === countValid(best.checks)) continue;
    current = best.changed;
    checks = best.checks;
    repairs.push(best.repair);
  }
  return {lines: current, checks, repairs, substitutions: repairs.length};
}

/**
 * A letter in the place of a check digit became the digit it looks like. Where that digit then is wrong, the letter was right:
 * the line is shifted, or its issuer prints no check digit there.
 */
export function undoFailedDigits(original: readonly string[], {lines, checks, ...rest}: Checked): Checked {
  let current = [...lines];
  for (const {valid, range} of checks) {
    const was = textAt(original, range);
    if (!valid && /[A-Z]/.test(was)) current = replaceAt(current, range, was);
  }
  return {...rest, lines: current, checks};
}

function substitutionsFor(
  lines: readonly string[],
  table: MrzLayoutTable,
  slot: MrzSlot,
  digit: MrzRange,
): MrzRepair[] {
  const range = table.slots[slot];
  const out: MrzRepair[] = [];
  if (!range) return out;
  for (const span of [range, digit]) {
    for (let position = span.start; position < span.end; position++) {
      const from = lines[span.line]?.[position] ?? '<';
      const mask = table.masks[span.line]?.[position] ?? 'X';
      for (const to of confusions[from] ?? '') {
        if (/[NDC]/.test(mask) && !/[0-9<]/.test(to)) continue;
        out.push({kind: 'check_digit', line: span.line, position, from, to});
      }
    }
  }
  return out;
}

function applyRepair(lines: readonly string[], {line, position, to}: MrzRepair): string[] {
  return replaceAt(lines, {line, start: position, end: position + to.length}, to);
}

function isValid(checks: readonly MrzCheckDigit[], name: string): boolean {
  return checks.some((check) => check.name === name && check.valid);
}

function countValid(checks: readonly MrzCheckDigit[]): number {
  return checks.filter((check) => check.valid).length;
}
