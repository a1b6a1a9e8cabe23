/** Dates as documents print them: `12 MAR 1990`, `12 MAR/MARS 90`, `12.03.1990`, `03/12/1990`, `1990-03-12`, `MAR 12, 1990`. */
import monthNames from './months.json' with {type: 'json'};

export interface PrintedDate {
  /** Every ISO 8601 date that it can mean, the likelier order of day and month first, the later century first. */
  candidates: string[];
  /** Where it stands in the text: first character and the one after the last. */
  start: number;
  end: number;
}

/** Which number comes first where both could be a month. */
export type DateOrder = 'day-month' | 'month-day';

const patterns: readonly {expression: RegExp; parts: readonly ('d' | 'm' | 'y' | 'name' | 'other name')[]}[] = [
  {expression: /(?<!\d)(\d{4}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{1,2})(?!\d)/g, parts: ['y', 'm', 'd']},
  {expression: /(?<!\d|\d[-./])(\d{1,2}) ?[-./, ] ?(\d{1,2}) ?[-./, ] ?(\d{4})(?!\d|[-./]\d)/g, parts: ['d', 'm', 'y']},
  {expression: /(?<!\d|\d[-./])(\d{1,2}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{2})(?!\d|[-./]\d)/g, parts: ['d', 'm', 'y']},
  // A second language may repeat the month: 12 MAR/MARS 1990.
  {
    expression: /(?<!\d)(\d{1,2})[-. /]{0,3}(\p{L}{3,10})[-. /]{0,3}(?:(\p{L}{3,10})[-. /]{0,3})?(\d{4}|\d{2})(?!\d)/gu,
    parts: ['d', 'name', 'other name', 'y'],
  },
  {expression: /(?<!\p{L})(\p{L}{3,10})[-. ]{0,2}(\d{1,2})[-, .]{1,2} ?(\d{4})(?!\d)/gu, parts: ['name', 'd', 'y']},
];

/** Every date in a line of text, from left to right; of overlapping readings the first pattern's. */
export function findPrintedDates(text: string, order: DateOrder = 'day-month'): PrintedDate[] {
  const found: PrintedDate[] = [];
  // A recogniser cannot tell a nought from an O; in "060CT" and "1O.03" the neighbours can.
  const repaired = text
    .toUpperCase()
    .replace(/0(?=[CKT]T)|(?<=N)0(?=V)|(?<=AG)0/g, 'O')
    .replace(/(?<=\d)[OQD](?=\d|[-./ ])|(?<![\p{L}\d])O(?=\d)/gu, '0');
  if (repaired.length !== text.length) return [];
  for (const {expression, parts} of patterns) {
    for (const match of repaired.matchAll(expression)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const candidates = meanings(parts, match.slice(1), order);
      if (candidates.length > 0) found.push({candidates, start, end});
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function meanings(parts: readonly string[], values: readonly (string | undefined)[], order: DateOrder): string[] {
  const value = (part: string) => values[parts.indexOf(part)] ?? '';
  const years = yearsOf(value('y'));
  if (parts.includes('name')) {
    const months = monthOfBoth(value('name'), value('other name'));
    return months.flatMap((month) => years.flatMap((year) => isoDate(year, month, Number(value('d'))) ?? []));
  }
  const [a, b] = [Number(value('d')), Number(value('m'))];
  const readings: [number, number][] =
    parts[0] === 'y'
      ? [[b, a]]
      : order === 'month-day'
        ? [
            [a, b],
            [b, a],
          ]
        : [
            [b, a],
            [a, b],
          ];
  const dates = readings.flatMap(([month, day]) => years.flatMap((year) => isoDate(year, month, day) ?? []));
  return [...new Set(dates)];
}

function yearsOf(digits: string): number[] {
  const year = Number(digits);
  if (digits.length === 4) return year >= 1900 && year < 2100 ? [year] : [];
  return [2000 + year, 1900 + year];
}

/**
 * Every month that a name or its beginning means in a language of the table, written without accents: LIP is July in Poland and
 * June in Croatia. Empty where it means none.
 */
export function monthsOf(name: string): number[] {
  const bare = name.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('0', 'O');
  // Documents cut names to three letters or more; a longer form than the table's shares the first four with it.
  const means = (month: string) =>
    month.startsWith(bare) || (bare.length > 4 && month.slice(0, 4) === bare.slice(0, 4));
  const found = new Set<number>();
  for (const names of Object.values(monthNames)) {
    for (const [i, month] of names.entries()) if (bare.length >= 3 && means(month)) found.add(i + 1);
  }
  return [...found];
}

/** A second language settles what the first leaves open, or tells what it does not. */
function monthOfBoth(name: string, other: string): number[] {
  const [one, two] = [monthsOf(name), monthsOf(other)];
  const both = one.filter((month) => two.includes(month));
  if (both.length > 0) return both;
  return one.length > 0 ? one : two;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
