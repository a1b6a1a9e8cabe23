import type {Collected} from '../../protocol/flow.ts';
import type {WordKey} from '../words.ts';

const words: [Collected, WordKey][] = [
  ['papers', 'consent.whatPapers'],
  ['phone', 'consent.whatPhone'],
  ['email', 'consent.whatEmail'],
  ['answers', 'consent.whatAnswers'],
  ['records', 'consent.whatRecords'],
];

/** A sentence for everything that is asked for besides the document and the face. `kinds` is a list, or its names with blanks between. */
export function givenWords(kinds: readonly Collected[] | string): WordKey[] {
  return words.flatMap(([kind, key]) => (kinds.includes(kind) ? [key] : []));
}
