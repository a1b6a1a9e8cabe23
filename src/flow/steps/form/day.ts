/** A day between three inputs and YYYY-MM-DD. */
import {latinDigits} from './digits.ts';

export interface DayParts {
  year: string;
  month: string;
  day: string;
}

/** As far as it is written: what is no day yet keeps its gaps, so that nothing typed is lost. */
export function composeDay(parts: DayParts): string | null {
  const [year, month, day] = [parts.year, parts.month, parts.day].map((part) => latinDigits(part).trim());
  if (!year && !month && !day) return null;
  const two = (part = ''): string => (/^\d$/.test(part) ? `0${part}` : part);
  return `${year}-${two(month)}-${two(day)}`;
}

export function readDay(text: unknown): DayParts {
  const [year = '', month = '', day = ''] = typeof text === 'string' ? text.split('-') : [];
  return {year, month, day};
}

/** Day, month and year as the language writes them where the person lives: `en` alone says nothing of the United States. */
export function partsInOrder(language: string, locales: readonly string[] = navigator.languages): (keyof DayParts)[] {
  const local = locales.find((locale) => locale.split('-')[0] === language.split('-')[0]) ?? language;
  return new Intl.DateTimeFormat(local, {dateStyle: 'short', calendar: 'gregory'})
    .formatToParts(new Date(2000, 11, 31))
    .flatMap(({type}) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
}
