/**
 * A camera that photographs a flat picture: on paper, or on a screen, whose pixels are three stripes with dark gaps between rows.
 * Bayer mosaic and demosaicing, blur, sensor noise and JPEG as in a phone; moire comes out of the sampling and is not painted.
 */
import {setImmediate as pause} from 'node:timers/promises';
import sharp from 'sharp';
import {randomNumbers} from './photograph.ts';

export interface Flat {
  /** Three channels. */
  rgb: Uint8Array;
  width: number;
  height: number;
}

export interface Shot {
  width: number;
  height: number;
  seed: number;
  quality: number;
  /** Pixels of the screen to one of the camera's; absent = paper. */
  screenPitch?: number;
  /** Colours lost: a black and white copy under warm light. */
  grey?: boolean;
}

export async function photographFlat(flat: Flat, shot: Shot): Promise<Buffer> {
  const random = randomNumbers(shot.seed);
  const {width, height} = shot;
  const angle = (random() - 0.5) * 0.12;
  const scale = Math.max(flat.width / (width * 0.9), flat.height / (height * 0.9));
  const lean = (random() - 0.5) * 0.00006;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const sensor = new Float32Array(width * height);
  const samples = 3;
  for (let y = 0; y < height; y++) {
    // a server that draws looks after others meanwhile
    if (y % 16 === 0) await pause();
    for (let x = 0; x < width; x++) {
      // RGGB: one colour a place.
      const channel = (y & 1) + (x & 1);
      let sum = 0;
      for (let a = 0; a < samples; a++) {
        for (let b = 0; b < samples; b++) {
          const u = x + (b + 0.5) / samples - width / 2;
          const v = y + (a + 0.5) / samples - height / 2;
          const w = 1 + lean * v;
          sum += seen(flat, shot, {u: (u * cos - v * sin) * w, v: (u * sin + v * cos) * w, scale, channel});
        }
      }
      const noise = (random() + random() + random() - 1.5) * 5;
      const light = 1.02 - 0.16 * (0.6 * (x / width) + 0.4 * (y / height));
      sensor[y * width + x] = (sum / (samples * samples)) * light + noise;
    }
  }
  const rgb = demosaic(sensor, width, height);
  if (shot.grey) bleach(rgb);
  const image = sharp(rgb, {raw: {width, height, channels: 3}}).blur(0.5);
  return image.jpeg({quality: shot.quality}).toBuffer();
}

/** Light of one colour from a point of the scene. */
function seen(
  {rgb, width, height}: Flat,
  {screenPitch}: Shot,
  {u, v, scale, channel}: {u: number; v: number; scale: number; channel: number},
): number {
  let [x, y] = [u * scale + width / 2, v * scale + height / 2];
  let shine = 1;
  if (screenPitch !== undefined) {
    const [sx, sy] = [(u + 5000) * screenPitch, (v + 5000) * screenPitch];
    const [px, py] = [Math.floor(sx), Math.floor(sy)];
    // The whole pixel shows the colour of its middle.
    x = ((px + 0.5) / screenPitch - 5000) * scale + width / 2;
    y = ((py + 0.5) / screenPitch - 5000) * scale + height / 2;
    const stripe = Math.floor((sx - px) * 3);
    shine = (stripe === channel ? 2.35 : 0.4) * (sy - py < 0.85 ? 1 : 0.25);
    shine /= 1.05 * 0.8875;
  }
  const [xi, yi] = [Math.floor(x), Math.floor(y)];
  if (xi < 0 || yi < 0 || xi >= width || yi >= height)
    return screenPitch === undefined ? ([104, 100, 96][channel] ?? 0) : 20 * shine;
  return (rgb[(yi * width + xi) * 3 + channel] ?? 0) * shine;
}

/** Bilinear, as the simplest cameras do. */
function demosaic(sensor: Float32Array, width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  const sum = new Float64Array(3);
  const count = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0);
      count.fill(0);
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const channel = (v & 1) + (u & 1);
          const weight = u === x && v === y ? 4 : u === x || v === y ? 2 : 1;
          sum[channel] = (sum[channel] ?? 0) + weight * (sensor[v * width + u] ?? 0);
          count[channel] = (count[channel] ?? 0) + weight;
        }
      }
      for (let c = 0; c < 3; c++) rgb[(y * width + x) * 3 + c] = clamp((sum[c] ?? 0) / (count[c] ?? 1));
    }
  }
  return rgb;
}

function bleach(rgb: Uint8Array): void {
  for (let i = 0; i < rgb.length; i += 3) {
    const grey = 0.299 * (rgb[i] ?? 0) + 0.587 * (rgb[i + 1] ?? 0) + 0.114 * (rgb[i + 2] ?? 0);
    for (const [c, tint] of [1.06, 1, 0.9].entries()) rgb[i + c] = clamp(grey * tint);
  }
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
