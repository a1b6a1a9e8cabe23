/** How good scores are, from labelled pairs: shares of pairs, thresholds, and how sure one can be of them. */

/** Scores of pairs of one person, and of pairs of two; larger is more alike. */
export interface Scores {
  genuine: readonly number[];
  impostor: readonly number[];
}

/** Share of pairs of two people at or above a threshold. */
export function falseMatches({impostor}: Scores, threshold: number): number {
  return share(impostor, threshold);
}

/** Share of pairs of one person at or above a threshold. */
export function trueMatches({genuine}: Scores, threshold: number): number {
  return share(genuine, threshold);
}

/**
 * The lowest threshold that lets at most `rate` of the impostor pairs through. `measured` is false where there are fewer than 3 / rate of
 * them: seeing none among n says no more than "below 3 / n" (95 %), and the threshold is then just above the highest one seen.
 */
export function thresholdAt({impostor}: Scores, rate: number): {threshold: number; measured: boolean} {
  const descending = [...impostor].sort((a, b) => b - a);
  const allowed = Math.floor(rate * descending.length);
  const highestRefused = descending[allowed] ?? -1;
  return {threshold: highestRefused + 1e-6, measured: impostor.length * rate >= 3};
}

/** Where as many strangers pass as owners are refused. */
export function equalErrorRate(scores: Scores): {rate: number; threshold: number} {
  let best = {rate: 1, threshold: 1, gap: Infinity};
  sweep(scores, (threshold, refused, passed) => {
    const gap = Math.abs(refused - passed);
    if (gap < best.gap) best = {rate: (refused + passed) / 2, threshold, gap};
  });
  return {rate: best.rate, threshold: best.threshold};
}

/** Probability that a genuine one scores above an impostor, with its 95 % interval (Hanley and McNeil 1982). */
export function areaUnderCurve({genuine, impostor}: Scores): {area: number; low: number; high: number} {
  const [m, n] = [genuine.length, impostor.length];
  if (m === 0 || n === 0) return {area: NaN, low: NaN, high: NaN};
  let wins = 0;
  for (const own of genuine) for (const other of impostor) wins += own > other ? 1 : own === other ? 0.5 : 0;
  const area = wins / (m * n);
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)];
  const variance = (area * (1 - area) + (m - 1) * (q1 - area * area) + (n - 1) * (q2 - area * area)) / (m * n);
  const reach = 1.96 * Math.sqrt(Math.max(0, variance));
  return {area, low: Math.max(0, area - reach), high: Math.min(1, area + reach)};
}

/** The best share of pairs that one threshold tells right. */
export function bestAccuracy(scores: Scores): {accuracy: number; threshold: number} {
  const [own, other] = [scores.genuine.length, scores.impostor.length];
  let best = {accuracy: 0, threshold: 0};
  sweep(scores, (threshold, refused, passed) => {
    const accuracy = ((1 - refused) * own + (1 - passed) * other) / (own + other);
    if (accuracy > best.accuracy) best = {accuracy, threshold};
  });
  return best;
}

/** Every score as a threshold, ascending, with the shares of owners it refuses and of strangers it lets through. */
function sweep({genuine, impostor}: Scores, visit: (threshold: number, refused: number, passed: number) => void): void {
  const own = [...genuine].sort((a, b) => a - b);
  const other = [...impostor].sort((a, b) => a - b);
  let [below, belowOther] = [0, 0];
  for (const threshold of [...own, ...other].sort((a, b) => a - b)) {
    while (below < own.length && (own[below] as number) < threshold) below++;
    while (belowOther < other.length && (other[belowOther] as number) < threshold) belowOther++;
    visit(threshold, below / Math.max(1, own.length), 1 - belowOther / Math.max(1, other.length));
  }
}

function share(values: readonly number[], threshold: number): number {
  return values.filter((value) => value >= threshold).length / Math.max(1, values.length);
}
