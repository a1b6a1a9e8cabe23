/** Writes machine-readable zones: for specimens and tests, and as the plain statement of what `parse.ts` must read back. */
import type {MrzLayout} from '../../../protocol/government-id.ts';
import {checkDigit} from './check-digits.ts';
import {mrzLayoutTables, type MrzLayoutTable, type MrzRange, type MrzSlot} from './layouts.ts';
import {toMrzName} from './transliterate.ts';

export interface MrzContent {
  /** One or two characters: `P`, `ID`, `V`. */
  documentCode: string;
  /** As in the MRZ: `D`, `UTO`, `GBR`. */
  issuer: string;
  surname: string;
  givenNames?: string;
  /** At most nine characters; up to 22 on TD1 and 14 on TD2, which continue in the optional field. French card: twelve digits. */
  documentNumber: string;
  nationality?: string;
  /** ISO 8601, may be partial (`1974`, `1974-08`) or empty for unknown. */
  birthDate: string;
  sex?: 'M' | 'F' | 'X';
  expiryDate?: string;
  optional1?: string;
  optional2?: string;
  /** French card only: six characters of department and office. */
  issuingOffice?: string;
}

/** The lines with every check digit; throws RangeError for content that the layout cannot hold. */
export function formatMrz(layout: MrzLayout, content: MrzContent): string[] {
  const table = mrzLayoutTables[layout];
  const grid = Array.from({length: table.lines}, () => Array.from({length: table.length}, () => '<'));
  const put = (range: MrzRange | undefined, text: string): void => {
    if (!range) return;
    if (text.length > range.end - range.start)
      throw new RangeError(`${layout} has no room for ${text.length} characters there`);
    for (let i = 0; i < text.length; i++) (grid[range.line] ?? [])[range.start + i] = text[i] ?? '<';
  };
  const {slots} = table;
  put(slots.documentCode, symbols(content.documentCode));
  put(slots.issuer, symbols(content.issuer));
  put(slots.nationality, symbols(content.nationality ?? content.issuer));
  put(slots.birthDate, mrzDate(content.birthDate));
  put(slots.expiryDate, mrzDate(content.expiryDate ?? ''));
  put(slots.sex, content.sex === undefined || content.sex === 'X' ? '<' : content.sex);
  put(slots.optional2, symbols(content.optional2 ?? ''));
  put(slots.issuingOffice, symbols(content.issuingOffice ?? ''));
  putNames(table, content, put);
  const number = symbols(content.documentNumber);
  const long = table.longNumbers && number.length > 9;
  put(slots.documentNumber, long ? number.slice(0, 9) : number);
  const optional = symbols(content.optional1 ?? '');
  const tail = long ? number.slice(9) + checkDigit(number) : '';
  put(slots.optional1, tail && optional ? `${tail}<${optional}` : tail + optional);
  for (const rule of table.checks) {
    if (long && rule.name === 'documentNumber') continue;
    const summed = rule.over.map((range) => (grid[range.line] ?? []).slice(range.start, range.end).join('')).join('');
    put(rule.at, checkDigit(summed));
  }
  return grid.map((line) => line.join(''));
}

/** Too long a name is cut so that at least one letter of the given names stays (ICAO 9303-3, 4.6). */
function putNames(
  table: MrzLayoutTable,
  content: MrzContent,
  put: (range: MrzRange | undefined, text: string) => void,
): void {
  const range = table.slots.names;
  if (!range) return;
  const room = range.end - range.start;
  const surname = toMrzName(content.surname);
  const given = toMrzName(content.givenNames ?? '');
  if (!surname) throw new RangeError('A surname needs at least one letter');
  if (table.slots.given) {
    put(range, surname.slice(0, room));
    put(table.slots.given, given.replace(/</g, '<<').slice(0, table.slots.given.end - table.slots.given.start));
    return;
  }
  const kept = given ? surname.slice(0, room - 3).replace(/<$/, '') : surname.slice(0, room);
  put(range, (given ? `${kept}<<${given}` : kept).slice(0, room));
}

function symbols(text: string): string {
  const out = text.toUpperCase().replace(/[\s-]/g, '<');
  if (!/^[A-Z0-9<]*$/.test(out)) throw new RangeError('An MRZ holds A to Z, 0 to 9 and fillers only');
  return out;
}

function mrzDate(iso: string): string {
  const match = /^(?:\d\d(\d\d)(?:-(\d\d)(?:-(\d\d))?)?)?$/.exec(iso);
  if (!match) throw new RangeError('Dates are YYYY, YYYY-MM or YYYY-MM-DD');
  return (match[1] ?? '<<') + (match[2] ?? '<<') + (match[3] ?? '<<');
}

/** Every slot name once, for those who draw a specimen. */
export type {MrzSlot};
