/**
 * The part of a picture that the visual zone is looked for in, as an upright view of its own: a quadrilateral of the picture
 * flattened into `width` x `height` pixels.
 */
import {squareToQuad, warpQuad, resizeGray, type GrayImage, type Point} from '../../image/gray.ts';

export type Quad = [Point, Point, Point, Point];

export interface View {
  /** Corners in pixels of the picture; top left, top right, bottom right, bottom left as the text of the view reads. */
  quad: Quad;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** Of the zone's length: what of a document lies beside, below and above its zone (ICAO 9303 parts 4 to 7, with room for error). */
const aroundZone = {beside: 0.1, below: 0.12, above: 0.88};

/** Where a machine-readable zone tells where the document lies and which way it is up. */
export function viewAboveZone({quad: [topLeft, topRight, bottomRight, bottomLeft]}: {quad: Quad}): Quad {
  const along = {
    x: (topRight.x - topLeft.x + bottomRight.x - bottomLeft.x) / 2,
    y: (topRight.y - topLeft.y + bottomRight.y - bottomLeft.y) / 2,
  };
  const middle = {x: (bottomLeft.x + bottomRight.x) / 2, y: (bottomLeft.y + bottomRight.y) / 2};
  const up = {x: along.y, y: -along.x};
  const at = (u: number, v: number): Point => {
    return {x: middle.x + along.x * u + up.x * v, y: middle.y + along.y * u + up.y * v};
  };
  const {beside, below, above} = aroundZone;
  const side = 0.5 + beside;
  return [at(-side, above), at(side, above), at(side, -below), at(-side, -below)];
}

/** A little outside of a border, for it may be found a few pixels within it. */
export function withMargin(corners: Quad): Quad {
  const centre = {
    x: corners.reduce((sum, {x}) => sum + x, 0) / 4,
    y: corners.reduce((sum, {y}) => sum + y, 0) / 4,
  };
  return corners.map(({x, y}) => {
    return {x: centre.x + (x - centre.x) * 1.02, y: centre.y + (y - centre.y) * 1.02};
  }) as Quad;
}

/** A card's border, a little outside of it, lying as the picture does: its longer side is the text's direction. */
export function viewOfOutline(corners: Quad): Quad {
  const [a, b, c, d] = withMargin(corners);
  const turns: Quad[] = [
    [a, b, c, d],
    [b, c, d, a],
    [c, d, a, b],
    [d, a, b, c],
  ];
  // Of the two that lie along the longer side the one that runs to the right.
  const rank = ([p0, p1, p2]: Quad) => (distance(p0, p1) >= distance(p1, p2) ? 2 : 0) + (p1.x > p0.x ? 1 : 0);
  return turns.reduce((best, turn) => (rank(turn) > rank(best) ? turn : best));
}

export function viewOfAll({width, height}: Size): Quad {
  return [
    {x: 0, y: 0},
    {x: width, y: 0},
    {x: width, y: height},
    {x: 0, y: height},
  ];
}

/** In the detector's units of 32 px, at most `side` long; small pictures grow at most twofold. */
export function sizeView(quad: Quad, side: number): View {
  const [p0, p1, p2, p3] = quad;
  const across = Math.max(1, (distance(p0, p1) + distance(p3, p2)) / 2);
  const down = Math.max(1, (distance(p0, p3) + distance(p1, p2)) / 2);
  const scale = Math.min(2, side / Math.max(across, down));
  const units = (length: number) => Math.max(1, Math.round((length * scale) / 32)) * 32;
  return {quad, width: units(across), height: units(down)};
}

/** The view's pixels; shrunk first where it is much smaller than what it shows, so that thin strokes are not skipped. */
export function cutView(image: GrayImage, {quad, width, height}: View): GrayImage {
  const [p0, p1, p2, p3] = quad;
  const longest = Math.max(distance(p0, p1), distance(p3, p2), distance(p0, p3), distance(p1, p2));
  const scale = Math.max(width, height) / longest;
  if (scale > 0.75) return warpQuad(image, quad, width, height);
  const small = resizeGray(image, scale);
  const [sx, sy] = [small.width / image.width, small.height / image.height];
  return warpQuad(small, quad.map(({x, y}) => ({x: x * sx, y: y * sy})) as Quad, width, height);
}

/** Turns pixels of the view into pixels of the picture. */
export function toPicture({quad, width, height}: View): (point: Point) => Point {
  const h = squareToQuad(quad);
  return ({x, y}) => {
    const [u, v] = [x / width, y / height];
    const w = h.g * u + h.h * v + 1;
    return {x: (h.a * u + h.b * v + h.c) / w, y: (h.d * u + h.e * v + h.f) / w};
  };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
