/**
 * Whether two spellings can be one name: `Müller`, `MUELLER` and `MULLER`; `Anna` and `ANNA MARIA`; `García López` and `GARCIA LOPEZ`,
 * or `GARCIA` alone. Different people may still share a name: this only says that a name does not speak against them.
 */
import {toMrzName} from './mrz/transliterate.ts';

/** A machine-readable zone that was full cut the last name it holds; what is left of it has at least this many letters. */
const leastOfCutName = 3;

export function sameName(one: string, other: string): boolean {
  return spellings(one).some((left) => spellings(other).some((right) => sameWords(left, right)));
}

export function sameNumber(one: string, other: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain(one) === plain(other);
}

/** By ICAO's transliteration, and by leaving the accents out, as many issuers do. */
function spellings(name: string): string[][] {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[øØ]/g, 'O').replaceAll(/[łŁ]/g, 'L');
  return [toMrzName(name), toMrzName(bare)].map((text) => text.split('<').filter(Boolean));
}

/** The shorter one's words all stand in the longer one; or both say the same when written together (`MARI-LIIS`, `MARILIIS`). */
function sameWords(one: string[], other: string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  if (one.join('') === other.join('')) return true;
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.every((word) => many.some((candidate) => sameWord(word, candidate, few, many)));
}

function sameWord(word: string, candidate: string, few: string[], many: string[]): boolean {
  if (word === candidate) return true;
  const cutHere = word === few.at(-1) && word.length >= leastOfCutName && candidate.startsWith(word);
  const cutThere = candidate === many.at(-1) && candidate.length >= leastOfCutName && word.startsWith(candidate);
  return cutHere || cutThere;
}
