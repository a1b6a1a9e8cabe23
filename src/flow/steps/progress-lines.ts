import type {ProgressWord, Screen} from '../../protocol/position.ts';
import type {ProgressItem} from '../../ui/progress-list.ts';

/** What happens, in its order, by what is being checked. */
export type Subject = Extract<Screen, {kind: 'processing'}>['subject'];

const linesOf: Record<Subject, readonly ProgressWord[]> = {
  document: ['received', 'found_document', 'reading_text', 'reading_barcode', 'checking_dates', 'deciding'],
  selfie: ['received', 'finding_face', 'checking_liveness', 'comparing_faces', 'deciding'],
  details: ['searching_records', 'deciding'],
  // over in a moment
  'phone-number': [],
  'email-address': [],
};

/**
 * The lines to show: what has happened is ticked, what follows is next. Words that this document does not have (a passport has
 * no barcode) are left out once a later one came.
 */
export function progressLines(
  seen: readonly ProgressWord[],
  subject: Subject = 'document',
): {word: ProgressWord; state: ProgressItem['state']}[] {
  const all = linesOf[subject];
  const last = Math.max(-1, ...seen.map((word) => all.indexOf(word)));
  const shown = all.filter((word, index) => index > last || seen.includes(word));
  // The barcode line appears only when there is one to read.
  const lines = shown.filter((word) => word !== 'reading_barcode' || seen.includes(word));
  const now = Math.max(
    0,
    lines.findLastIndex((word) => seen.includes(word)),
  );
  return lines.map((word, index) => ({word, state: index < now ? 'done' : index === now ? 'now' : 'next'}));
}
