/**
 * Dates of an MRZ: YYMMDD, of which month and day, or all, may be unknown and then are fillers (ICAO 9303-3, 4.8).
 * The century is not written; it follows from what the date is for and from the day it is read on.
 */
export interface MrzDate {
  /** ISO 8601, as exact as is known: `1974-08-12`, `1974-08`, `1974`; null when nothing is known or it cannot be. */
  value: string | null;
  valid: boolean;
  reason?: 'date_unknown' | 'date_partial' | 'date_impossible' | 'date_malformed';
}

/** Years around today within which a document's expiry is looked for. */
const expiryReachYears = 50;

/** `today` is ISO 8601. A birth is the latest one that is not in the future; an expiry or issue the one nearest to today. */
export function readMrzDate(raw: string, purpose: 'birth' | 'expiry' | 'issue', today: string): MrzDate {
  if (/^<+$/.test(raw)) return {value: null, valid: true, reason: 'date_unknown'};
  const match = /^(\d\d)(\d\d|<<)?(\d\d|<<)?$/.exec(raw);
  if (!match) return {value: null, valid: false, reason: 'date_malformed'};
  const [, yy = '', mm = '<<', dd = '<<'] = match;
  if (mm === '<<' && dd !== '<<') return {value: null, valid: false, reason: 'date_malformed'};
  const year = yearOf(Number(yy), mm, dd, purpose, today);
  if (mm === '<<') return {value: String(year), valid: true, reason: 'date_partial'};
  const month = Number(mm);
  if (month < 1 || month > 12) return {value: null, valid: false, reason: 'date_impossible'};
  if (dd === '<<') return {value: `${year}-${mm}`, valid: true, reason: 'date_partial'};
  const day = Number(dd);
  if (day < 1 || day > daysIn(year, month)) return {value: null, valid: false, reason: 'date_impossible'};
  return {value: `${year}-${mm}-${dd}`, valid: true};
}

function yearOf(yy: number, mm: string, dd: string, purpose: 'birth' | 'expiry' | 'issue', today: string): number {
  const now = Number(today.slice(0, 4));
  const century = Math.floor(now / 100) * 100;
  if (purpose === 'birth') {
    const rest = `${mm.replace(/</g, '0')}${dd.replace(/</g, '0')}`;
    const future = yy + century > now || (yy + century === now && rest > today.slice(5, 7) + today.slice(8, 10));
    return future ? yy + century - 100 : yy + century;
  }
  const year = century + yy;
  if (year > now + expiryReachYears) return year - 100;
  if (year < now - expiryReachYears) return year + 100;
  return year;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
