/** How well a known value stands somewhere in a text: approximate search by edit distance (Sellers 1980). */

export interface Alignment {
  /** 1 = every character, 0 = none: one minus edits over the value's length. */
  similarity: number;
  /** Where it stands in the text: first character and the one after the last. */
  start: number;
  end: number;
  /** Positions in the value whose character is missing or another in the text. */
  differing: number[];
}

/** The best place of `value` within `text`; ties go to the first. Lengths are cut to 80 and 400. */
export function findAligned(value: string, text: string): Alignment {
  const needle = value.slice(0, 80);
  const hay = text.slice(0, 400);
  const [rows, columns] = [needle.length, hay.length];
  if (rows === 0) return {similarity: 0, start: 0, end: 0, differing: []};
  const stride = columns + 1;
  const cost = new Uint16Array((rows + 1) * stride);
  const at = (row: number, column: number) => cost[row * stride + column] ?? 0;
  for (let row = 1; row <= rows; row++) {
    cost[row * stride] = row;
    for (let column = 1; column <= columns; column++) {
      const same = needle[row - 1] === hay[column - 1] ? 0 : 1;
      cost[row * stride + column] = Math.min(
        at(row - 1, column - 1) + same,
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
      );
    }
  }
  let end = 0;
  for (let column = 1; column <= columns; column++) if (at(rows, column) < at(rows, end)) end = column;

  const differing: number[] = [];
  let [row, column] = [rows, end];
  while (row > 0) {
    const here = at(row, column);
    const same = column > 0 && needle[row - 1] === hay[column - 1];
    if (column > 0 && here === at(row - 1, column - 1) + (same ? 0 : 1)) {
      if (!same) differing.push(row - 1);
      row--;
      column--;
    } else if (here === at(row - 1, column) + 1) {
      differing.push(row - 1);
      row--;
    } else {
      // A character too many in the text stands beside this one of the value.
      differing.push(Math.min(rows - 1, row));
      column--;
    }
  }
  const similarity = Math.max(0, 1 - at(rows, end) / rows);
  return {similarity, start: column, end, differing: [...new Set(differing)].sort((a, b) => a - b)};
}
