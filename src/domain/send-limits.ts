/**
 * How many messages go out, so that nobody is pestered, no number is bought to be called, and codes cannot be asked for by the thousand.
 * Counted over rows (`storage/message-count.ts`), so a restart forgets nothing and all processes count together.
 */

/** `recipient`: one number or mailbox. `address`: the IP address that asks. `subject`: the inquiry, or a verification without one. */
export const sendScopes = ['recipient', 'address', 'subject'] as const;
export type SendScope = (typeof sendScopes)[number];

interface Window {
  most: number;
  ms: number;
}

const hour = 3_600_000;

export const sendLimits: Readonly<Record<SendScope, readonly Window[]>> = {
  recipient: [
    {most: 6, ms: hour},
    {most: 15, ms: 24 * hour},
  ],
  // an office or a campus may share one
  address: [
    {most: 30, ms: hour},
    {most: 120, ms: 24 * hour},
  ],
  subject: [
    {most: 10, ms: hour},
    {most: 25, ms: 24 * hour},
  ],
};

/** No count looks further back. */
export const longestWindowMs = 24 * hour;

/** When one more may go out; undefined = now. `sent` holds the moments of earlier ones, in any order. */
export function nextAllowedAt(scope: SendScope, sent: readonly Date[], now: Date): Date | undefined {
  const times = sent.map((at) => at.getTime()).toSorted((a, b) => b - a);
  const waits = sendLimits[scope].flatMap(({most, ms}) => {
    // the one whose leaving of the window makes room
    const blocking = times[most - 1];
    return blocking !== undefined && blocking + ms > now.getTime() ? [blocking + ms] : [];
  });
  return waits.length === 0 ? undefined : new Date(Math.max(...waits));
}
