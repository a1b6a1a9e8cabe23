/**
 * Grey pictures as plain values: one byte a pixel, row by row, 0 black to 255 white.
 * Runs in Node, in a browser worker and in the page; no canvas, no native code.
 */
export interface GrayImage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Three bytes a pixel (red, green, blue), row by row. */
export interface RgbImage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A rectangle that may be turned: centre, size and angle (radians, clockwise as y grows downwards), in pixels. */
export interface TurnedRect {
  cx: number;
  cy: number;
  width: number;
  height: number;
  angle: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Luma by Rec. 601 from interleaved pixels with `channels` bytes each (3 = RGB, 4 = RGBA as a canvas gives them). */
export function grayFromPixels(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  channels: 3 | 4,
): GrayImage {
  const count = width * height;
  const data = new Uint8Array(count);
  for (let i = 0, p = 0; i < count; i++, p += channels) {
    // 77 + 150 + 29 = 256: integer weights of 0.299, 0.587, 0.114.
    data[i] = (77 * (pixels[p] ?? 0) + 150 * (pixels[p + 1] ?? 0) + 29 * (pixels[p + 2] ?? 0)) >> 8;
  }
  return {data, width, height};
}

/** Scales both sides by `scale`: mean of the covered pixels when shrinking, bilinear when growing. */
export function resizeGray(image: GrayImage, scale: number): GrayImage {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  if (width === image.width && height === image.height) return image;
  return scale < 1 ? shrink(image, width, height) : grow(image, width, height);
}

/** Scales so that the longer side is at most `side` pixels; never grows. */
export function fitGray(image: GrayImage, side: number): GrayImage {
  const longer = Math.max(image.width, image.height);
  return longer <= side ? image : resizeGray(image, side / longer);
}

function shrink(image: GrayImage, width: number, height: number): GrayImage {
  const source = image.data;
  const out = new Uint8Array(width * height);
  const stepX = image.width / width;
  const stepY = image.height / height;
  const starts = new Int32Array(width + 1);
  for (let x = 0; x <= width; x++) starts[x] = Math.min(image.width, Math.floor(x * stepX));
  const sums = new Float64Array(image.width + 1);
  for (let y = 0; y < height; y++) {
    const top = Math.floor(y * stepY);
    const bottom = Math.max(top + 1, Math.min(image.height, Math.floor((y + 1) * stepY)));
    columnSums(source, image.width, top, bottom, sums);
    for (let x = 0; x < width; x++) {
      const left = starts[x] as number;
      const right = Math.max(left + 1, starts[x + 1] as number);
      out[y * width + x] = ((sums[right] as number) - (sums[left] as number)) / ((right - left) * (bottom - top));
    }
  }
  return {data: out, width, height};
}

/** `sums[x]` becomes the sum of all pixels left of column x in the rows from top to bottom. */
function columnSums(source: Uint8Array, width: number, top: number, bottom: number, sums: Float64Array): void {
  sums.fill(0);
  for (let y = top; y < bottom; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) sums[x + 1] = (sums[x + 1] as number) + (source[row + x] as number);
  }
  for (let x = 0; x < width; x++) sums[x + 1] = (sums[x + 1] as number) + (sums[x] as number);
}

function grow(image: GrayImage, width: number, height: number): GrayImage {
  const out = new Uint8Array(width * height);
  const stepX = image.width / width;
  const stepY = image.height / height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      out[y * width + x] = sampleGray(image, (x + 0.5) * stepX - 0.5, (y + 0.5) * stepY - 0.5);
    }
  }
  return {data: out, width, height};
}

/** The brightness between pixels (bilinear); positions outside take the nearest edge. */
export function sampleGray(image: GrayImage, x: number, y: number): number {
  const {data, width, height} = image;
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const x0 = cx | 0;
  const y0 = cy | 0;
  const x1 = x0 + 1 < width ? x0 + 1 : x0;
  const y1 = y0 + 1 < height ? y0 + 1 : y0;
  const fx = cx - x0;
  const fy = cy - y0;
  const above = (data[y0 * width + x0] as number) * (1 - fx) + (data[y0 * width + x1] as number) * fx;
  const below = (data[y1 * width + x0] as number) * (1 - fx) + (data[y1 * width + x1] as number) * fx;
  return above * (1 - fy) + below * fy;
}

