/** Times as the API writes them: ISO 8601 in UTC with milliseconds, and whole seconds since 1970 in `*-ts` attributes. */
export function isoTime(time: Date): string;
export function isoTime(time: Date | null): string | null;
export function isoTime(time: Date | null): string | null {
  return time && spelled(time.getTime());
}

const dayMs = 24 * 3600 * 1000;

/**
 * As `Date.toISOString`, which V8 leaves to the system's `printf`: a request writes a dozen times, nearly all of today and tomorrow.
 * @throws RangeError for a time that is none
 */
function spelled(at: number): string {
  const day = Math.floor(at / dayMs);
  const ms = at - day * dayMs;
  const clock = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${three(ms % 1000)}`;
  return `${dateOf(day)}T${clock}Z`;
}

/** Of whole days since 1970: their dates, as they were last asked for. */
const dates = new Map<number, string>();
const mostDates = 1000;

function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * dayMs).toISOString().slice(0, -'T00:00:00.000Z'.length);
    if (dates.size === mostDates) dates.clear();
    dates.set(day, date);
  }
  return date;
}

function two(n: number): string {
  return n < 10 ? `0${Math.floor(n)}` : `${Math.floor(n)}`;
}

function three(n: number): string {
  return n < 100 ? `0${two(n)}` : `${n}`;
}

export function epochSeconds(time: Date): number;
export function epochSeconds(time: Date | null): number | null;
export function epochSeconds(time: Date | null): number | null {
  return time && Math.floor(time.getTime() / 1000);
}
