/** How much colour the middle of a picture has, apart from the tint of its light: a black and white copy has none. */
import type {RgbImage} from '../../image/gray.ts';

/** Of the picture, from its middle: the table around a document has colours of its own. */
const middle = 0.6;
/** Cells across; each is averaged, so that the noise of the sensor is no colour. */
const cells = 60;

/**
 * The 95th percentile of the distance between a cell's colour and the colour that its brightness would have under the same light,
 * 0 to 255: a copy 0 to 3, prints in colour 8 and more.
 */
export function colourSpread(image: RgbImage): number {
  const averages = cellAverages(image);
  const tint = {red: slope(averages, 0), blue: slope(averages, 2)};
  const distances = averages.map(([red, green, blue]) => {
    return Math.hypot(red - green - tint.red * green, blue - green - tint.blue * green);
  });
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length * 0.95)] ?? 0;
}

type Cell = [red: number, green: number, blue: number];

function cellAverages({data, width, height}: RgbImage): Cell[] {
  const side = Math.max(1, Math.floor((width * middle) / cells));
  const left = Math.floor((width * (1 - middle)) / 2);
  const top = Math.floor((height * (1 - middle)) / 2);
  const averages: Cell[] = [];
  for (let y = top; y + side <= height - top; y += side) {
    for (let x = left; x + side <= width - left; x += side) averages.push(average(data, {x, y, side, width}));
  }
  return averages;
}

function average(data: Uint8Array, {x, y, side, width}: {x: number; y: number; side: number; width: number}): Cell {
  const sum: Cell = [0, 0, 0];
  for (let v = y; v < y + side; v++) {
    for (let i = (v * width + x) * 3, end = i + side * 3; i < end; i += 3) {
      sum[0] += data[i] as number;
      sum[1] += data[i + 1] as number;
      sum[2] += data[i + 2] as number;
    }
  }
  const count = side * side;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** How much redder or bluer the light is: the median, which a red cover or a blue stripe does not move. */
function slope(averages: readonly Cell[], channel: 0 | 2): number {
  const ratios = averages.filter(([, green]) => green > 20).map((cell) => cell[channel] / cell[1] - 1);
  ratios.sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 0;
}
