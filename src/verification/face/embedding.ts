/** Faces as vectors of unit length: how alike two are is the cosine between them, from -1 to 1. */

export type Embedding = Float32Array;

export function cosine(a: Embedding, b: Embedding): number {
  if (a.length !== b.length) throw new RangeError(`Cannot compare ${a.length} numbers with ${b.length}`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** dlib's vectors have their own length, and their distance is what counts: 1 - distance, so that larger is more alike. */
export function dlibScore(a: Embedding, b: Embedding): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += ((a[i] as number) - (b[i] as number)) ** 2;
  return 1 - Math.sqrt(squares);
}

/** How vectors of a net are compared. */
export function comparisonOf(model: string): (a: Embedding, b: Embedding) => number {
  return model === 'dlib' ? dlibScore : cosine;
}

/** How far apart two vectors of a net are when they are as alike as this; farther ones are less alike. */
export function distanceAt(model: string, score: number): number {
  return model === 'dlib' ? 1 - score : Math.sqrt(2 - 2 * score);
}

/** Scaled to unit length. */
export function unit(values: ArrayLike<number>): Embedding {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] as number) ** 2;
  const length = Math.sqrt(squares) || 1;
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = (values[i] as number) / length;
  return out;
}

/** Of several frames of one person: steadier than any of them. */
export function meanEmbedding(all: readonly Embedding[]): Embedding {
  const [first] = all;
  if (!first) throw new RangeError('The mean of no embeddings');
  const sum = new Float64Array(first.length);
  for (const one of all) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (one[i] as number);
  return unit(sum);
}