/** The part from (x, y), cut to the picture. */
export function cropGray(image: GrayImage, x: number, y: number, width: number, height: number): GrayImage {
  const left = Math.max(0, Math.min(image.width - 1, Math.round(x)));
  const top = Math.max(0, Math.min(image.height - 1, Math.round(y)));
  const w = Math.max(1, Math.min(image.width - left, Math.round(width)));
  const h = Math.max(1, Math.min(image.height - top, Math.round(height)));
  const data = new Uint8Array(w * h);
  for (let row = 0; row < h; row++) {
    const from = (top + row) * image.width + left;
    data.set(image.data.subarray(from, from + w), row * w);
  }
  return {data, width: w, height: h};
}

/** Turned clockwise by `quarters` times 90 degrees. */
export function turnGray(image: GrayImage, quarters: 0 | 1 | 2 | 3): GrayImage {
  const {data, width, height} = image;
  if (quarters === 0) return image;
  const out = new Uint8Array(data.length);
  if (quarters === 2) {
    for (let i = 0, last = data.length - 1; i <= last; i++) out[last - i] = data[i] as number;
    return {data: out, width, height};
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = quarters === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[to] = data[y * width + x] as number;
    }
  }
  return {data: out, width: height, height: width};
}

/** Turned by any angle (radians); the result is large enough to hold every corner, edges are stretched outwards. */
export function turnGrayBy(image: GrayImage, angle: number): GrayImage {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const width = Math.round(image.width * cos + image.height * sin);
  const height = Math.round(image.width * sin + image.height * cos);
  return cutTurned(image, {cx: image.width / 2, cy: image.height / 2, width, height, angle}, width, height);
}

/** Cuts a turned rectangle out upright as `width` x `height` pixels, averaging when it shrinks. */
export function cutTurned(image: GrayImage, rect: TurnedRect, width: number, height: number): GrayImage {
  const out = new Uint8Array(width * height);
  const {data, width: W, height: H} = image;
  if (W < 2 || H < 2) return {data: out.fill(data[0] ?? 0), width, height};
  const cos = Math.cos(rect.angle);
  const sin = Math.sin(rect.angle);
  const stepX = rect.width / width;
  const stepY = rect.height / height;
  const samples = Math.max(1, Math.min(4, Math.round(Math.max(stepX, stepY))));
  const perPixel = samples * samples;
  const maxX = W - 1.001;
  const maxY = H - 1.001;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let a = 0; a < samples; a++) {
        const v = (y + (a + 0.5) / samples - height / 2) * stepY;
        for (let b = 0; b < samples; b++) {
          const u = (x + (b + 0.5) / samples - width / 2) * stepX;
          const px = rect.cx + u * cos - v * sin;
          const py = rect.cy + u * sin + v * cos;
          const X = px < 0 ? 0 : px > maxX ? maxX : px;
          const Y = py < 0 ? 0 : py > maxY ? maxY : py;
          const x0 = X | 0;
          const y0 = Y | 0;
          const fx = X - x0;
          const fy = Y - y0;
          const i = y0 * W + x0;
          sum +=
            ((data[i] as number) * (1 - fx) + (data[i + 1] as number) * fx) * (1 - fy) +
            ((data[i + W] as number) * (1 - fx) + (data[i + W + 1] as number) * fx) * fy;
        }
      }
      out[y * width + x] = sum / perPixel;
    }
  }
  return {data: out, width, height};
}

/** The corners of a turned rectangle: top left, top right, bottom right, bottom left as its own text reads. */
export function cornersOf(rect: TurnedRect): [Point, Point, Point, Point] {
  const cos = Math.cos(rect.angle);
  const sin = Math.sin(rect.angle);
  const corner = (sx: number, sy: number): Point => {
    const u = (sx * rect.width) / 2;
    const v = (sy * rect.height) / 2;
    return {x: rect.cx + u * cos - v * sin, y: rect.cy + u * sin + v * cos};
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Flattens a quadrilateral (top left, top right, bottom right, bottom left) into `width` x `height` pixels by its homography. */
export function warpQuad(
  image: GrayImage,
  quad: [Point, Point, Point, Point],
  width: number,
  height: number,
): GrayImage {
  const h = squareToQuad(quad);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width;
      const v = (y + 0.5) / height;
      const w = h.g * u + h.h * v + 1;
      out[y * width + x] = sampleGray(image, (h.a * u + h.b * v + h.c) / w - 0.5, (h.d * u + h.e * v + h.f) / w - 0.5);
    }
  }
  return {data: out, width, height};
}

/** Maps the unit square onto a quadrilateral (Heckbert 1989, projective mapping of a square). */
export interface Homography {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: number;
  h: number;
}

export function squareToQuad([p0, p1, p2, p3]: [Point, Point, Point, Point]): Homography {
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const det = dx1 * dy2 - dx2 * dy1 || 1e-9;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  };
}
