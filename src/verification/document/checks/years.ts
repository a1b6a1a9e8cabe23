/** Completed years; on 28 February nobody born on the 29th has had a birthday yet. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) >= from.slice(5) ? years : years - 1;
}

/**
 * What a measurement may tell of an age: that it reaches the threshold, or that it stays below. How far above or below is the person's
 * own affair, and would give the age away beside the limit that it is measured from.
 */
export function cutTo(threshold: number, years: number): number {
  return years >= threshold ? threshold : threshold - 1;
}
