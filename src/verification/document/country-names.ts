/** Issuers by the names that they print: in the languages of documents, by Unicode's own table (CLDR, as `Intl` carries it). */
import {withoutAccents} from './viz/letters.ts';
import {mrzAlpha2} from './mrz/issuers.ts';

export interface NamedCountry {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Of the United States and Canada: the postal code. */
  subdivision?: string;
}

/** Languages in Latin script that documents are printed in. */
const languages =
  'en fr de es it pt nl da sv nb fi is pl cs sk hu ro sl hr sq et lv lt tr id ms vi az uz sw af ca eu gl cy ga mt'.split(
    ' ',
  );

/** What issuers call themselves beyond the name of the country. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  US: ['UNITED STATES OF AMERICA', 'USA'],
  GB: ['UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND', 'GREAT BRITAIN', 'UNITED KINGDOM'],
  NL: ['NEDERLANDEN', 'KONINKRIJK DER NEDERLANDEN'],
  FR: ['REPUBLIQUE FRANCAISE'],
  IT: ['REPUBBLICA ITALIANA'],
  ES: ['REINO DE ESPANA'],
  PT: ['REPUBLICA PORTUGUESA'],
  CZ: ['CESKA REPUBLIKA', 'CZECH REPUBLIC'],
  SK: ['SLOVENSKA REPUBLIKA'],
  CH: ['CONFEDERATION SUISSE', 'SCHWEIZERISCHE EIDGENOSSENSCHAFT', 'CONFEDERAZIONE SVIZZERA'],
  MX: ['ESTADOS UNIDOS MEXICANOS'],
  BR: ['REPUBLICA FEDERATIVA DO BRASIL'],
  TR: ['TURKIYE CUMHURIYETI'],
  KR: ['REPUBLIC OF KOREA'],
};

/** United States Postal Service publication 28, and Canada Post's addressing guidelines. */
const subdivisions =
  'US-AL Alabama,US-AK Alaska,US-AZ Arizona,US-AR Arkansas,US-CA California,US-CO Colorado,US-CT Connecticut,US-DE Delaware,' +
  'US-DC District of Columbia,US-FL Florida,US-GA Georgia,US-HI Hawaii,US-ID Idaho,US-IL Illinois,US-IN Indiana,US-IA Iowa,' +
  'US-KS Kansas,US-KY Kentucky,US-LA Louisiana,US-ME Maine,US-MD Maryland,US-MA Massachusetts,US-MI Michigan,US-MN Minnesota,' +
  'US-MS Mississippi,US-MO Missouri,US-MT Montana,US-NE Nebraska,US-NV Nevada,US-NH New Hampshire,US-NJ New Jersey,' +
  'US-NM New Mexico,US-NY New York,US-NC North Carolina,US-ND North Dakota,US-OH Ohio,US-OK Oklahoma,US-OR Oregon,' +
  'US-PA Pennsylvania,US-RI Rhode Island,US-SC South Carolina,US-SD South Dakota,US-TN Tennessee,US-TX Texas,US-UT Utah,' +
  'US-VT Vermont,US-VA Virginia,US-WA Washington,US-WV West Virginia,US-WI Wisconsin,US-WY Wyoming,' +
  'CA-AB Alberta,CA-BC British Columbia,CA-MB Manitoba,CA-NB New Brunswick,CA-NL Newfoundland and Labrador,' +
  'CA-NS Nova Scotia,CA-NT Northwest Territories,CA-NU Nunavut,CA-ON Ontario,CA-PE Prince Edward Island,CA-QC Quebec,' +
  'CA-SK Saskatchewan,CA-YT Yukon';

/** Words of a name together; longer ones are not looked for. */
const mostWords = 8;
let table: Map<string, NamedCountry> | undefined;

/** What stands beside the name of an issuer in a title. */
const titleWords: ReadonlySet<string> = new Set(
  (
    'REPUBLIC REPUBLIK REPUBLIQUE REPUBBLICA REPUBLICA REPUBLIKA RZECZPOSPOLITA BUNDESREPUBLIK KINGDOM KONGERIKET KONUNGARIKET ' +
    'KONGERIGET KONINKRIJK REINO ROYAUME STATE STATES COMMONWEALTH PROVINCE GOVERNMENT FEDERAL UNION SPECIMEN ' +
    'OF THE AND DE DER DES DU DI DO DA DEL LA'
  ).split(' '),
);

/** The same where nothing else stands in the line: JORDAN LEE is a person. */
export function countriesAlone(text: string): NamedCountry[] {
  const named = countriesNamedBy(text);
  return named.length > 0 && unnamedWords(text).every((word) => titleWords.has(word)) ? named : [];
}

function unnamedWords(text: string): string[] {
  const words = wordsOf(text);
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    const count = nameAt(words, at)?.count ?? 0;
    if (count === 0) rest.push(words[at] ?? '');
    at += Math.max(1, count);
  }
  return rest;
}

/** Every issuer that the line names; longer names win over those that stand in them (West Virginia, Virginia). */
export function countriesNamedBy(text: string): NamedCountry[] {
  const words = wordsOf(text);
  const found: NamedCountry[] = [];
  for (let at = 0; at < words.length;) {
    const name = nameAt(words, at);
    if (name) found.push(name.named);
    at += name?.count ?? 1;
  }
  return found;
}

function nameAt(words: readonly string[], at: number): {named: NamedCountry; count: number} | undefined {
  table ??= tableOf();
  for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
    const named = table.get(words.slice(at, at + count).join(''));
    if (named) return {named, count};
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return withoutAccents(text)
    .split(/[^A-Z]+/)
    .filter(Boolean);
}

function tableOf(): Map<string, NamedCountry> {
  const names = new Map<string, NamedCountry>();
  // Georgia is a country too: whoever writes it on a card in America says so beside it, so the state does not take the name.
  const put = (name: string, named: NamedCountry) => {
    const key = withoutAccents(name).replace(/[^A-Z]/g, '');
    if (key.length >= 4 && !names.has(key)) names.set(key, named);
  };
  for (const [country, more] of Object.entries(otherNames)) for (const name of more) put(name, {country});
  names.set('USA', {country: 'US'});
  for (const language of languages) {
    const namesOf = new Intl.DisplayNames([language], {type: 'region', fallback: 'none'});
    for (const country of mrzAlpha2()) {
      const name = namesOf.of(country);
      if (name !== undefined) put(name, {country});
    }
  }
  for (const row of subdivisions.split(',')) {
    const [, country = '', subdivision = '', name = ''] = /^(..)-(..) (.*)$/.exec(row) ?? [];
    put(name, {country, subdivision});
  }
  return names;
}
