/**
 * A line of text as pieces in the order in which they are drawn from left to right. Letters of right-to-left scripts are reordered by the
 * Unicode bidirectional algorithm (UAX #9); a piece has one direction and one face, and white space is a piece of its own, because the
 * PDF library lays out word by word.
 */
import bidiFactory from 'bidi-js';

export interface Piece<F> {
  text: string;
  face: F;
  /** Embedding level; odd runs from right to left. */
  level: number;
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const rightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** In which direction a text as a whole is read, by its first strong letter. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const level = bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level ?? 0;
  return (level & 1) === 1 ? 'rtl' : 'ltr';
}

/**
 * @param direction of the paragraph that the line is of
 * @param faceOf the face that has all letters of a grapheme
 */
export function piecesOf<F>(line: string, direction: 'ltr' | 'rtl', faceOf: (grapheme: string) => F): Piece<F>[] {
  const {levels} = bidi.getEmbeddingLevels(line, direction);
  const pieces: Piece<F>[] = [];
  for (const {segment, index} of graphemes.segment(line)) {
    const level = levels[index] ?? 0;
    const face = faceOf(segment);
    const last = pieces.at(-1);
    if (last && last.level === level && last.face === face && isSpace(last.text) === isSpace(segment))
      last.text += segment;
    else pieces.push({text: segment, face, level});
  }
  return visualOrder(pieces).map((piece) => ({...piece, text: drawnText(piece)}));
}

function isSpace(text: string): boolean {
  return /^\s+$/.test(text);
}

/** Rule L2: from the highest level down to the lowest odd one, every stretch at that level or above is reversed. */
function visualOrder<F>(pieces: readonly Piece<F>[]): Piece<F>[] {
  const ordered = [...pieces];
  const levels = ordered.map(({level}) => level);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}

/** Digits of these scripts and nothing that has a direction of its own: they are read from left to right. */
const arabicDigits = /^\P{L}*[\u0660-\u066c\u06f0-\u06f9]\P{L}*$/u;

/**
 * Brackets turn round; letters of such a script are turned by the shaper, and marks that stand alone are turned here. The shaper also
 * turns Arabic digits, for they are of the script: turned twice they stand right.
 */
function drawnText<F>({text, level}: Piece<F>): string {
  if ((level & 1) === 0) return arabicDigits.test(text) ? [...text].reverse().join('') : text;
  const mirrored = [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter);
  return (rightToLeft.test(text) ? mirrored : mirrored.reverse()).join('');
}
