/**
 * Two spellings of one value, of which only the characters that differ are shown: enough for a reviewer to see an E that was read as F,
 * not enough to know the name. Where more than a few differ nothing is shown, for the rest would tell it.
 */
const same = '•';
const absent = '–';
/** Characters shown at most, and as a share of the longer spelling. */
const mostShown = 3;
const shareShown = 1 / 3;

/** Both as long as each other, a dash where one has no character: `••F•` and `••E•`. Lengths are cut to 80. */
export function maskDifference(one: string, other: string): [string, string] {
  const pairs = align([...one].slice(0, 80), [...other].slice(0, 80));
  const differing = pairs.filter(([a, b]) => a !== b).length;
  const shown = differing <= Math.min(mostShown, pairs.length * shareShown);
  const mask = (own: string | undefined, against: string | undefined): string => {
    if (own === undefined) return absent;
    return shown && own !== against ? own : same;
  };
  return [pairs.map(([a, b]) => mask(a, b)).join(''), pairs.map(([a, b]) => mask(b, a)).join('')];
}

type Pair = [string | undefined, string | undefined];

/** The fewest edits from one to the other (Levenshtein), as pairs of what stands at the same place. */
function align(one: readonly string[], other: readonly string[]): Pair[] {
  const stride = other.length + 1;
  const cost = new Uint16Array((one.length + 1) * stride);
  const at = (row: number, column: number): number => cost[row * stride + column] ?? 0;
  const change = (row: number, column: number): number => (one[row - 1] === other[column - 1] ? 0 : 1);
  for (let row = 0; row <= one.length; row++) {
    for (let column = 0; column <= other.length; column++) {
      if (row === 0 || column === 0) cost[row * stride + column] = row + column;
      else {
        const turned = at(row - 1, column - 1) + change(row, column);
        cost[row * stride + column] = Math.min(turned, at(row - 1, column) + 1, at(row, column - 1) + 1);
      }
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [one.length, other.length];
  while (row > 0 || column > 0) {
    const both = row > 0 && column > 0 && at(row, column) === at(row - 1, column - 1) + change(row, column);
    const left = both || (row > 0 && at(row, column) === at(row - 1, column) + 1);
    const right = both || !left;
    pairs.unshift([left ? one[--row] : undefined, right ? other[--column] : undefined]);
  }
  return pairs;
}
