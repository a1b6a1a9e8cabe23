/** Text broken into lines of a width: between words, between letters of scripts without spaces, and inside a word only where it must. */

const words = new Intl.Segmenter(undefined, {granularity: 'word'});
const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
/** Scripts that are written without spaces; the segmenter knows their words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** @param widthOf in the same unit as `width` */
export function brokenLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => linesOf(paragraph, width, widthOf));
}

function linesOf(paragraph: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const chunk of chunksOf(paragraph)) {
    if (widthOf((line + chunk).trimEnd()) <= width) {
      line += chunk;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = widthOf(chunk.trimEnd()) <= width ? [chunk] : forcedParts(chunk, width, widthOf);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line.trimEnd()];
}

/** What may not be broken: a word with the white space behind it. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (const {segment} of words.segment(text)) {
    const last = chunks.at(-1);
    const mayBreak =
      last === undefined ||
      (/\s$/.test(last) && segment.trim() !== '') ||
      (unspaced.test(last.at(-1) ?? '') && unspaced.test(segment[0] ?? ''));
    if (mayBreak) chunks.push(segment);
    else chunks[chunks.length - 1] += segment;
  }
  return chunks;
}

function forcedParts(chunk: string, width: number, widthOf: (text: string) => number): string[] {
  const parts: string[] = [''];
  for (const {segment} of graphemes.segment(chunk)) {
    const last = parts.at(-1) ?? '';
    if (last === '' || widthOf(last + segment) <= width) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}
