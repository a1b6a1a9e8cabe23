/** Text as people read it: rows from top to bottom, in each row from left to right. */
interface Placed {
  box: {cx: number; cy: number; width: number; height: number};
}

export function inReadingOrder<T extends Placed>(lines: readonly T[]): T[] {
  const rows: T[][] = [];
  for (const line of [...lines].sort((a, b) => a.box.cy - b.box.cy)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && sameRow(first, line)) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.cx - b.box.cx));
}

/** The middles differ by less than half of the lower one's height. */
export function sameRow(a: Placed, b: Placed): boolean {
  return Math.abs(a.box.cy - b.box.cy) < 0.5 * Math.min(a.box.height, b.box.height);
}
