/** What a document is, by the words on it. Pure. */
import type {GenericDocumentType} from '../../protocol/generic-document.ts';
import {genericDocumentTypes} from '../../protocol/generic-document.ts';
import documentWords from './document-words.json' with {type: 'json'};
import {folded, type PageLine} from './page-line.ts';

export interface DocumentClass {
  type: GenericDocumentType;
  /** How many different words of its kind the document uses; 0 for `other`. */
  words: number;
  /** Lines that said so. */
  lines: PageLine[];
}

const words: readonly [GenericDocumentType, readonly string[]][] = genericDocumentTypes.flatMap((type) =>
  type === 'other' ? [] : [[type, documentWords[type]] as [GenericDocumentType, readonly string[]]],
);

/** The kind that most words speak for; `other` where none does. */
export function classifyDocument(lines: readonly PageLine[]): DocumentClass {
  const texts = lines.map((line) => ({line, text: plain(line.text)}));
  let best: DocumentClass = {type: 'other', words: 0, lines: []};
  for (const [type, phrases] of words) {
    const hits = phrases.flatMap((phrase) => {
      const said = texts.find(({text}) => says(text, phrase));
      return said ? [{phrase, line: said.line}] : [];
    });
    // a phrase of several words is rarely there by chance
    const weight = hits.reduce((sum, {phrase}) => sum + (phrase.includes(' ') || phrase.length > 9 ? 2 : 1), 0);
    if (weight > best.words) best = {type, words: weight, lines: [...new Set(hits.map(({line}) => line))]};
  }
  return best;
}

function plain(text: string): string {
  return ` ${folded(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}

/** At the beginning of a word, so that compounds count: `stromrechnung` says `strom`; short words must stand alone. */
function says(text: string, phrase: string): boolean {
  return text.includes(phrase.length > 4 ? ` ${phrase}` : ` ${phrase} `);
}
