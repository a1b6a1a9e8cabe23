/** Requests of one environment per minute, counted in this process. */
export interface RateState {
  limit: number;
  remaining: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
  exceeded: boolean;
}

const windowMs = 60_000;

export type RateLimiter = (name: string, limit: number, now: Date) => RateState;

/** One counter per name; windows are whole minutes, so every name's window ends together and old counters go at once. */
export function createRateLimiter(): RateLimiter {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return (name, limit, now) => {
    const start = Math.floor(now.getTime() / windowMs) * windowMs;
    if (start !== windowStart) {
      windowStart = start;
      counts.clear();
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return {
      limit,
      remaining: Math.max(0, limit - count),
      resetSeconds: Math.ceil((start + windowMs - now.getTime()) / 1000),
      exceeded: count > limit,
    };
  };
}
