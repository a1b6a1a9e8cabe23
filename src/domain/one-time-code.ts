/**
 * Codes of six digits that are sent to a phone or mailbox and typed here. Rules only: the code itself is a keyed hash in a row
 * (`storage/confirmation-code.ts`), and whoever compares says whether it was the one.
 *
 * Against guessing: a code lives ten minutes, takes five wrong tries and one right one; of one number or address five are sent. At most
 * 25 guesses of a million for each verification, and `send-limits.ts` bounds how many verifications can ask for a code.
 */

export const codeDigits = 6;
export const codeLifeMs = 10 * 60_000;
/** Wrong codes until it opens nothing any more. */
export const mostTries = 5;
/** Codes sent for one verification. */
export const mostSends = 5;

/** What is known of the code that was sent last. */
export interface CodeState {
  /** Codes sent for this verification, this one included. */
  sends: number;
  /** Wrong ones typed since this one was sent. */
  wrong: number;
  sentAt: Date;
  usedAt: Date | null;
}

/** `wrong`: may be tried again; `spent`: this was the last try, or there was none left. */
export type TypedOutcome = 'right' | 'wrong' | 'spent' | 'expired';

/** A code past its time or its tries is never right, whether it matches or not; so no answer tells a guess from a hit. */
export function judgeTyped(code: CodeState, matches: boolean, now: Date): TypedOutcome {
  if (code.usedAt || code.wrong >= mostTries) return 'spent';
  if (now.getTime() - code.sentAt.getTime() >= codeLifeMs) return 'expired';
  if (matches) return 'right';
  return code.wrong + 1 >= mostTries ? 'spent' : 'wrong';
}

/** Pauses before the second, third ... code, in seconds: long enough for a slow message, short enough to wait through. */
const pauses = [30, 60, 120, 240];

/** When another code may be sent; undefined where no more are. */
export function nextSendAt(code: CodeState): Date | undefined {
  if (code.sends >= mostSends) return undefined;
  const seconds = pauses[code.sends - 1] ?? pauses.at(-1) ?? 0;
  return new Date(code.sentAt.getTime() + seconds * 1000);
}

/** What was typed or pasted, as digits: spaces and hyphens mean nothing, digits of other scripts are digits. */
export function digitsTyped(text: string): string {
  return [...text.normalize('NFKC')].map((sign) => digitOf(sign) ?? (/[\s.-]/u.test(sign) ? '' : sign)).join('');
}

/** The decimal digits of a script stand in a row of ten in Unicode, from zero to nine. */
function digitOf(sign: string): string | undefined {
  if (!/\p{Nd}/u.test(sign)) return undefined;
  const point = sign.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value++) {
    const isRun = [...Array(10).keys()].every((i) => /\p{Nd}/u.test(String.fromCodePoint(point - value + i)));
    if (isRun && !/\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) return String(value);
  }
  return undefined;
}
