/** A quadrilateral of a colour picture, flattened by its homography. Pure; a card of two megapixels takes about a tenth of a second. */
import {squareToQuad, type Point, type RgbImage} from './gray.ts';

/** What stands where the quadrilateral reaches beyond the picture: 0 to 255, the same for each colour. */
const beyond = 236;

/**
 * `quad`: top left, top right, bottom right, bottom left. Each pixel is the mean of up to 3 x 3 places, so that a card that is made
 * smaller keeps its thin lines.
 */
export function warpRgb(
  image: RgbImage,
  quad: [Point, Point, Point, Point],
  size: {width: number; height: number},
): RgbImage {
  const {width, height} = size;
  const out = new Uint8Array(width * height * 3).fill(beyond);
  const h = squareToQuad(quad);
  const samples = samplesFor(quad, size);
  const sum = new Float64Array(3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      sum.fill(0);
      let inside = 0;
      for (let a = 0; a < samples; a++) {
        const v = (y + (a + 0.5) / samples) / height;
        for (let b = 0; b < samples; b++) {
          const u = (x + (b + 0.5) / samples) / width;
          const w = h.g * u + h.h * v + 1;
          if (addAt(image, (h.a * u + h.b * v + h.c) / w - 0.5, (h.d * u + h.e * v + h.f) / w - 0.5, sum)) inside++;
        }
      }
      if (inside === 0) continue;
      for (let c = 0; c < 3; c++) out[to + c] = (sum[c] as number) / inside + 0.5;
    }
  }
  return {data: out, width, height};
}

/** Bilinear; false where the place lies outside of the picture. */
function addAt({data, width, height}: RgbImage, x: number, y: number, sum: Float64Array): boolean {
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return false;
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const [x0, y0] = [cx | 0, cy | 0];
  const right = x0 + 1 < width ? 3 : 0;
  const down = y0 + 1 < height ? width * 3 : 0;
  const [fx, fy] = [cx - x0, cy - y0];
  let i = (y0 * width + x0) * 3;
  for (let c = 0; c < 3; c++, i++) {
    const above = (data[i] as number) * (1 - fx) + (data[i + right] as number) * fx;
    const below = (data[i + down] as number) * (1 - fx) + (data[i + down + right] as number) * fx;
    sum[c] = (sum[c] as number) + above * (1 - fy) + below * fy;
  }
  return true;
}

function samplesFor([p0, p1, p2, p3]: [Point, Point, Point, Point], {width, height}: {width: number; height: number}) {
  const length = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);
  const shrink = Math.max(
    Math.max(length(p0, p1), length(p3, p2)) / width,
    Math.max(length(p0, p3), length(p1, p2)) / height,
  );
  return Math.max(1, Math.min(3, Math.round(shrink)));
}
