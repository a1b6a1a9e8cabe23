/**
 * The layouts of machine-readable zones as data: ICAO 9303 part 4 (TD3), part 5 (TD1), part 6 (TD2), part 7 (MRV-A, MRV-B),
 * and the French identity card before 2021 (2 x 36, arrêté of 1987), which is none of them.
 */
import type {MrzLayout} from '../../../protocol/government-id.ts';

/** Characters from `start` up to but not including `end` of a line, all from 0. */
export interface MrzRange {
  line: number;
  start: number;
  end: number;
}

export const mrzFieldNames = [
  'documentCode',
  'issuer',
  'surname',
  'givenNames',
  'documentNumber',
  'nationality',
  'birthDate',
  'sex',
  'expiryDate',
  'issueDate',
  'issuingOffice',
  'optional1',
  'optional2',
] as const;
export type MrzFieldName = (typeof mrzFieldNames)[number];

/** Fields as they stand; `names` holds surname and given names together, `given` the given names of the French card alone. */
export type MrzSlot = Exclude<MrzFieldName, 'surname' | 'givenNames'> | 'names' | 'given';

export type MrzCheckName = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optional1' | 'composite';

export interface MrzCheckRule {
  name: MrzCheckName;
  /** What is summed, in this order. */
  over: readonly MrzRange[];
  /** Where the digit stands. */
  at: MrzRange;
  /** The digit may be a filler when everything summed is filler (ICAO 9303-4, 4.2.2.2 note j). */
  fillerAllowed?: boolean;
}

/**
 * What may stand at a position: A letter or filler; N digit or filler (dates may be partly unknown); D digit; S sex;
 * C check digit or filler; X anything.
 */
export type MrzMaskSymbol = 'A' | 'N' | 'D' | 'S' | 'C' | 'X';

export interface MrzLayoutTable {
  layout: MrzLayout;
  lines: number;
  length: number;
  masks: readonly string[];
  slots: Partial<Record<MrzSlot, MrzRange>>;
  checks: readonly MrzCheckRule[];
  /** Document numbers longer than nine continue in `optional1`, announced by a filler in place of the check digit. */
  longNumbers: boolean;
}

const at = (line: number, start: number, end: number = start + 1): MrzRange => ({line, start, end});
const repeat = (symbol: MrzMaskSymbol, count: number): string => symbol.repeat(count);

/** Number, check digit, nationality, birth, check digit, sex, expiry, check digit: the second line of every two-line document. */
const secondLineStart = (numberCheck: 'D' | 'C'): string =>
  repeat('X', 9) + numberCheck + repeat('A', 3) + repeat('N', 6) + 'D' + 'S' + repeat('N', 6) + 'D';

const secondLineSlots = {
  documentNumber: at(1, 0, 9),
  nationality: at(1, 10, 13),
  birthDate: at(1, 13, 19),
  sex: at(1, 20),
  expiryDate: at(1, 21, 27),
} as const;

const secondLineChecks: readonly MrzCheckRule[] = [
  {name: 'documentNumber', over: [at(1, 0, 9)], at: at(1, 9)},
  {name: 'birthDate', over: [at(1, 13, 19)], at: at(1, 19)},
  {name: 'expiryDate', over: [at(1, 21, 27)], at: at(1, 27)},
];

const firstLineSlots = (length: number) => ({documentCode: at(0, 0, 2), issuer: at(0, 2, 5), names: at(0, 5, length)});

