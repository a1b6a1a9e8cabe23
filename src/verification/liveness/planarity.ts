/**
 * How far two views of a face are from being two views of a flat thing.
 *
 * A photograph that is tilted, bent or carried around maps onto its former view by a homography (up to the paper's bend); a head does
 * not, because its nose stands out. So the best homography between the two views' rigid points is found (least squares over its eight
 * parameters, points centred and scaled by the distance of the eyes), and what it leaves over is the measure. On single pictures
 * tilted by 20 to 50 degrees the median was 0.027 and the 95th percentile 0.062; on real turns the 5th percentile 0.085.
 */

/**
 * Root mean square of what the best homography leaves over, in distances of the eyes; undefined where there is none (points that
 * coincide). `from` and `to` are x and y one after the other, the same points in the same order.
 */
export function planarityResidual(
  from: {points: readonly number[]; eyeDistance: number},
  to: {points: readonly number[]},
): number | undefined {
  const count = Math.min(from.points.length, to.points.length) / 2;
  if (count < 8 || from.eyeDistance <= 0) return undefined;
  const a = normalised(from.points, from.eyeDistance);
  const b = normalised(to.points, from.eyeDistance);
  const h = solve(normalEquations(a, b));
  if (!h) return undefined;
  let sum = 0;
  for (let i = 0; i < 2 * count; i += 2) {
    const [x = 0, y = 0, u = 0, v = 0] = [a[i], a[i + 1], b[i], b[i + 1]];
    const depth = at(h, 6) * x + at(h, 7) * y + 1;
    sum += ((at(h, 0) * x + at(h, 1) * y + at(h, 2)) / depth - u) ** 2;
    sum += ((at(h, 3) * x + at(h, 4) * y + at(h, 5)) / depth - v) ** 2;
  }
  const residual = Math.sqrt(sum / count);
  return Number.isFinite(residual) ? residual : undefined;
}

/** Centred on their mean, in distances of the eyes: the equations stay well conditioned. */
function normalised(points: readonly number[], unit: number): Float64Array {
  const out = new Float64Array(points.length);
  for (const axis of [0, 1]) {
    let mean = 0;
    for (let i = axis; i < points.length; i += 2) mean += at(points, i) / (points.length / 2);
    for (let i = axis; i < points.length; i += 2) out[i] = (at(points, i) - mean) / unit;
  }
  return out;
}

/** Two equations a point: u = (h0 x + h1 y + h2) / (h6 x + h7 y + 1), v likewise, multiplied out; A^T A beside A^T b. */
function normalEquations(from: Float64Array, to: Float64Array): number[][] {
  const rows = Array.from({length: 8}, () => new Array<number>(9).fill(0));
  const add = (row: readonly number[], target: number): void => {
    for (const [i, left] of rows.entries()) {
      for (let j = 0; j < 8; j++) left[j] = at(left, j) + at(row, i) * at(row, j);
      left[8] = at(left, 8) + at(row, i) * target;
    }
  };
  for (let i = 0; i < from.length; i += 2) {
    const [x = 0, y = 0, u = 0, v = 0] = [from[i], from[i + 1], to[i], to[i + 1]];
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  // a breath of regularisation: points that lie in one line would otherwise have no answer
  for (const [i, row] of rows.entries()) row[i] = at(row, i) + 1e-6;
  return rows;
}

/** Gaussian elimination with partial pivoting of an augmented matrix. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(cell(rows, i, column)) > Math.abs(cell(rows, best, column))) best = i;
    const [pivot, other] = [rows[best], rows[column]];
    if (!pivot || !other || Math.abs(at(pivot, column)) < 1e-12) return undefined;
    rows[best] = other;
    rows[column] = pivot;
    for (const row of rows.slice(column + 1)) {
      const factor = at(row, column) / at(pivot, column);
      for (let j = column; j <= size; j++) row[j] = at(row, j) - factor * at(pivot, j);
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = cell(rows, i, size);
    for (let j = i + 1; j < size; j++) sum -= cell(rows, i, j) * at(out, j);
    out[i] = sum / cell(rows, i, i);
  }
  return out;
}

function cell(rows: readonly number[][], i: number, j: number): number {
  return at(rows[i] ?? [], j);
}

function at(list: ArrayLike<number>, index: number): number {
  return list[index] ?? 0;
}
