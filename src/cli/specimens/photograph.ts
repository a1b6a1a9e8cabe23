/** Turns a drawn card into what a phone would make of it: on a desk, seen from an angle, with soft light, blur and noise. */
import {setImmediate as pause} from 'node:timers/promises';
import sharp from 'sharp';
import type {Point} from '../../verification/image/gray.ts';
import {squareToQuad} from '../../verification/image/gray.ts';

export interface Card {
  /** Four bytes a pixel (red, green, blue, alpha), row by row. */
  rgba: Uint8Array;
  width: number;
  height: number;
}

export interface PhotographOptions {
  /** Of the photograph, in pixels. */
  width: number;
  height: number;
  /** The same seed gives the same photograph. */
  seed: number;
  /** JPEG quality, 1 to 100. */
  quality: number;
}

/** After so many rows a server that draws looks after others. */
const rowsAtOnce = 32;

export async function photograph(card: Card, options: PhotographOptions): Promise<Uint8Array> {
  const {width, height} = options;
  const random = randomNumbers(options.seed);
  const pixels = await drawDesk(width, height, random);
  const quad = placeCard(card, width, height, random);
  await castShadow(pixels, {width, height, quad});
  await layCard(pixels, {width, height, card, quad});
  await light(pixels, {width, height, random});
  const blurred = sharp(pixels, {raw: {width, height, channels: 3}}).blur(0.5);
  return new Uint8Array(await blurred.jpeg({quality: options.quality, mozjpeg: true}).toBuffer());
}

/** Wood: long grain along the width, in a calm brown or grey. */
async function drawDesk(width: number, height: number, random: () => number): Promise<Uint8Array> {
  const pixels = new Uint8Array(width * height * 3);
  const base = random() < 0.5 ? [126, 98, 72] : [104, 106, 108];
  const phase = random() * 6;
  for (let y = 0; y < height; y++) {
    if (y % rowsAtOnce === 0) await pause();
    for (let x = 0; x < width; x++) {
      const grain = Math.sin(y * 0.045 + 2.2 * Math.sin(x * 0.0021 + phase) + 0.4 * Math.sin(x * 0.013 + y * 0.02));
      const fine = Math.sin(y * 0.9 + 3 * Math.sin(x * 0.004 + phase));
      const shade = 1 + 0.07 * grain + 0.025 * fine;
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) pixels[at + c] = clamp((base[c] ?? 100) * shade);
    }
  }
  return pixels;
}

/** Nearly filling the frame, turned a few degrees, the far side a little shorter. */
function placeCard(card: Card, width: number, height: number, random: () => number): [Point, Point, Point, Point] {
  const spread = (amount: number) => (random() - 0.5) * 2 * amount;
  const scale = Math.min((width * 0.84) / card.width, (height * 0.84) / card.height);
  const angle = spread(0.05);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = {x: width / 2 + spread(width * 0.015), y: height / 2 + spread(height * 0.015)};
  const corner = (sx: number, sy: number): Point => {
    // The upper edge is farther away: narrower by up to four in a hundred.
    const shrink = (sy < 0 ? 0.975 : 1) * (1 + spread(0.008));
    const [u, v] = [(sx * card.width * scale * shrink) / 2, (sy * card.height * scale * (1 + spread(0.008))) / 2];
    return {x: middle.x + u * cos - v * sin, y: middle.y + u * sin + v * cos};
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Darkens the desk around the card, fading over 26 px, a little below and to the right. */
async function castShadow(
  pixels: Uint8Array,
  {width, height, quad}: {width: number; height: number; quad: Point[]},
): Promise<void> {
  const shifted = quad.map(({x, y}) => ({x: x + 5, y: y + 9}));
  for (let y = 0; y < height; y++) {
    if (y % rowsAtOnce === 0) await pause();
    for (let x = 0; x < width; x++) {
      const depth = Math.min(...shifted.map((from, i) => insideEdge({x, y}, from, shifted[(i + 1) % 4] ?? from)));
      const shade = 0.42 * clampUnit((depth + 20) / 26);
      if (shade === 0) continue;
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) pixels[at + c] = (pixels[at + c] ?? 0) * (1 - shade);
    }
  }
}

/** Distance from the line through two corners, positive inside a quadrilateral that goes clockwise. */
function insideEdge(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return (dx * (point.y - from.y) - dy * (point.x - from.x)) / Math.hypot(dx, dy);
}

async function layCard(
  pixels: Uint8Array,
  scene: {width: number; height: number; card: Card; quad: [Point, Point, Point, Point]},
): Promise<void> {
  const {width, height, card, quad} = scene;
  const toCard = inverse(quad);
  const [xs, ys] = [quad.map((p) => p.x), quad.map((p) => p.y)];
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(width, Math.ceil(Math.max(...xs)))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height, Math.ceil(Math.max(...ys)))];
  const sum = new Float64Array(4);
  for (let y = top; y < bottom; y++) {
    if (y % rowsAtOnce === 0) await pause();
    for (let x = left; x < right; x++) {
      sum.fill(0);
      // Four samples a pixel keep fine lines from breaking up.
      for (const [ox, oy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        addSample(sum, card, toCard(x + ox, y + oy));
      }
      const alpha = (sum[3] ?? 0) / (4 * 255);
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) pixels[at + c] = clamp((pixels[at + c] ?? 0) * (1 - alpha) + (sum[c] ?? 0) / 4);
    }
  }
}

/** Adds the card's colour there, bilinear, weighted by its alpha. */
function addSample(sum: Float64Array, {rgba, width, height}: Card, at: Point): void {
  const [x, y] = [at.x * width - 0.5, at.y * height - 0.5];
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return;
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const weight = (dx === 1 ? x - x0 : 1 - x + x0) * (dy === 1 ? y - y0 : 1 - y + y0);
    const from = ((y0 + dy) * width + x0 + dx) * 4;
    const alpha = (rgba[from + 3] ?? 0) * weight;
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + ((rgba[from + c] ?? 0) * alpha) / 255;
    sum[3] = (sum[3] ?? 0) + alpha;
  }
}

/** Light from the upper left, falling off to the lower right, and the noise of a small sensor. */
async function light(pixels: Uint8Array, scene: {width: number; height: number; random: () => number}): Promise<void> {
  const {width, height, random} = scene;
  for (let y = 0; y < height; y++) {
    if (y % rowsAtOnce === 0) await pause();
    for (let x = 0; x < width; x++) {
      const gain = 1.02 - 0.16 * (0.6 * (x / width) + 0.4 * (y / height));
      // The sum of three even numbers is near enough to a bell curve.
      const noise = (random() + random() + random() - 1.5) * 5;
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) pixels[at + c] = clamp((pixels[at + c] ?? 0) * gain + noise);
    }
  }
}

/** From a point of the photograph to the unit square of the card. */
function inverse(quad: [Point, Point, Point, Point]): (x: number, y: number) => Point {
  const m = squareToQuad(quad);
  const A = m.e - m.f * m.h;
  const B = m.c * m.h - m.b;
  const C = m.b * m.f - m.c * m.e;
  const D = m.f * m.g - m.d;
  const E = m.a - m.c * m.g;
  const F = m.c * m.d - m.a * m.f;
  const G = m.d * m.h - m.e * m.g;
  const H = m.b * m.g - m.a * m.h;
  const I = m.a * m.e - m.b * m.d;
  return (x, y) => {
    const w = G * x + H * y + I;
    return {x: (A * x + B * y + C) / w, y: (D * x + E * y + F) / w};
  };
}

/** Numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function clampUnit(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
