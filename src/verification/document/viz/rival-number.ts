/**
 * A number in the print that can only be the document's own, and yet is another than its zone or bar code says: the sign of a number
 * changed in one place alone. A recogniser misreads digits too, so it is believed only where it is sure of every character. Pure.
 */
import type {PixelBox} from '../../image/quality.ts';
import type {TextCharacter} from './decode-text.ts';
import {bare, withoutAccents} from './letters.ts';
import {regionOfText, type TextLine} from './visual-zone.ts';

export interface RivalNumber {
  text: string;
  /** Positions among the letters and digits of the value whose character is another in the print. */
  differing: number[];
  /** Probability of the least certain character, 0 to 1. */
  weakest: number;
  /** In pixels of the picture. */
  region: PixelBox;
}

/** Every character of the printed number is at least so probable ... */
const certain = 0.95;
/** ... and it has this share of its characters in common with the value, else it is some other number of the document's. */
const leastShared = 0.6;
/** A shorter one may be anything. */
const shortest = 6;

/** Undefined where no such number stands in `lines`; they do not hold `value` itself. */
export function findRivalNumber(value: string, lines: readonly TextLine[]): RivalNumber | undefined {
  const wanted = bare(withoutAccents(value));
  if (wanted.length < shortest) return undefined;
  let best: RivalNumber | undefined;
  for (const line of lines) {
    for (const word of wordsOf(line.characters)) {
      const rival = compare(wanted, word);
      if (!rival || (best && best.differing.length <= rival.differing.length)) continue;
      best = {...rival, region: regionOfText(line, word.from, word.to)};
    }
  }
  return best;
}

interface Word {
  text: string;
  characters: readonly TextCharacter[];
  /** In the line; `to` is exclusive. */
  from: number;
  to: number;
}

/** A number is printed in one word or in a few: `T64235789`, `T6423 5789`, `T-642-357-89`. */
function wordsOf(characters: readonly TextCharacter[]): Word[] {
  const starts = characters.flatMap(({symbol}, at) =>
    isBlank(symbol) || !isBlank(characters[at - 1]?.symbol) ? [] : [at],
  );
  const ends = characters.flatMap(({symbol}, at) =>
    isBlank(symbol) || !isBlank(characters[at + 1]?.symbol) ? [] : [at + 1],
  );
  return starts.flatMap((from) =>
    ends
      .filter((to) => to > from)
      .map((to) => {
        const own = characters.slice(from, to).filter(({symbol}) => /[\p{L}\d]/u.test(symbol));
        return {text: own.map(({symbol}) => withoutAccents(symbol)).join(''), characters: own, from, to};
      }),
  );
}

function isBlank(symbol: string | undefined): boolean {
  return symbol === undefined || symbol === ' ';
}

function compare(wanted: string, {text, characters}: Word): Omit<RivalNumber, 'region'> | undefined {
  if (text.length !== wanted.length) return undefined;
  const weakest = Math.min(...characters.map(({probability}) => probability));
  if (weakest < certain) return undefined;
  const differing = [...wanted].flatMap((symbol, at) => (symbol === text[at] ? [] : [at]));
  if (differing.length === 0 || differing.length > wanted.length * (1 - leastShared)) return undefined;
  // An O in the place of a 0 is how print looks, not what it says.
  if (differing.some((at) => !/^(\d\d|[A-Z]{2})$/.test(`${wanted[at]}${text[at]}`))) return undefined;
  return {text, differing, weakest};
}
