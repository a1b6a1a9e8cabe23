/** What the recogniser's classes mean, and greedy CTC decoding into text with a place and a probability per character. */

export interface TextAlphabet {
  /** Number of classes of the net: blank, the dictionary, space. */
  classes: number;
  /** The classes that we accept, and what each stands for. The others are scripts that the field rules cannot use. */
  accepted: readonly {index: number; symbol: string}[];
}

export interface TextCharacter {
  symbol: string;
  /** Middle of the character as a share of the line's length, 0 to 1. */
  at: number;
  /** 0 to 1. */
  probability: number;
}

export interface DecodedText {
  text: string;
  /** One for each UTF-16 unit of `text`. */
  characters: TextCharacter[];
  /** Mean probability of the characters that are no spaces; 0 for an empty line. */
  confidence: number;
}

/** `dictionary`: one symbol a line, in the order of the classes after the blank. */
export function textAlphabet(dictionary: string): TextAlphabet {
  const symbols = dictionary.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  const accepted: {index: number; symbol: string}[] = [];
  for (const [i, symbol] of symbols.entries()) {
    const latin = latinOf(symbol);
    if (latin !== undefined) accepted.push({index: i + 1, symbol: latin});
  }
  accepted.push({index: symbols.length + 1, symbol: ' '});
  return {classes: symbols.length + 2, accepted};
}

/** Latin letters, digits and marks; the wide forms of East Asian print are the same characters. */
function latinOf(symbol: string): string | undefined {
  if (symbol.length !== 1) return undefined;
  const plain = /[\uff01-\uff5e]/.test(symbol) ? symbol.normalize('NFKC') : symbol;
  return /^[!-~\u00c0-\u017f°]$/.test(plain) && !/[÷×]/.test(plain) ? plain : undefined;
}

/**
 * The net narrowly prefers "nothing" to a space between words in small capitals: 0.08 to 0.45 for the space there, below 0.03
 * between letters of a word (measured on photographed letters).
 */
const lostSpace = 0.08;

/**
 * `scores` holds `steps` rows of probabilities; `used` is the share of the steps that the line fills (the rest is padding).
 * The best accepted class of each step; equal neighbours are one character, blanks part them (Graves 2006).
 */
export function decodeText(
  scores: Float32Array,
  steps: number,
  {classes, accepted}: TextAlphabet,
  used = 1,
): DecodedText {
  const characters: TextCharacter[] = [];
  const length = Math.max(1, steps * used);
  const space = classes - 1;
  let gap: TextCharacter | undefined;
  let previous = 0;
  for (let step = 0; step < Math.min(steps, Math.ceil(length)); step++) {
    const row = step * classes;
    let best = scores[row] ?? 0;
    let symbol = '';
    let index = 0;
    for (const one of accepted) {
      const value = scores[row + one.index] ?? 0;
      if (value <= best) continue;
      best = value;
      symbol = one.symbol;
      index = one.index;
    }
    const last = characters.at(-1);
    if (index === 0) {
      const probability = scores[row + space] ?? 0;
      if (probability >= lostSpace && probability > (gap?.probability ?? 0)) {
        gap = {symbol: ' ', at: Math.min(1, (step + 0.5) / length), probability};
      }
    }
    if (index !== 0 && index === previous && last) {
      if (best > last.probability) Object.assign(last, {probability: best, at: (step + 0.5) / length});
    } else if (index !== 0) {
      if (gap && symbol !== ' ' && last && last.symbol !== ' ') characters.push({...gap, probability: 1});
      characters.push({symbol, at: Math.min(1, (step + 0.5) / length), probability: best});
    }
    if (index !== 0) gap = undefined;
    previous = index;
  }
  return trimmed(characters);
}

function trimmed(characters: TextCharacter[]): DecodedText {
  let [from, to] = [0, characters.length];
  while (from < to && characters[from]?.symbol === ' ') from++;
  while (to > from && characters[to - 1]?.symbol === ' ') to--;
  const kept = characters.slice(from, to);
  const printed = kept.filter((character) => character.symbol !== ' ');
  const sum = printed.reduce((total, character) => total + character.probability, 0);
  return {
    text: kept.map((character) => character.symbol).join(''),
    characters: kept,
    confidence: printed.length === 0 ? 0 : sum / printed.length,
  };
}
