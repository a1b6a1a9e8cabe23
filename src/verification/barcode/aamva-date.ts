/** Dates of an AAMVA bar code: eight digits, whose order depends on country and version. */

export type DateOrder = 'MMDDCCYY' | 'CCYYMMDD';

export interface AamvaDate {
  /** ISO 8601, or absent where no order makes a real date. */
  value?: string;
  /** True where the text only makes sense in the order its issuer should not use. */
  unexpectedOrder: boolean;
}

/**
 * The United States wrote CCYYMMDD in version 1 and MMDDCCYY since version 2; Canada and Mexico always write CCYYMMDD.
 * Source: AAMVA DL/ID Card Design Standard, annex D, "date" format of each edition.
 */
export function dateOrder(country: string, version: number): DateOrder {
  return country === 'US' && version !== 1 ? 'MMDDCCYY' : 'CCYYMMDD';
}

/** Accepts separators between the digits; years from 1900 to 2199. */
export function parseAamvaDate(text: string, expected: DateOrder): AamvaDate {
  const digits = text.replace(/[\s/.-]/g, '');
  if (!/^\d{8}$/.test(digits)) return {unexpectedOrder: false};

  const value = readDate(digits, expected);
  if (value !== undefined) return {value, unexpectedOrder: false};

  const other = readDate(digits, expected === 'MMDDCCYY' ? 'CCYYMMDD' : 'MMDDCCYY');
  return other === undefined ? {unexpectedOrder: false} : {value: other, unexpectedOrder: true};
}

export function formatAamvaDate(isoDate: string, order: DateOrder): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return order === 'MMDDCCYY' ? `${month}${day}${year}` : `${year}${month}${day}`;
}

function readDate(digits: string, order: DateOrder): string | undefined {
  const [year, month, day] =
    order === 'MMDDCCYY'
      ? [digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)]
      : [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (year < '1900' || year > '2199') return undefined;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // Date rolls 31 February over to March: a real date comes back as it went in.
  const iso = `${year}-${month}-${day}`;
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
