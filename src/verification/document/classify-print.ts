/**
 * What a document says that it is, in words for people: `PASSPORT`, `FÜHRERSCHEIN`, `REPUBLIC OF AUSTRIA`, `CALIFORNIA`. Pure.
 *
 * Print is a weak witness (anybody prints anything, and a place of birth is a country too), so it is asked only where neither zone nor
 * bar code told, and its confidence stays at or below `mostConfidence`.
 */
import type {DocumentType} from '../../protocol/government-id.ts';
import {countriesAlone, countriesNamedBy, type NamedCountry} from './country-names.ts';
import {mrzIssuer} from './mrz/issuers.ts';
import type {DocumentGuess} from './reading.ts';
import typeWords from './type-words.json' with {type: 'json'};
import {readLabel, readNumber} from './viz/labels.ts';
import {bare, withoutAccents} from './viz/letters.ts';
import type {TextLine} from './viz/visual-zone.ts';

const mostConfidence = 0.8;

const types = (Object.entries(typeWords) as [DocumentType, string[]][]).flatMap(([type, words]) => {
  return words.map((word) => ({type, text: word.replaceAll(' ', ''), alone: word.length <= 5}));
});

/** Likeliest first; none where nothing printed says what it is. */
export function classifyPrint(lines: readonly TextLine[]): DocumentGuess[] {
  if (lines.length === 0) return [];
  const tallest = Math.max(...lines.map(({box}) => box.height));
  const scores = {types: new Map<DocumentType, number>(), countries: new Map<string, number>()};
  for (const [i, line] of lines.entries()) {
    // A title is printed large, and what is said surely counts for more.
    const weight = line.confidence * (0.5 + (0.5 * line.box.height) / tallest);
    const text = withoutAccents(line.text);
    // "Passport No" is a label: it says what the number is, and on many licences too.
    const type = readLabel(line.text)?.name === 'document-number' ? undefined : typeNamedBy(text);
    if (type) add(scores.types, type, weight);
    if (isValueOf(lines[i - 1])) continue;
    for (const named of issuersNamedBy(text, type !== undefined)) {
      add(scores.countries, keyOf(named), weight * (type === undefined ? 1 : 2));
    }
  }
  if (isNumberedLicence(lines)) add(scores.types, 'dl', 1);
  const countries = shares(folded(scores.countries, lines));
  const guesses = shares(scores.types).map(([type, share]): DocumentGuess => {
    const [country] = countries;
    return {
      type,
      ...(country && countryOf(country[0])),
      confidence: round(mostConfidence * share * (country ? 0.5 + 0.5 * country[1] : 0.75)),
    };
  });
  const [first] = guesses;
  const others = countries.slice(1, 3).flatMap(([key, share]): DocumentGuess[] => {
    return first ? [{...first, ...countryOf(key), confidence: round(mostConfidence * share * 0.5)}] : [];
  });
  return [...guesses, ...others].sort((a, b) => b.confidence - a.confidence).slice(0, 4);
}

/** What stands after such a label is a person's: Jordan, Virginia and Chad are given names too. */
function isValueOf(before: TextLine | undefined): boolean {
  const label = before && readLabel(before.text);
  return label?.name.startsWith('name-') === true && label.rest === '';
}

/** Licences number their fields (ISO 18013-1, AAMVA, directive 2006/126/EC); nothing else has a 4a and a 4b. */
function isNumberedLicence(lines: readonly TextLine[]): boolean {
  const codes = new Set(lines.flatMap(({text}) => readNumber(text)?.code ?? []));
  return codes.size >= 4 && codes.has('4a') && codes.has('4b');
}

/** The longest phrase that stands in the line; blanks may have been lost. */
function typeNamedBy(text: string): DocumentType | undefined {
  const joined = bare(text);
  const words = new Set(text.split(/[^A-Z]+/));
  const found = types.filter(({text: phrase, alone}) => (alone ? words.has(phrase) : joined.includes(phrase)));
  return found.reduce<(typeof types)[number] | undefined>(
    (best, one) => (best && best.text.length >= one.text.length ? best : one),
    undefined,
  )?.type;
}

/** Countries, states and provinces by name; beside the type also by the three letters that stand in a zone. */
function issuersNamedBy(text: string, besideType: boolean): NamedCountry[] {
  if (!besideType) return countriesAlone(text);
  const named = countriesNamedBy(text);
  const codes = text.split(/[^A-Z]+/).flatMap((word) => (word.length === 3 ? (mrzIssuer(word)?.alpha2 ?? []) : []));
  return [...named, ...codes.map((country) => ({country}))];
}

function add<K>(scores: Map<K, number>, key: K, weight: number): void {
  scores.set(key, (scores.get(key) ?? 0) + weight);
}

/** Each one's share of all, best first; a single weak witness does not make a certainty. */
function shares<K>(scores: ReadonlyMap<K, number>): [K, number][] {
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0.15);
  return [...scores].map(([key, score]): [K, number] => [key, score / total]).sort((a, b) => b[1] - a[1]);
}

/**
 * A country's own name counts for the state that is named beside it. Georgia is both; only Americans spell a driver's license so.
 */
function folded(scores: ReadonlyMap<string, number>, lines: readonly TextLine[]): Map<string, number> {
  const american = lines.some(({text}) => /DRIVERS?LICENSE/.test(bare(withoutAccents(text))));
  const out = new Map<string, number>();
  for (const [key, score] of scores) add(out, key === 'GE' && american ? 'US-GA' : key, score);
  for (const [key, score] of [...out]) {
    const part = key.length > 2 ? undefined : [...out.keys()].find((other) => other.startsWith(`${key}-`));
    if (part === undefined) continue;
    add(out, part, score);
    out.delete(key);
  }
  return out;
}

function keyOf({country, subdivision}: NamedCountry): string {
  return subdivision === undefined ? country : `${country}-${subdivision}`;
}

function countryOf(key: string): NamedCountry {
  const [country = '', subdivision] = key.split('-');
  return {country, ...(subdivision !== undefined && {subdivision})};
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
