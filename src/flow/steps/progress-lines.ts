import {progressWords, type ProgressWord} from '../../protocol/flow.ts';
import type {ProgressItem} from '../../ui/progress-list.ts';

/**
 * The lines to show: what has happened is ticked, what follows is next. Words that this document does not have (a passport has
 * no barcode) are left out once a later one came.
 */
export function progressLines(seen: readonly ProgressWord[]): {word: ProgressWord; state: ProgressItem['state']}[] {
  const last = Math.max(-1, ...seen.map((word) => progressWords.indexOf(word)));
  const shown = progressWords.filter((word, index) => index > last || seen.includes(word));
  // The barcode line appears only when there is one to read.
  const lines = shown.filter((word) => word !== 'reading_barcode' || seen.includes(word));
  const now = Math.max(
    0,
    lines.findLastIndex((word) => seen.includes(word)),
  );
  return lines.map((word, index) => ({word, state: index < now ? 'done' : index === now ? 'now' : 'next'}));
}
