/** Check digits of ICAO 9303-3, section 4.9: weights 7, 3, 1 from the left, modulo 10; A is 10, Z is 35, the filler 0. */
import {textAt, type MrzCheckName, type MrzCheckRule, type MrzLayoutTable, type MrzRange} from './layouts.ts';

const weights = [7, 3, 1] as const;

export function checkDigit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += symbolValue(text.charCodeAt(i)) * (weights[i % 3] ?? 0);
  return String(sum % 10);
}

function symbolValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return 0;
}

export interface MrzCheckDigit {
  name: MrzCheckName;
  valid: boolean;
  /** What the digit should be, and what stands there. */
  expected: string;
  found: string;
  range: MrzRange;
}

export function checkDigitsOf(lines: readonly string[], table: MrzLayoutTable): MrzCheckDigit[] {
  return table.checks.map((rule) => {
    const long = rule.name === 'documentNumber' ? longNumberOf(lines, table) : undefined;
    if (long) {
      const expected = checkDigit(long.number);
      return {name: rule.name, valid: long.digit === expected, expected, found: long.digit, range: long.digitRange};
    }
    return judge(lines, rule);
  });
}

function judge(lines: readonly string[], rule: MrzCheckRule): MrzCheckDigit {
  const summed = rule.over.map((range) => textAt(lines, range)).join('');
  const found = textAt(lines, rule.at);
  const expected = checkDigit(summed);
  const empty = rule.fillerAllowed === true && found === '<' && /^<*$/.test(summed);
  return {name: rule.name, valid: found === expected || empty, expected, found, range: rule.at};
}

export interface LongNumber {
  number: string;
  digit: string;
  digitRange: MrzRange;
  /** What is left of the optional field after the number. */
  rest: string;
}

/**
 * A document number longer than nine characters (ICAO 9303-5, 4.2.2.2 note j; 9303-6 the same): a filler stands where the
 * check digit would, the number goes on at the start of the optional field, its check digit follows, then a filler.
 */
export function longNumberOf(lines: readonly string[], table: MrzLayoutTable): LongNumber | undefined {
  const {documentNumber, optional1} = table.slots;
  const rule = table.checks[0];
  if (!table.longNumbers || !documentNumber || !optional1 || !rule) return undefined;
  if (textAt(lines, rule.at) !== '<') return undefined;
  const optional = textAt(lines, optional1);
  const match = /^([A-Z0-9]*)([0-9])(<.*)?$/.exec(optional.replace(/<+$/, ''));
  const start = textAt(lines, documentNumber);
  if (!match || start.endsWith('<')) return undefined;
  const tail = match[1] ?? '';
  const place = optional1.start + tail.length;
  return {
    number: start + tail,
    digit: match[2] ?? '<',
    digitRange: {line: optional1.line, start: place, end: place + 1},
    rest: (match[3] ?? '').replace(/^<+/, ''),
  };
}
