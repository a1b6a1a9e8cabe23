/** Pictures and places on them, as every part of the face module takes them: plain values, no canvas, no native code. */

/** Interleaved bytes row by row: 3 channels (RGB) as decoded on the server, 4 (RGBA) as a canvas gives them. */
export interface Frame {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  channels: 3 | 4;
}

/** In pixels of the frame; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

/** `z` is in the same pixels, relative to the head's middle; smaller is nearer to the camera. */
export interface Point3 extends Point {
  z: number;
}

/** Upright box by its top-left corner, in pixels of the frame; may reach over its border. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function middle(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  const count = Math.max(points.length, 1);
  return {x: x / count, y: y / count};
}

/** The smallest box around the points. */
export function boxAround(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {x, y} of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return {x: left, y: top, width: right - left, height: bottom - top};
}

/** Area of the intersection over area of the union, 0 to 1. */
export function overlap(a: Box, b: Box): number {
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x));
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
  const both = width * height;
  const either = a.width * a.height + b.width * b.height - both;
  return either > 0 ? both / either : 0;
}
