/**
 * Whether a person is the one in a record, thing by thing. Pure. Each comparison is explained by a result, a score and the rule it
 * rests on; a thing that one side does not say is `missing`, never a mismatch.
 */
import type {ComparedThing, Comparison, PersonRecord} from '../../protocol/database.ts';
import {findAligned} from '../document/viz/align.ts';

export type Comparisons = Record<ComparedThing, Comparison>;

/** From here on two spellings of a word may be one: a letter in seven. */
const alike = 0.85;

const missing: Comparison = {result: 'missing'};

export function compareRecord(given: PersonRecord, record: PersonRecord): Comparisons {
  return {
    name: compareNames(given, record),
    birthdate: compareDates(given.birthdate, record.birthdate),
    address: compareAddresses(given, record),
    'identification-number': compareCodes(given['identification-number'], record['identification-number']),
    'document-number': compareCodes(given['document-number'], record['document-number']),
    'phone-number': compareTexts(digits(given['phone-number']), digits(record['phone-number'])),
    'email-address': compareTexts(lower(given['email-address']), lower(record['email-address'])),
  };
}

/** What each thing weighs when the record that fits best is looked for; a number names one person, a name many. */
const weights: Record<ComparedThing, number> = {
  'identification-number': 4,
  'document-number': 3,
  birthdate: 2,
  name: 2,
  address: 1,
  'phone-number': 1,
  'email-address': 1,
};

/** -1 (another person) to 1 (everything that can be compared is the same). */
export function fitOf(comparisons: Comparisons): number {
  let sum = 0;
  let whole = 0;
  for (const [thing, weight] of Object.entries(weights) as [ComparedThing, number][]) {
    const {result, score = 0} = comparisons[thing];
    if (result === 'missing') continue;
    whole += weight;
    sum += weight * (result === 'mismatch' ? -1 : score);
  }
  return whole === 0 ? 0 : sum / whole;
}

function compareNames(given: PersonRecord, record: PersonRecord): Comparison {
  const [last, otherLast] = [words(given['name-last']), words(record['name-last'])];
  const [first, otherFirst] = [words(given['name-first']), words(record['name-first'])];
  if (last.length === 0 || otherLast.length === 0) return missing;
  const family = compareWords(last, otherLast);
  const own = first.length > 0 && otherFirst.length > 0 ? compareWords(first, otherFirst) : undefined;
  const straight = own ? weaker(family, own) : family;
  if (straight.result !== 'mismatch' || first.length === 0 || otherFirst.length === 0) return straight;
  // forms mix the two up, most of all where the family name comes first
  const crossed = weaker(compareWords(last, otherFirst), compareWords(first, otherLast));
  return crossed.result === 'mismatch' ? straight : {result: 'close', score: crossed.score ?? 0, by: 'order'};
}

/** The words of one must stand in the other; second names and particles may be left out on either side. */
function compareWords(a: readonly string[], b: readonly string[]): Comparison {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.join(' ') === many.join(' ')) return {result: 'match', score: 1, by: 'exact'};
  const best = few.map((word) => many.map((other) => compareWord(word, other)).reduce(stronger));
  const weakest = best.reduce(weaker);
  if (weakest.result !== 'match') return weakest;
  return few.length === many.length
    ? {result: 'match', score: 1, by: 'order'}
    : {result: 'close', score: 0.95, by: 'spelling'};
}

function compareWord(a: string, b: string): Comparison {
  if (a === b) return {result: 'match', score: 1, by: 'exact'};
  if (narrow(a) === narrow(b)) return {result: 'match', score: 0.98, by: 'spelling'};
  if ((a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b)))
    return {result: 'close', score: 0.85, by: 'initial'};
  const score = similarity(a, b);
  return score >= alike && Math.min(a.length, b.length) >= 4
    ? {result: 'close', score: rounded(score), by: 'spelling'}
    : {result: 'mismatch', score: rounded(score)};
}

/** Also 3 May for 5 March, which forms of two countries make of each other, and a record that knows year and month alone. */
function compareDates(given: string | undefined, recorded: string | undefined): Comparison {
  if (!given || !recorded) return missing;
  if (given === recorded) return {result: 'match', score: 1, by: 'exact'};
  const [year, month, day] = given.split('-');
  if (recorded === `${year}-${day}-${month}`) return {result: 'close', score: 0.8, by: 'day_month_swapped'};
  if (recorded === `${year}-${month}` || recorded === year) return {result: 'close', score: 0.8, by: 'year_and_month'};
  return {result: 'mismatch', score: 0};
}

