/** Logistic regression by Newton's method, both classes of equal weight, with a penalty on large weights. */

export interface Logistic {
  /** On the values as they come. */
  weights: Float32Array;
  offset: number;
}

export interface Example {
  values: Float32Array;
  worn: boolean;
}

export function fitLogistic(examples: readonly Example[], {penalty}: {penalty: number}): Logistic {
  const size = examples[0]?.values.length ?? 0;
  const {mean, spread} = spreadOf(examples, size);
  const rows = examples.map(({values}) => {
    const row = new Float64Array(size + 1).fill(1);
    for (let i = 0; i < size; i++) row[i] = ((values[i] as number) - (mean[i] as number)) / spread;
    return row;
  });
  const share = examples.filter(({worn}) => worn).length / examples.length;
  const beta = new Float64Array(size + 1);
  for (let round = 0; round < 10; round++) {
    const gradient = new Float64Array(size + 1);
    const hessian = Array.from({length: size + 1}, () => new Float64Array(size + 1));
    for (const [i, row] of rows.entries()) {
      const worn = examples[i]?.worn ?? false;
      const likely = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, dot(row, beta)))));
      const weight = worn ? 0.5 / share : 0.5 / (1 - share);
      addScaled(gradient, row, weight * (likely - (worn ? 1 : 0)));
      const curve = weight * likely * (1 - likely);
      // nearly settled examples bend nothing
      if (curve < 1e-7) continue;
      for (let a = 0; a <= size; a++) addScaled(hessian[a] as Float64Array, row, curve * (row[a] as number), a);
    }
    for (let a = 0; a <= size; a++) {
      const own = hessian[a] as Float64Array;
      own[a] = (own[a] as number) + (a < size ? penalty : 0) + 1e-6;
      if (a < size) gradient[a] = (gradient[a] as number) + penalty * (beta[a] as number);
    }
    addScaled(beta, solve(hessian, gradient), -1);
  }
  const weights = Float32Array.from({length: size}, (_, i) => (beta[i] as number) / spread);
  const shift = weights.reduce((sum, weight, i) => sum + weight * (mean[i] as number), 0);
  return {weights, offset: (beta[size] as number) - shift};
}

/** Log of the odds. */
export function scoreOf({weights, offset}: Logistic, values: Float32Array): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), offset);
}

function spreadOf(examples: readonly Example[], size: number): {mean: Float64Array; spread: number} {
  const mean = new Float64Array(size);
  for (const {values} of examples)
    for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) + (values[i] as number) / examples.length;
  let deviation = 0;
  for (let i = 0; i < size; i++) {
    const squares = examples.reduce((sum, {values}) => sum + ((values[i] as number) - (mean[i] as number)) ** 2, 0);
    deviation += Math.sqrt(squares / examples.length) / size;
  }
  return {mean, spread: deviation};
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The upper triangle is enough where `from` is given. */
function addScaled(to: Float64Array, row: Float64Array, by: number, from = 0): void {
  for (let i = from; i < to.length; i++) to[i] = (to[i] as number) + by * (row[i] as number);
}

/** Cholesky of a symmetric positive matrix of which the upper triangle is given. */
function solve(upper: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const cell = (a: number, b: number): number => (upper[a] as Float64Array)[b] as number;
  const lower = Array.from({length: size}, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const row = lower[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as Float64Array;
      let sum = cell(j, i);
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[j] as number);
    }
  }
  const half = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const row = lower[i] as Float64Array;
    let sum = right[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (half[k] as number);
    half[i] = sum / (row[i] as number);
  }
  const out = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = half[i] as number;
    for (let k = i + 1; k < size; k++) sum -= ((lower[k] as Float64Array)[i] as number) * (out[k] as number);
    out[i] = sum / ((lower[i] as Float64Array)[i] as number);
  }
  return out;
}