export const mrzLayoutTables: Record<MrzLayout, MrzLayoutTable> = {
  TD1: {
    layout: 'TD1',
    lines: 3,
    length: 30,
    masks: [
      'AX' + repeat('A', 3) + repeat('X', 9) + 'C' + repeat('X', 15),
      repeat('N', 6) + 'D' + 'S' + repeat('N', 6) + 'D' + repeat('A', 3) + repeat('X', 11) + 'D',
      repeat('A', 30),
    ],
    slots: {
      documentCode: at(0, 0, 2),
      issuer: at(0, 2, 5),
      documentNumber: at(0, 5, 14),
      optional1: at(0, 15, 30),
      birthDate: at(1, 0, 6),
      sex: at(1, 7),
      expiryDate: at(1, 8, 14),
      nationality: at(1, 15, 18),
      optional2: at(1, 18, 29),
      names: at(2, 0, 30),
    },
    checks: [
      {name: 'documentNumber', over: [at(0, 5, 14)], at: at(0, 14)},
      {name: 'birthDate', over: [at(1, 0, 6)], at: at(1, 6)},
      {name: 'expiryDate', over: [at(1, 8, 14)], at: at(1, 14)},
      {name: 'composite', over: [at(0, 5, 30), at(1, 0, 7), at(1, 8, 15), at(1, 18, 29)], at: at(1, 29)},
    ],
    longNumbers: true,
  },
  TD2: {
    layout: 'TD2',
    lines: 2,
    length: 36,
    masks: [repeat('A', 36), secondLineStart('C') + repeat('X', 7) + 'D'],
    slots: {...firstLineSlots(36), ...secondLineSlots, optional1: at(1, 28, 35)},
    checks: [
      ...secondLineChecks,
      {name: 'composite', over: [at(1, 0, 10), at(1, 13, 20), at(1, 21, 35)], at: at(1, 35)},
    ],
    longNumbers: true,
  },
  TD3: {
    layout: 'TD3',
    lines: 2,
    length: 44,
    masks: [repeat('A', 44), secondLineStart('D') + repeat('X', 14) + 'C' + 'D'],
    slots: {...firstLineSlots(44), ...secondLineSlots, optional1: at(1, 28, 42)},
    checks: [
      ...secondLineChecks,
      {name: 'optional1', over: [at(1, 28, 42)], at: at(1, 42), fillerAllowed: true},
      {name: 'composite', over: [at(1, 0, 10), at(1, 13, 20), at(1, 21, 43)], at: at(1, 43)},
    ],
    longNumbers: false,
  },
  MRVA: {
    layout: 'MRVA',
    lines: 2,
    length: 44,
    masks: [repeat('A', 44), secondLineStart('D') + repeat('X', 16)],
    slots: {...firstLineSlots(44), ...secondLineSlots, optional1: at(1, 28, 44)},
    checks: secondLineChecks,
    longNumbers: false,
  },
  MRVB: {
    layout: 'MRVB',
    lines: 2,
    length: 36,
    masks: [repeat('A', 36), secondLineStart('D') + repeat('X', 8)],
    slots: {...firstLineSlots(36), ...secondLineSlots, optional1: at(1, 28, 36)},
    checks: secondLineChecks,
    longNumbers: false,
  },
  FRA2X36: {
    layout: 'FRA2X36',
    lines: 2,
    length: 36,
    masks: [
      repeat('A', 30) + repeat('X', 6),
      repeat('D', 4) + repeat('X', 3) + repeat('D', 6) + repeat('A', 14) + repeat('D', 7) + 'SD',
    ],
    slots: {
      documentCode: at(0, 0, 2),
      issuer: at(0, 2, 5),
      names: at(0, 5, 30),
      issuingOffice: at(0, 30, 36),
      documentNumber: at(1, 0, 12),
      issueDate: at(1, 0, 4),
      given: at(1, 13, 27),
      birthDate: at(1, 27, 33),
      sex: at(1, 34),
    },
    checks: [
      {name: 'documentNumber', over: [at(1, 0, 12)], at: at(1, 12)},
      {name: 'birthDate', over: [at(1, 27, 33)], at: at(1, 33)},
      {name: 'composite', over: [at(0, 0, 36), at(1, 0, 35)], at: at(1, 35)},
    ],
    longNumbers: false,
  },
};

/** The layout of complete lines by their number, length and first characters; undefined when none fits. */
export function layoutOf(lines: readonly string[]): MrzLayoutTable | undefined {
  const first = lines[0];
  if (first === undefined || lines.some((line) => line.length !== first.length)) return undefined;
  const visa = first.startsWith('V');
  if (lines.length === 3 && first.length === 30) return mrzLayoutTables.TD1;
  if (lines.length !== 2) return undefined;
  if (first.length === 44) return visa ? mrzLayoutTables.MRVA : mrzLayoutTables.TD3;
  if (first.length !== 36) return undefined;
  if (visa) return mrzLayoutTables.MRVB;
  return first.startsWith('IDFRA') ? mrzLayoutTables.FRA2X36 : mrzLayoutTables.TD2;
}

/** The text of a range; fillers where the line is too short. */
export function textAt(lines: readonly string[], range: MrzRange): string {
  return (lines[range.line] ?? '').slice(range.start, range.end).padEnd(range.end - range.start, '<');
}
