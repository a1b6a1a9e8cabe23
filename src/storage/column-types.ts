/** How columns arrive in JavaScript, the same from both databases; what is not listed agrees already (Date, boolean, parsed JSON). */

/** By PostgreSQL type oid, from the text format. */
export const columnParsers: Record<number, (text: string) => unknown> = {
  /** bytea as Buffer (`\x…` is the only output format since PostgreSQL 9) */
  17: (text) => Buffer.from(text.slice(2), 'hex'),
  /** int8 as number: counts and sizes; node-postgres would give text */
  20: Number,
  /** date as `YYYY-MM-DD`: a calendar day has no time zone, a Date would invent one */
  1082: (text) => text,
};
