/** A page of text as the engine would read it: one line below the other, or side by side where a tab stands between. */
import type {Page, PageLine} from '../../../src/verification/generic-document/page-line.ts';

const lineHeight = 30;

export function linesOf(text: string, page = 0): PageLine[] {
  return text.split('\n').flatMap((row, y) =>
    row.split('\t').flatMap((part, column) => {
      const words = part.trim();
      if (words === '') return [];
      const box = {x: 100 + column * 800, y: 100 + y * lineHeight * 1.2, width: words.length * 15, height: lineHeight};
      return [{text: words, page, box, certainty: 1, source: 'text' as const}];
    }),
  );
}

export function pageOf(lines: readonly PageLine[], evidenceId = 'evi_1'): Page {
  return {evidenceId, number: 1, width: 1600, height: 2200, scaleToOriginal: 1, lines};
}
