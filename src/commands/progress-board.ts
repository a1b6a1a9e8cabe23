/**
 * Live words of running verifications and changed positions, kept in memory of this process.
 *
 * Requirements
 * 1. A hint only: whoever listens reads the position itself from the database; a lost word loses nothing.
 * 2. Words of an inquiry are forgotten when its position changes, and memory stays bounded whatever happens.
 * 3. A listener that throws harms nobody else.
 */
import type {ProgressBoard} from './context.ts';

type Change = Parameters<ProgressBoard['publish']>[1];
type Listener = (change: Change) => void;

/** More than any server verifies at once; the oldest are dropped first. */
const mostInquiriesWithWords = 10_000;

export function openProgressBoard(): ProgressBoard {
  const listeners = new Map<string, Set<Listener>>();
  const words = new Map<string, string[]>();

  return {
    publish(inquiryId, change) {
      if (change.type === 'progress') remember(words, inquiryId, change.word);
      else words.delete(inquiryId);
      for (const listener of [...(listeners.get(inquiryId) ?? [])]) {
        try {
          listener(change);
        } catch {
          // a stream that closed between two lines; its own clean-up takes it off the board
        }
      }
    },

    subscribe(inquiryId, listener) {
      const all = listeners.get(inquiryId) ?? new Set();
      listeners.set(inquiryId, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0 && listeners.get(inquiryId) === all) listeners.delete(inquiryId);
      };
    },

    words: (inquiryId) => [...(words.get(inquiryId) ?? [])],
  };
}

function remember(words: Map<string, string[]>, inquiryId: string, word: string): void {
  const said = words.get(inquiryId) ?? [];
  if (!said.includes(word)) said.push(word);
  words.delete(inquiryId);
  words.set(inquiryId, said);
  const [oldest] = words.keys();
  if (words.size > mostInquiriesWithWords && oldest !== undefined) words.delete(oldest);
}