/** House number and postal code must be the same, street and town alike. */
function compareAddresses(given: PersonRecord, record: PersonRecord): Comparison {
  const [street, other] = [streetOf(given), streetOf(record)];
  const [postal, otherPostal] = [code(given['address-postal-code']), code(record['address-postal-code'])];
  const [country, otherCountry] = [code(given['address-country-code']), code(record['address-country-code'])];
  if (country && otherCountry && country !== otherCountry) return {result: 'mismatch', score: 0};
  if (!street.name || !other.name) return missing;
  if (postal && otherPostal && !postal.startsWith(otherPostal) && !otherPostal.startsWith(postal))
    return {result: 'mismatch', score: 0};
  const score = rounded(similarity(street.name, other.name));
  if (street.number !== other.number || score < alike) return {result: 'mismatch', score};
  if (!postal || !otherPostal) {
    const town = similarity(plain(given['address-city']), plain(record['address-city']));
    return town >= alike ? {result: 'close', score, by: 'number_and_street'} : {result: 'mismatch', score};
  }
  return score === 1 ? {result: 'match', score, by: 'exact'} : {result: 'close', score, by: 'spelling'};
}

/** What streets are called in short, in the languages that shorten them most. */
const shortened: readonly [RegExp, string][] = [
  [/stra(ss)?e\b|str\b/g, 'str'],
  [/\bstreet\b/g, 'st'],
  [/\broad\b/g, 'rd'],
  [/\bavenue\b|\bav\b/g, 'ave'],
  [/\bdrive\b/g, 'dr'],
  [/\blane\b/g, 'ln'],
  [/\bboulevard\b|\bbd\b/g, 'blvd'],
  [/\b(apartment|apt|flat|unit|suite|no|nr)\b/g, ''],
];

function streetOf(record: PersonRecord): {name: string; number: string} {
  let text = ` ${fold(`${record['address-street-1'] ?? ''} ${record['address-street-2'] ?? ''}`)} `;
  for (const [word, short] of shortened) text = text.replace(word, short);
  const numbers = text.match(/\b\d+ ?[a-z]?\b/g) ?? [];
  return {
    name: text.replace(/\b\d+( ?[a-z])?\b/g, '').replaceAll(' ', ''),
    number: numbers.map((one) => one.replaceAll(' ', '')).join('/'),
  };
}

/** Numbers that name somebody are the same or not; hyphens and spaces do not count. */
function compareCodes(given: string | undefined, recorded: string | undefined): Comparison {
  return compareTexts(code(given), code(recorded));
}

function compareTexts(given: string, recorded: string): Comparison {
  if (!given || !recorded) return missing;
  return given === recorded ? {result: 'match', score: 1, by: 'exact'} : {result: 'mismatch', score: 0};
}

const order = ['mismatch', 'missing', 'close', 'match'];

function weaker(a: Comparison, b: Comparison): Comparison {
  const [one, two] = [order.indexOf(a.result), order.indexOf(b.result)];
  if (one !== two) return one < two ? a : b;
  return (a.score ?? 0) <= (b.score ?? 0) ? a : b;
}

function stronger(a: Comparison, b: Comparison): Comparison {
  return weaker(a, b) === a ? b : a;
}

/** Of 1; a word within a longer one is not the same word. */
function similarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === '' ? 0 : findAligned(long, short).similarity;
}

function words(text: string | undefined): string[] {
  return fold(text ?? '')
    .split(' ')
    .filter(Boolean);
}

const letters: Record<string, string> = {ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i'};

/** Case, accents, hyphens and apostrophes do not tell names apart. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœþðı]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Müller is also written Muller and Mueller. */
function narrow(word: string): string {
  return word.replace(/(?<=[aou])e/g, '');
}

function plain(text: string | undefined): string {
  return fold(text ?? '').replaceAll(' ', '');
}

function code(text: string | undefined): string {
  return (text ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function digits(text: string | undefined): string {
  return (text ?? '').replace(/\D/g, '').replace(/^00/, '');
}

function lower(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').trim().toLowerCase();
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
