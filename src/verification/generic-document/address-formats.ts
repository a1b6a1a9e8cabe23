/** How the line with the postal code is written, by country; and how countries are called. Sources: UPU addressing sheets. */

export interface CityLine {
  postalCode: string;
  city: string;
  subdivision?: string;
  /** ISO 3166-1 alpha-2, where the form itself says it. */
  country?: string;
}

const city = "\\p{L}[\\p{L}\\d .'’()/-]{1,50}";
const states =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY';
const provinces = 'AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT';
const australian = 'NSW|VIC|QLD|SA|WA|TAS|NT|ACT';

/** In the order in which they are tried: those that nothing else looks like come first. */
const forms: readonly {expression: RegExp; country?: string}[] = [
  {expression: re(`(?<city>${city}?),? +(?<sub>${states}) +(?<code>\\d{5}(?:-\\d{4})?)`), country: 'US'},
  {
    expression: re(`(?<city>${city}?),? +\\(?(?<sub>${provinces})\\)? +(?<code>[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)`),
    country: 'CA',
  },
  {expression: re(`(?<city>${city}?),? +(?<sub>${australian}) +(?<code>\\d{4})`), country: 'AU'},
  {expression: re(`(?<city>${city}?),? +(?<code>[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})`), country: 'GB'},
  {expression: re(`(?:NL[- ]?)?(?<code>\\d{4} ?[A-Z]{2}) +(?<city>${city})`), country: 'NL'},
  {expression: re(`(?:PL[- ]?)?(?<code>\\d{2}-\\d{3}) +(?<city>${city})`), country: 'PL'},
  {expression: re(`(?:PT?[- ]?)?(?<code>\\d{4}-\\d{3}) +(?<city>${city})`), country: 'PT'},
  {expression: re(`(?<country>[A-Z]{1,3})[- ](?<code>\\d{3} ?\\d{2}|\\d{4,5}) +(?<city>${city})`)},
  {
    expression: re(
      `(?<code>\\d{3} \\d{2}|\\d{4,5}) +(?<city>${city}?)(?: +\\((?<sub>[A-Z]{2})\\)| +(?<sub2>[A-Z]{2}))?`,
    ),
  },
];
/** A postal code on a line of its own, with the town above it. */
const codeAlone: readonly {expression: RegExp; country: string}[] = [
  {expression: re('(?<code>[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})'), country: 'GB'},
  {expression: re('(?<code>[A-Z]\\d[\\dW] ?[A-Z\\d]{4})'), country: 'IE'},
];

function re(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u');
}

/** `10115 Berlin`, `Springfield, IL 62701`, `London SW1A 1AA`; undefined where the line is no such line. */
export function readCityLine(text: string): CityLine | undefined {
  const line = text.trim().replace(/\s+/g, ' ').replace(/[.,]$/, '');
  for (const {expression, country} of forms) {
    const groups = expression.exec(line)?.groups;
    const {code, city: name} = groups ?? {};
    if (!groups || code === undefined || name === undefined) continue;
    const prefixed = groups['country'] === undefined ? undefined : countryOfPrefix(groups['country']);
    if (groups['country'] !== undefined && prefixed === undefined) continue;
    const subdivision = groups['sub'] ?? groups['sub2'];
    const where = country ?? prefixed;
    return {
      postalCode: code,
      city: name.trim(),
      ...(subdivision !== undefined && {subdivision}),
      ...(where !== undefined && {country: where}),
    };
  }
  return undefined;
}

export function readCodeAlone(text: string): {postalCode: string; country: string} | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  for (const {expression, country} of codeAlone) {
    const code = expression.exec(line)?.groups?.['code'];
    if (code !== undefined) return {postalCode: code, country};
  }
  return undefined;
}

/** Distinguishing signs of vehicles, which letters carried before codes: `D-10115`, `A-1010`, `CH-8001`. */
const prefixes: Record<string, string> = {
  A: 'AT', B: 'BE', CH: 'CH', CZ: 'CZ', D: 'DE', DE: 'DE', DK: 'DK', E: 'ES', F: 'FR', FIN: 'FI', FI: 'FI', FL: 'LI', FR: 'FR', H: 'HU',
  HR: 'HR', I: 'IT', IT: 'IT', L: 'LU', LT: 'LT', LV: 'LV', N: 'NO', NO: 'NO', S: 'SE', SE: 'SE', SK: 'SK', SI: 'SI', AT: 'AT', BE: 'BE',
  EE: 'EE', ES: 'ES', GR: 'GR', HU: 'HU', RO: 'RO', BG: 'BG', LU: 'LU', LI: 'LI',
}; // prettier-ignore

function countryOfPrefix(prefix: string): string | undefined {
  return Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
}

let names: Map<string, string> | undefined;

/** A country by its name in one of the languages that addresses are written in. */
export function countryOfName(text: string, fold: (text: string) => string): string | undefined {
  names ??= countryNames(fold);
  return names.get(fold(text.trim()));
}

function countryNames(fold: (text: string) => string): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const known = new Map<string, string>([
    ['usa', 'US'],
    ['uk', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['wales', 'GB'],
    ['great britain', 'GB'],
    ['holland', 'NL'],
  ]);
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'nb', 'da']) {
    const display = new Intl.DisplayNames([language], {type: 'region', fallback: 'none'});
    for (const a of letters) {
      for (const b of letters) {
        // a code that was given up is another's name: DD is Germany
        const name = new Intl.Locale(`und-${a}${b}`).region === a + b ? display.of(a + b) : undefined;
        if (name !== undefined && !known.has(fold(name))) known.set(fold(name), a + b);
      }
    }
  }
  return known;
}
