/** Whether the resident on a document is who somebody said, living where they said. Pure. */
import type {ExpectedResident} from '../engine.ts';
import {findAligned} from '../document/viz/align.ts';
import type {Resident} from './find-resident.ts';
import {folded} from './page-line.ts';

export interface ResidentComparison {
  /** `unknown`: nothing to compare on one side or the other. */
  name: 'same' | 'other' | 'unknown';
  address: 'same' | 'other' | 'unknown';
}

/** Of 1: how alike two words must be to count as one; a letter in seven may be misread. */
const alike = 0.85;

export function compareResident(expected: ExpectedResident, resident: Resident | undefined): ResidentComparison {
  return {name: compareName(expected, resident?.name?.value), address: compareAddress(expected, resident)};
}

function compareName(expected: ExpectedResident, printed: string | undefined): ResidentComparison['name'] {
  const [first, last] = [wordsOf(expected['name-first']), wordsOf(expected['name-last'])];
  if (last.length === 0 || printed === undefined) return 'unknown';
  const words = wordsOf(printed);
  const surname = last.every((word) => words.some((one) => sameWord(word, one)));
  // Bills shorten given names ("L. Solberg") and leave second ones out; none at all says nothing.
  const given =
    first.length === 0 ||
    first.some((word) => words.some((one) => sameWord(word, one) || (one.length === 1 && word.startsWith(one))));
  return surname && given ? 'same' : 'other';
}

function compareAddress(expected: ExpectedResident, resident: Resident | undefined): ResidentComparison['address'] {
  const street = expected['address-street-1'];
  const [postal, city] = [expected['address-postal-code'], expected['address-city']];
  if (!resident || (street === undefined && postal === undefined)) return 'unknown';
  const samePostal =
    postal === undefined
      ? undefined
      : bare(postal).startsWith(bare(resident.postalCode)) || bare(resident.postalCode).startsWith(bare(postal));
  if (samePostal === false) return 'other';
  if (street !== undefined && !sameStreet(street, [resident.street1, resident.street2 ?? ''])) return 'other';
  if (samePostal === undefined && city !== undefined && !sameWords(city, resident.city)) return 'other';
  return 'same';
}

/** The house number must be the same, the street's name alike. */
function sameStreet(expected: string, printed: readonly string[]): boolean {
  const wanted = streetParts(expected);
  return printed.some((line) => {
    const found = streetParts(line);
    const number = wanted.number === '' || wanted.number === found.number;
    return number && wanted.name !== '' && (wanted.name === found.name || similarity(wanted.name, found.name) >= alike);
  });
}

const shortened: readonly [RegExp, string][] = [
  [/stra(ss)?e\b|str\b/g, 'str'],
  [/\bstreet\b/g, 'st'],
  [/\broad\b/g, 'rd'],
  [/\bavenue\b/g, 'ave'],
  [/\bdrive\b/g, 'dr'],
  [/\blane\b/g, 'ln'],
  [/\bboulevard\b/g, 'blvd'],
  [/\bplatz\b|\bpl\b/g, 'pl'],
];

function streetParts(text: string): {name: string; number: string} {
  let plain = folded(text).replace(/[^a-z0-9]+/g, ' ');
  for (const [word, short] of shortened) plain = plain.replace(word, short);
  const numbers = plain.match(/\b\d{1,5} ?[a-z]?\b/g) ?? [];
  return {
    name: plain.replace(/\b\d{1,5}( ?[a-z])?\b/g, '').replaceAll(' ', ''),
    number: (numbers[0] ?? '').replaceAll(' ', ''),
  };
}

function sameWords(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  return one.length > 0 && one.every((word) => two.some((other) => sameWord(word, other)));
}

function wordsOf(text: string | undefined): string[] {
  return folded(text ?? '')
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** As one is written without its accents, or with two letters for one: Müller, Muller, Mueller. */
function sameWord(a: string, b: string): boolean {
  if (a === b || narrow(a) === narrow(b)) return true;
  return Math.min(a.length, b.length) >= 5 && similarity(a, b) >= alike;
}

function narrow(word: string): string {
  return word.replace(/(?<=[aou])e/g, '').replaceAll('ks', 'x');
}

function similarity(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // a word within a longer one is not the same word
  return findAligned(long, short).similarity;
}

function bare(text: string): string {
  return folded(text).replace(/[^a-z0-9]/g, '');
}
