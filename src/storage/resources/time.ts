/** Times as the API writes them: ISO 8601 in UTC with milliseconds, and whole seconds since 1970 in `*-ts` attributes. */
export function isoTime(time: Date): string;
export function isoTime(time: Date | null): string | null;
export function isoTime(time: Date | null): string | null {
  if (!time) return null;
  const at = time.getTime();
  if (at !== last.at) last = {at, text: time.toISOString()};
  return last.text;
}

/** A request writes its one moment into many rows and attributes. */
let last = {at: Number.NaN, text: ''};

export function epochSeconds(time: Date): number;
export function epochSeconds(time: Date | null): number | null;
export function epochSeconds(time: Date | null): number | null {
  return time && Math.floor(time.getTime() / 1000);
}
